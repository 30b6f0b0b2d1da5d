import { expect, it } from 'vitest'
import { jacksonNumber, jacksonText } from '../../../src/asl/jackson-text.js'

it.each([
  [0, '0'],
  [-1, '-1'],
  [1e20, '100000000000000000000'],
  [1e21, '1.0E21'],
  [0.1, '0.1'],
  [0.001, '0.001'],
  [0.0005, '5.0E-4'],
  [-8.88e-16, '-8.88E-16'],
  [1234567.5, '1234567.5'],
  [12345678.9, '1.23456789E7'],
])('%d reads as Java prints it', (value, text) => {
  expect(jacksonNumber(value)).toBe(text)
})

it('writes JSON with such numbers at any depth, and no others', () => {
  expect(jacksonText({ a: [1e-7, 'x', null, true], b: { c: 2 } })).toBe('{"a":[1.0E-7,"x",null,true],"b":{"c":2}}')
  expect(jacksonText({ a: [1, 0.5] })).toBe('{"a":[1,0.5]}')
})
