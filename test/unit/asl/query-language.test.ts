import { describe, expect, it } from 'vitest'
import { isDistributed } from '../../../src/asl/map-processor.js'
import { isPlaceholder } from '../../../src/asl/placeholder.js'
import { isExpression, isJsonata, jsonataText, languageOf, ownLanguageOf } from '../../../src/asl/query-language.js'

describe('the query language', () => {
  it("is the state's own, else the machine's, else JSONPath", () => {
    const jsonata = { QueryLanguage: 'JSONata' }
    expect(languageOf({})).toBe('JSONPath')
    expect(languageOf({}, jsonata)).toBe('JSONata')
    expect(languageOf(jsonata, {})).toBe('JSONata')
    expect(languageOf({ QueryLanguage: 'JSONPath' }, jsonata)).toBe('JSONPath')
    expect(isJsonata({}, jsonata)).toBe(true)
  })

  it('is not named by anything else', () => {
    expect(ownLanguageOf({ QueryLanguage: 'jsonata' })).toBeUndefined()
    expect(ownLanguageOf({ QueryLanguage: ['JSONata'] })).toBeUndefined()
    expect(ownLanguageOf('JSONata')).toBeUndefined()
    expect(languageOf(null, undefined)).toBe('JSONPath')
  })
})

it('an expression begins and ends with its delimiters', () => {
  expect(jsonataText('{% $x\n %}')).toBe('$x')
  expect(['{%%}', '{% 1 %}'].every(isExpression)).toBe(true)
  expect(['{%}', ' {% 1 %}', '{% 1 %} ', 1, null].some(isExpression)).toBe(false)
})

it('a placeholder is closed', () => {
  expect(['${A}', 'arn:${AWS::Partition}:x', '${var.name}'].every(isPlaceholder)).toBe(true)
  expect(['${A', '$A}', '${}', 'A', 1].some(isPlaceholder)).toBe(false)
})

it('a Map is distributed by what its processor says, under either name', () => {
  const processor = { ProcessorConfig: { Mode: 'DISTRIBUTED' } }
  expect(isDistributed({ ItemProcessor: processor })).toBe(true)
  expect(isDistributed({ Iterator: processor })).toBe(true)
  expect(isDistributed({ ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' } } })).toBe(false)
  expect(isDistributed({ ItemProcessor: 'x' })).toBe(false)
})
