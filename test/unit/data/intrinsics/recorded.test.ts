import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/asl/json.js'
import { recordedCases, type RecordedCase } from '../recorded-cases.js'
import { SOME_UUID } from '../scope-with.js'
import { call } from './call.js'

/** The call in `Parameters` of a machine that is one Pass state with nothing else. */
function callOf({ definition }: RecordedCase): string | undefined {
  const parameters = definition.States[definition.StartAt]?.['Parameters']
  const text = Object(parameters)['FunctionResult.$'] as unknown
  return Object.keys(definition.States).length === 1 && typeof text === 'string' ? text : undefined
}

/** What the recording has in place of an ARN, a name, a number and a UUID. */
function resultOf(text: string, input: Json): unknown {
  const Name = '<ArnPart_0idx>'
  const Id = `arn:aws:states:us-east-1:111111111111:stateMachine:${Name}`
  const context = { Execution: { Input: input, Name: '<ExecArnPart_0idx>' }, StateMachine: { Id, Name } }
  const result = call(text, input, { context })
  if (result === SOME_UUID) return 'generated-uuid'
  return text.startsWith('States.MathRandom(') && Number.isInteger(result) ? 'RandomNumberGenerated' : result
}

const cases = recordedCases('intrinsic_functions').flatMap((recorded) => {
  const text = callOf(recorded)
  const output = recorded.expect.events?.at(-1)?.executionSucceededEventDetails?.output
  return text === undefined ? [] : [{ id: recorded.id, text, input: recorded.input, output }]
})

describe.skipIf(cases.length === 0)('Intrinsics as recorded on AWS (not run if the shared corpus is absent)', () => {
  it.each(cases)('$id', ({ text, input, output }) => {
    expect({ FunctionResult: resultOf(text, input) }).toEqual(output)
  })
})
