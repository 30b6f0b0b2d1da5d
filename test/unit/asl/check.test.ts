import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDefinition } from '../../../src/asl/check.js'
import type { Json } from '../../../src/asl/json.js'
import { parseDefinition } from '../../../src/asl/parse.js'
import { awsLocation } from '../../../src/asl/problem.js'
import { UserError } from '../../../src/asl/user-error.js'
import { checked, corpusIsHere, machineOf, readCorpus } from './checked.js'

const words = [
  'StartAt', 'States', 'Type', 'Task', 'Pass', 'Choice', 'Wait', 'Succeed', 'Fail', 'Parallel', 'Map', 'Next', 'End', 'A', 'B',
  'Choices', 'And', 'Or', 'Not', 'Variable', 'IsNull', 'Condition', 'Default', 'Retry', 'Catch', 'ErrorEquals', 'States.ALL',
  'Branches', 'ItemProcessor', 'Iterator', 'ProcessorConfig', 'Mode', 'ItemReader', 'ReaderConfig', 'Assign', 'Credentials',
  'QueryLanguage', 'JSONata', 'Resource', 'Timestamp', 'Seconds', 'Label', '__proto__', 'constructor', '',
] // prettier-ignore

/** Definitions that are nearly right: ASL's own words in wrong places. */
const nearlyDefinitions = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom<Json>(...words, 0, -1, 1.5, true, null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...words), tie('value'), { maxKeys: 5 }),
  ),
})).value

function has(definition: Json, pointer: string): boolean {
  let value: unknown = definition
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false
    value = (value as Record<string, unknown>)[key]
  }
  return true
}

describe('checkDefinition', () => {
  it('finds nothing wrong with a machine that is right', () => {
    expect(checkDefinition(machineOf({ A: { Type: 'Pass', End: true } }) as Json)).toEqual([])
  })

  it.each([null, 1, 'x', true, []])('refuses %j', (value) => {
    expect(checked(value)).toEqual(['SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object at /'])
  })

  it('never throws, and points to places that exist', () => {
    const machine = fc.record(
      { StartAt: fc.constantFrom<Json>('A', 'B', 1), States: nearlyDefinitions },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.oneof(nearlyDefinitions, machine as fc.Arbitrary<Json>), (definition) => {
        const places = checkDefinition(definition).flatMap(({ pointer, focus = pointer }) => [pointer, focus])
        expect(places.filter((place) => !has(definition, place))).toEqual([])
      }),
      { numRuns: 2000, seed: 7 },
    )
  })

  it('gives the same problems each time', () => {
    fc.assert(
      fc.property(nearlyDefinitions, (definition) => {
        expect(checkDefinition(definition)).toEqual(checkDefinition(structuredClone(definition)))
      }),
      { numRuns: 200, seed: 7 },
    )
  })

  it('refuses what is nested too deeply instead of overflowing', () => {
    let deep: Json = machineOf({ Z: { Type: 'Pass', End: true } }) as Json
    for (let level = 0; level < 10_000; level += 1)
      deep = { StartAt: 'M', States: { M: { Type: 'Map', ItemProcessor: deep } } }
    const [problem] = checkDefinition(deep)
    expect(problem?.message).toBe('A value of the definition is nested more than 200 levels deep')
    expect(has(deep, problem?.pointer ?? 'x')).toBe(true)
  })
})

interface Case {
  readonly id: string
  readonly kind: string
  readonly file: string
}

interface Recording {
  readonly type: 'STANDARD' | 'EXPRESS'
  readonly definition: Json
  readonly expect: { readonly error?: unknown; readonly diagnostics?: readonly Record<string, string>[] }
}

describe.skipIf(!corpusIsHere)('recorded definitions (left out where the shared corpus is absent)', () => {
  const cases = (corpusIsHere ? JSON.parse(readCorpus('conformance/index.json')) : []) as readonly Case[]
  const ofKind = (...kinds: readonly string[]): (readonly [string, Recording])[] =>
    cases
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ id, file }) => [id, JSON.parse(readCorpus(`conformance/${file}`)) as Recording])

  it('have no errors where AWS ran them', () => {
    const run = ofKind('execution', 'express_sync', 'express_async_logs')
    expect(run.length).toBeGreaterThan(500)
    const refused = run
      .map(([id, { definition, type }]) => [id, checked(definition, 'error', { type })] as const)
      .filter(([, errors]) => errors.length > 0)
    expect(refused).toEqual([])
  })

  it('have the diagnostics of ValidateStateMachineDefinition', () => {
    const validated = ofKind('validate')
    expect(validated.length).toBeGreaterThan(5)
    for (const [id, { definition, type, expect: recorded }] of validated) {
      const ours = checkDefinition(definition, { type }).filter(({ severity }) => severity === 'error')
      const diagnostics = ours.map(({ code, message, pointer }) => ({
        code,
        location: awsLocation(pointer),
        message,
        severity: 'ERROR',
      }))
      expect([id, diagnostics]).toEqual([id, recorded.diagnostics])
    }
  })

  it('have the errors that CreateStateMachine refused them for', () => {
    // Expressions are compiled in another layer, and one recording has lost the activity's ARN.
    const elsewhere = /illegal_escapes|illegal_activity_task/
    const refused = ofKind('create_error').filter(([id, { expect: recorded }]) => {
      return JSON.stringify(recorded).includes('InvalidDefinition') && !elsewhere.test(id)
    })
    expect(refused.length).toBeGreaterThan(8)
    for (const [id, { definition, type, expect: recorded }] of refused) {
      const [first = 'accepted'] = checked(definition, 'error', { type })
      const said = `Invalid State Machine Definition: '${first}'`
      expect(JSON.stringify(recorded).includes(said) ? [] : [id, said]).toEqual([])
    }
  })
})

interface Published {
  readonly id: string
  readonly form: string
  readonly main: string
  readonly expected: unknown
}

describe.skipIf(!corpusIsHere)('published machines (left out where the shared corpus is absent)', () => {
  const entries = (corpusIsHere ? JSON.parse(readCorpus('iac/index.json')) : []) as readonly Published[]

  function* definitions(): Generator<readonly [string, Json]> {
    for (const { id, form, main, expected } of entries) {
      if (form === 'plain') {
        try {
          yield [id, parseDefinition(readCorpus(`iac/${id}/${main}`), main).definition]
        } catch (error) {
          if (!(error instanceof UserError)) throw error
        }
      } else if (typeof expected === 'object' && expected !== null) {
        for (const [name, machine] of Object.entries(expected)) if (machine) yield [`${id}#${name}`, machine as Json]
      }
    }
  }

  it('have errors only where they are wrong', () => {
    const all = [...definitions()]
    expect(all.length).toBeGreaterThan(500)
    const refused = all.filter(([, definition]) => checked(definition).length > 0).map(([id]) => id)
    const wrong = [
      /shared-fallback-state-jsonata/, // "QueryLanguage" stands among the states, once as a file and once in a template
      /agent-with-tools-flow-template/, // an unfinished template: its targets are not there
      /supervisor-with-agentcore/, // Arguments on a Map
      /serverless-step-functions-offline/, // a Task without Resource
    ]
    expect(refused.filter((id) => !wrong.some((pattern) => pattern.test(id)))).toEqual([])
    expect(refused).toHaveLength(5)
  })
})
