import { describe, expect, it } from 'vitest'
import { call, detailOf } from './call.js'

describe('States.Format', () => {
  it.each([
    ["'{}'", 'text', 'text'],
    ["'{}'", null, 'null'],
    ["'{}'", 1.1, '1.1'],
    ["'{}'", true, 'true'],
    ["'{}'", '{"a": []}', '{"a": []}'],
    ["'{}'", { Arg1: 1, Arg2: [] }, '{Arg1=1, Arg2=[]}'],
    ["'{}'", [1, 'b', null, { c: [2] }], '[1, b, null, {c=[2]}]'],
    ["'\\{\\} {} \\{'", 'x', '{} x {'],
    ["'{}'", 1e-7, '1.0E-7'],
    ["'it\\'s {}'", '{}', "it's {}"],
  ])('fills %s with %j', (template, input, text) => {
    expect(call(`States.Format(${template}, $)`, input)).toBe(text)
  })

  it('takes arguments in order, also literal ones', () => {
    expect(call("States.Format('{}-{}{}', 1, 'b', $.c)", { c: 'c' })).toBe('1-bc')
    expect(call("States.Format('nothing to fill')")).toBe('nothing to fill')
  })

  it('takes a template from data as it is', () => {
    expect(call('States.Format($.t, 1)', { t: 'C:\\{}' })).toBe('C:\\1')
    expect(detailOf('States.Format($.t, 1)', { t: ['a', 'b'] })).toBe('Argument 1 must be a string')
  })

  it.each(["'{}'", "'{} {}', 1", "'', 1"])('needs as many arguments as there are {}: %s', (args) => {
    expect(detailOf(`States.Format(${args})`)).toMatch(/^The template has \d \{\} and there are \d arguments/)
  })
})

describe('States.StringSplit', () => {
  it.each([
    ['This.is+a,test=string', '.+,=', ['This', 'is', 'a', 'test', 'string']],
    [',,,,', ',', []],
    [' , ', ',', [' ', ' ']],
    ['', ',', []],
    ['abc', '', ['abc']],
    ['a::b', '::', ['a', 'b']],
    ['a🙂b', '🙂', ['a', 'b']],
  ])('%j at %j is %j', (text, delimiters, parts) => {
    expect(call('States.StringSplit($.text, $.delimiters)', { text, delimiters })).toEqual(parts)
  })

  it('splits nothing but strings', () => {
    expect(detailOf("States.StringSplit($, ',')", [])).toBe('Argument 1 must be a string and not an array')
  })
})

describe('Base64', () => {
  it.each([
    ['Data to encode', 'RGF0YSB0byBlbmNvZGU='],
    ['', ''],
    ['é🙂', 'w6nwn5mC'],
  ])('%j is %j and back', (text, encoded) => {
    expect(call('States.Base64Encode($)', text)).toBe(encoded)
    expect(call('States.Base64Decode($)', encoded)).toBe(text)
  })

  it('padding may be missing', () => {
    expect(call('States.Base64Decode($)', 'RGF0YQ')).toBe('Data')
  })

  it.each(['RGF0Y', 'RGF0YQ=', '=', 'RGF0YQ==RGF0', 'RG F', 'a_-b'])('%s is refused', (text) => {
    expect(detailOf('States.Base64Decode($)', text)).toBe('The string is not valid Base64')
  })

  it('takes 10,000 characters', () => {
    expect(call('States.Base64Encode($)', 'a'.repeat(10_000))).toHaveLength(13_336)
    expect(detailOf('States.Base64Encode($)', 'a'.repeat(10_001))).toBe(
      'Argument 1 must have no more than 10000 characters',
    )
    expect(detailOf('States.Base64Decode($)', 'a'.repeat(10_004))).toBe(
      'Argument 1 must have no more than 10000 characters',
    )
  })
})
