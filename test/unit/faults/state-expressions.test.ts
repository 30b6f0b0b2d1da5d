import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/asl/json.js'
import { type FaultTarget, faultTargets } from '../../../src/faults/fault-target.js'
import {
  dataPathOf,
  expressionOf,
  intrinsicCallOf,
  mapNumberPathOf,
  resultPathOf,
  stepsOf,
  templatePathOf,
} from '../../../src/faults/state-expressions.js'

function state(fields: JsonObject, machine: JsonObject = {}): FaultTarget {
  const [target] = faultTargets({ StartAt: 'S', States: { S: { Type: 'Task', ...fields } }, ...machine }, 'STANDARD')
  if (!target) throw new Error('the machine has no state')
  return target
}

describe('the steps of a path', () => {
  it('are names and indexes, as they are printed', () => {
    expect(stepsOf("$.a['b c'][0].d")).toEqual(["['a']", "['b c']", '[0]', "['d']"])
  })

  it.each(['$', '$$.Execution', '$..a', '$.a[*]', '$.a[?(@.b)]', '$name.a', '$.a[0,1]', ''])('%j has none', (path) => {
    expect(stepsOf(path)).toEqual([])
  })
})

describe('what a state reads', () => {
  it('is its InputPath or OutputPath, unless that takes everything or the context', () => {
    expect(dataPathOf(state({ InputPath: '$', OutputPath: '$.a' }))).toEqual({ field: 'OutputPath', text: '$.a' })
    expect(dataPathOf(state({ InputPath: '$$.Execution', OutputPath: null }))).toBeUndefined()
  })

  it('is the first path of a template, however deep', () => {
    const Parameters = { a: 1, list: [{ 'id.$': '$.id' }], 'not a path': '$.x' }
    expect(templatePathOf(state({ Parameters }))).toEqual({ field: 'id.$', text: '$.id', template: 'Parameters' })
    expect(templatePathOf(state({ Parameters: { 'token.$': '$$.Task.Token', 'v.$': '$v.a' } }))).toBeUndefined()
    expect(templatePathOf(state({ ResultSelector: { 'n.$': '$.n' } }))?.template).toBe('ResultSelector')
  })

  it('is the path that an intrinsic function is given', () => {
    const call = "States.Format('{}', States.JsonToString($.a.b))"
    expect(intrinsicCallOf(state({ Parameters: { 'x.$': call } }))).toEqual({ call, path: '$.a.b' })
    expect(intrinsicCallOf(state({ Parameters: { 'x.$': 'States.UUID()' } }))).toBeUndefined()
  })

  it('is the path of a number, and where the result goes', () => {
    expect(mapNumberPathOf(state({ MaxConcurrencyPath: '$.n' }))?.field).toBe('MaxConcurrencyPath')
    expect(resultPathOf(state({ ResultPath: '$.a' }))).toBe('$.a')
    expect(resultPathOf(state({ ResultPath: '$' }))).toBeUndefined()
    expect(resultPathOf(state({ ResultPath: null }))).toBeUndefined()
  })

  it('is the JSONata expression that is evaluated first', () => {
    const jsonata = { QueryLanguage: 'JSONata' }
    const choice = state({ Type: 'Choice', Choices: [{ Condition: '{% $a > 1 %}', Next: 'S' }] }, jsonata)
    expect(expressionOf(choice)).toEqual({ field: 'Choices[0]/Condition', text: '$a > 1' })
    const both = state({ Output: { x: ['{% 1 %}'] }, Arguments: { Body: '{% $b %}' } }, jsonata)
    expect(expressionOf(both)).toEqual({ field: 'Arguments/Body', text: '$b' })
    expect(expressionOf(state({ Output: ' {% 1 %}', Catch: [{ Output: '{% 1 %}' }] }, jsonata))).toBeUndefined()
  })

  it('is nothing of the other query language', () => {
    expect(expressionOf(state({ Arguments: '{% 1 %}' }))).toBeUndefined()
    expect(templatePathOf(state({ Parameters: { 'a.$': '$.a' } }, { QueryLanguage: 'JSONata' }))).toBeUndefined()
  })
})

it('a target knows how long its machine may take', () => {
  expect(state({}, { TimeoutSeconds: 60 }).machineTimeoutSeconds).toBe(60)
  expect(state({}).machineTimeoutSeconds).toBeUndefined()
})
