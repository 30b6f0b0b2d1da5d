import { describe, expect, it } from 'vitest'
import { isArray, isObject, type Json } from '../../../src/asl/json.js'
import { compileChoiceRule } from '../../../src/data/choice-conditions.js'
import { recordedCases, type RecordedCase } from './recorded-cases.js'
import { scopeWith } from './scope-with.js'

/** The output of the Pass state that the Choice at the start leads to. */
function outputOf({ definition, input }: RecordedCase): Json | undefined {
  const { Choices, Default } = definition.States[definition.StartAt] ?? {}
  const scope = scopeWith(input)
  const rules = isArray(Choices) ? Choices.filter(isObject) : []
  const matching = rules.find((rule) => compileChoiceRule(rule)(scope) === true)
  const next = matching?.['Next'] ?? Default
  return typeof next === 'string' ? definition.States[next]?.['Result'] : undefined
}

const cases = recordedCases('choice_operators')

describe.skipIf(cases.length === 0)('Choice as recorded on AWS (not run if the shared corpus is absent)', () => {
  it.each(cases)('$id', (recorded) => {
    expect(outputOf(recorded)).toEqual(recorded.expect.output)
  })
})
