import * as fc from 'fast-check'
import { isObject, type Json, member } from '../../../src/asl/json.js'
import { testState } from '../../../src/harness/checks/test-state/test-state.js'
import type { TestStateRequest } from '../../../src/wire/test-state-api.js'
import { generatedCases } from '../../properties/machines.js'
import { spoilt, values } from '../hostile.js'
import { MEMBERS } from '../members.js'
import { mutated, mutationsWith } from '../mutate.js'
import type { Target } from '../target.js'

const PARTS: readonly (readonly [string, Json])[] = [
  ['inspectionLevel', 'TRACE'],
  ['inspectionLevel', 'DEBUG'],
  ['stateName', 'S0'],
  ['stateName', 'S1I0'],
  ['stateName', ''],
  ['roleArn', 'arn:aws:iam::123456789012:role/r'],
  ['revealSecrets', true],
  ['variables', '{"v":1}'],
  ['variables', '[]'],
  ['context', '{"Execution":{}}'],
  ['context', '{'],
  ['mock', { result: '{"a":1}' }],
  ['mock', { result: '[1,2]', fieldValidationMode: 'NONE' }],
  ['mock', { errorOutput: { error: 'A', cause: 'c' } }],
  ['mock', {}],
  ['stateConfiguration', { retrierRetryCount: 2 }],
  ['stateConfiguration', { mapIterationFailureCount: 1, errorCausedByState: 'S0' }],
  ['stateConfiguration', { mapItemReaderData: '[1,2]' }],
  ['input', '{"a":{"b":1},"n":2}'],
]

/** Texts of JSON, as the requests carry them. */
const jsonTexts = values.map((value) => JSON.stringify(value))

const states = fc
  .tuple(generatedCases, fc.nat(9), mutationsWith(MEMBERS), fc.nat(2))
  .map(([base, pick, mutations, plain]) => {
    const whole = base.definition
    const inside = isObject(whole) ? member(whole, 'States') : undefined
    const all = isObject(inside) ? Object.values(inside) : []
    const definition = plain === 0 ? whole : (all[pick % all.length] ?? whole)
    return JSON.stringify(plain === 1 ? definition : mutated(definition, mutations))
  })

/** Requests of TestState: a state, its input and a mock, with parts that do not fit together. */
export const testStates: Target = {
  name: 'test-states',
  slice: 300,
  cases: fc
    .tuple(
      fc.record(
        {
          definition: fc.oneof(
            { weight: 6, arbitrary: states },
            { weight: 1, arbitrary: spoilt(states, ['{', '"', ',', '\\']) },
          ),
          input: jsonTexts,
          mock: fc.oneof(
            fc.record({ result: jsonTexts }),
            fc.constantFrom({ errorOutput: { error: 'A' } }, { errorOutput: { error: 'States.Timeout', cause: 'c' } }),
          ),
          inspectionLevel: fc.constantFrom('INFO', 'DEBUG', 'TRACE'),
          roleArn: fc.constant('arn:aws:iam::123456789012:role/r'),
        },
        { requiredKeys: ['definition'] },
      ),
      fc.array(fc.constantFrom(...PARTS), { maxLength: 2 }),
    )
    .map(([request, parts]) => ({ ...request, ...Object.fromEntries(parts) })) as unknown as fc.Arbitrary<Json>,
  run(given) {
    const request = { definition: '', ...(isObject(given) ? given : {}) } as unknown as TestStateRequest
    return JSON.stringify(testState(request, { answer: () => ({ output: { ok: true } }) }))
  },
}
