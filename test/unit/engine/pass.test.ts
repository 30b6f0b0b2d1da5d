import { describe, expect, it } from 'vitest'
import { bareCause, chainOf, detailsOf, drive, machineOf } from './drive.js'

const pass = (fields: object, more: object = {}) =>
  machineOf({ A: { Type: 'Pass', End: true, ...fields } }, { ...more })

describe('Pass', () => {
  it('hands its input on', () => {
    const input = { a: [1, null, 'x'] }
    const run = drive(pass({}), { input })
    expect(run.status).toBe('SUCCEEDED')
    expect(run.output).toBe(input)
    expect(chainOf(run)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 PassStateEntered',
      '3<2 PassStateExited',
      '4<3 ExecutionSucceeded',
    ])
  })

  it('takes its Result as it is written', () => {
    expect(drive(pass({ Result: { 'x.$': '$.y' } }), { input: { y: 1 } }).output).toEqual({ 'x.$': '$.y' })
    expect(drive(pass({ Result: null })).output).toBeNull()
    expect(drive(pass({ Result: false })).output).toBe(false)
  })

  it('evaluates Parameters on the effective input and writes the result into the raw input', () => {
    const fields = { InputPath: '$.in', Parameters: { 'v.$': '$.n', fixed: true }, ResultPath: '$.out.here' }
    const run = drive(pass(fields), { input: { in: { n: 7 }, keep: 1 } })
    expect(run.output).toEqual({ in: { n: 7 }, keep: 1, out: { here: { v: 7, fixed: true } } })
  })

  it('keeps its raw input with ResultPath null and picks with OutputPath', () => {
    const input = { a: { b: 2 } }
    expect(drive(pass({ Result: 1, ResultPath: null }), { input }).output).toEqual(input)
    expect(drive(pass({ OutputPath: '$.a.b' }), { input }).output).toBe(2)
    expect(drive(pass({ InputPath: null }), { input }).output).toEqual({})
    expect(drive(pass({ OutputPath: null }), { input }).output).toEqual({})
  })

  it('fails with States.Runtime where a path leads nowhere, and writes no Exited event', () => {
    const run = drive(pass({ Parameters: { 'v.$': '$.x' } }), { input: { y: 1 } })
    expect(run.error).toBe('States.Runtime')
    expect(bareCause(run)).toBe(
      `The JSONPath '$.x' specified for the field 'v.$' could not be found in the input '{"y":1}'`,
    )
    expect(chainOf(run).at(-1)).toBe('3<2 ExecutionFailed')
    expect(bareCause(drive(pass({ OutputPath: '$.no' })))).toBe(`Invalid path '$.no' : No results for path: $['no']`)
  })

  it('fails with States.ResultPathMatchFailure where the result does not fit into the raw input', () => {
    const run = drive(pass({ Result: 1, ResultPath: '$.a.b' }), { input: { a: 'text' } })
    expect(run.error).toBe('States.ResultPathMatchFailure')
  })

  it('evaluates Output and Assign in JSONata, neither seeing the other', () => {
    const fields = {
      Output: { sum: '{% $states.input.a + 1 %}', raw: ' {% 1 %}' },
      Assign: { a: '{% $states.input.a * 2 %}' },
    }
    const run = drive(pass(fields, { QueryLanguage: 'JSONata' }), { input: { a: 4 } })
    expect(run.output).toEqual({ sum: 5, raw: ' {% 1 %}' })
    expect(detailsOf(run, 'PassStateExited')).toEqual([
      { name: 'A', output: { sum: 5, raw: ' {% 1 %}' }, assignedVariables: { a: 8 } },
    ])
  })

  it('writes EvaluationFailed before the execution fails of a JSONata expression', () => {
    const run = drive(pass({ Output: { v: '{% $nope %}' } }, { QueryLanguage: 'JSONata' }))
    expect(run.error).toBe('States.QueryEvaluationError')
    expect(chainOf(run).slice(2)).toEqual(['3<2 EvaluationFailed', '4<3 ExecutionFailed'])
    expect(detailsOf(run, 'EvaluationFailed')).toMatchObject([{ location: 'Output/v', state: 'A', cause: run.cause }])
  })

  it('may be JSONata in a machine of JSONPath states', () => {
    const run = drive(
      machineOf({
        A: { Type: 'Pass', QueryLanguage: 'JSONata', Output: '{% {"n": $states.input.n + 1} %}', Next: 'B' },
        B: { Type: 'Pass', Parameters: { 'm.$': 'States.MathAdd($.n, 1)' }, End: true },
      }),
      { input: { n: 1 } },
    )
    expect(run.output).toEqual({ m: 3 })
  })

  it('treats __proto__ like any other member', () => {
    const input: unknown = JSON.parse('{"__proto__":{"polluted":1},"a":2}')
    const definition: unknown = JSON.parse(
      `{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"__proto__.$":"$.__proto__","lit":{"__proto__":3}},"ResultPath":"$.__proto__","End":true}}}`,
    )
    const run = drive(definition as never, { input: input as never })
    expect(JSON.stringify(run.output)).toBe('{"__proto__":{"lit":{"__proto__":3},"__proto__":{"polluted":1}},"a":2}')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})
