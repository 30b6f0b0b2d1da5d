import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/asl/json.js'
import { QueryFailure } from '../../../../src/data/failure.js'
import { compileJsonata } from '../../../../src/data/jsonata.js'
import { scopeOf } from './scope.js'

const DEPTH =
  'Stack overflow error: Check for non-terminating recursive function. ' +
  'Consider rewriting as tail-recursive. Depth=101 max=100'
const LOOP = 'Expression evaluation timeout: Check for infinite loop'
const MEMORY = 'Expression evaluation memory limit exceeded: Check for excessive memory usage'

function outcome(text: string, input: Json = {}): string {
  const answer = compileJsonata(text).evaluate(scopeOf(input), 'Output')
  if (!(answer instanceof QueryFailure)) return 'a value'
  return answer.cause.replace(/^.* threw an error during evaluation: /s, '')
}

function nested(levels: number, wrap: (value: Json) => Json): Json {
  let value: Json = 1
  for (let level = 0; level < levels; level++) value = wrap(value)
  return value
}

const sumOf = (terms: number) => Array.from({ length: terms }, () => '1').join('+')
const exponential = '$reduce([1..60], function($a, $b) { {"x": $a, "y": $a} }, 1)'

describe('limits of one evaluation', () => {
  it('100 nested evaluations work, 101 do not', () => {
    expect(outcome(sumOf(100))).toBe('a value')
    expect(outcome(sumOf(101))).toBe(DEPTH)
  })

  it('recursion ends at the same depth, tail recursion does not count', () => {
    expect(outcome('($f := function($n) { 1 + $f($n) }; $f(0))')).toBe(DEPTH)
    expect(outcome('($f := function($n) { $n = 0 ? "end" : $f($n - 1) }; $f(10000))')).toBe('a value')
  })

  it('an infinite loop ends after a number of steps, whatever the machine', () => {
    expect(outcome('($f := function($n) { $f($n + 1) }; $f(0))')).toBe(LOOP)
  })

  it('sequences hold 873,782 items', () => {
    expect(outcome('$count([1..873782])')).toBe('a value')
    expect(outcome('$count([1..873783])')).toBe(MEMORY)
    expect(outcome('$range(1, 1e9, 1)')).toBe(MEMORY)
    expect(outcome('($f := function($x) { $f($append($x, $x)) }; $f([1]))')).toBe(MEMORY)
  })

  it('strings hold 4,194,304 characters', () => {
    expect(outcome('$pad("", 4194304)')).toBe('a value')
    expect(outcome('$pad("", 4194305)')).toBe(MEMORY)
    expect(outcome('($f := function($x) { $f($x & $x) }; $f("ab"))')).toBe(MEMORY)
    expect(outcome('$replace($pad("", 4000000, "a"), "a", "bb")')).toBe(MEMORY)
  })

  it('a small value that prints as a huge one is stopped', () => {
    expect(outcome(exponential)).toBe(MEMORY)
    expect(outcome(`${exponential}.**`)).toBe(MEMORY)
    expect(outcome(`$count($string(${exponential}))`)).toBe(LOOP)
  })

  it('a value that contains itself is stopped', () => {
    const cycle = '{"a": {}} ~> |a|{"self": $}|'
    for (const text of [cycle, `$string(${cycle})`, `(${cycle}).**`]) expect(outcome(text)).toBe(MEMORY)
  })

  it('data nested 10,000 deep can be handed on, and is an error where something has to go through it', () => {
    const deep = { list: nested(10_000, (value) => [value]), object: nested(10_000, (value) => ({ a: value })) }
    expect(outcome('$states.input', deep)).toBe('a value')
    expect(outcome('$exists($states.input.list)', deep)).toBe('a value')
    for (const use of [
      '$string($states.input)',
      '$states.input.object.**',
      '$states.input.list',
      '$states.input = $clone($states.input)',
    ]) {
      expect(outcome(use, deep)).toBe(MEMORY)
    }
  })

  it('numbers of a size no function can write are stopped', () => {
    expect(outcome('$formatInteger(1e9, "I")')).toBe(MEMORY)
    expect(outcome('$fromMillis(0, "[Y,4000000000]")')).toContain('D3137')
  })

  it('numbers for which the package would look for an exponent for ever are an infinite loop', () => {
    for (const number of ['0', '-5', '1/0', '-1/0']) expect(outcome(`$formatNumber(${number}, "0.0e0")`)).toBe(LOOP)
    expect(outcome('$formatNumber(-5, "0;0e0")')).toBe(LOOP)
    expect(outcome('$formatNumber(0, "0;0e0")')).toBe('a value')
    expect(outcome('$formatNumber(0, "0x0", {"exponent-separator": "x"})')).toBe(LOOP)
    expect(outcome('$formatNumber(0, "0 pieces")')).toBe('a value')
    expect(outcome('$formatNumber(0, "0e")')).toContain('D3093')
    expect(outcome('$formatNumber(0.5, "0.0e0")')).toBe('a value')
  })

  it('infinity has no end in letters', () => {
    expect(outcome('$formatInteger(1/0, "A")')).toBe(LOOP)
    expect(outcome('$formatInteger(-1/0, "a")')).toBe(LOOP)
    expect(outcome('$formatInteger(1/0, "0")')).toBe('a value')
  })

  it('padding with a long text makes no more than is asked for', () => {
    expect(outcome('$pad("a", 1000000, $pad("", 1000, "xy"))')).toBe('a value')
  })

  it('a picture of a size nobody writes is stopped', () => {
    expect(outcome('$formatInteger(1, $pad("", 1000000, "#,0"))')).toBe(LOOP)
  })
})
