import { validateDefinition } from '../../src/harness/checks/validate-definition.js'
import type { Json } from '../../src/asl/json.js'
import type { ConformanceCase } from './case.js'
import { objectDifference } from './compare-json.js'
import { Placeholders, vocabularyOf } from './placeholders.js'

/** Validates a definition as text, as it was sent, and compares the answer of `ValidateStateMachineDefinition`. */
export function runValidate(source: ConformanceCase): string | undefined {
  const { definition, type, expect } = source
  const text = typeof definition === 'string' ? definition : JSON.stringify(definition)
  const { result, diagnostics, truncated } = validateDefinition(text, { type })
  const ours = { result, truncated, diagnostics: diagnostics.map((found): Json => ({ ...found })) }
  return objectDifference(expect, ours, 'answer', new Placeholders(vocabularyOf(source)))
}
