import { expect, it } from 'vitest'
import type { Json } from '../../../../src/asl/json.js'
import { call, detailOf } from './call.js'

it.each<[string, Json, string]>([
  ['MD5', 'input data', '812f45842bc6d66ee14572ce20db8e86'],
  ['SHA-1', 'input data', 'aaff4a450a104cd177d28d18d74485e8cae074b7'],
  ['SHA-256', 'input data', 'b4a697a057313163aee33cd8d40c66e9f0f177e00cac2de32475ffff6169c3e3'],
  ['MD5', '', 'd41d8cd98f00b204e9800998ecf8427e'],
  // md5 of {"a":1}
  ['MD5', { a: 1 }, 'bb6cb5c68df4652941caf652a366f2d8'],
])('the %s of %j is %s', (algorithm, data, hex) => {
  expect(call('States.Hash($.data, $.algorithm)', { data, algorithm })).toBe(hex)
})

it.each([
  ['SHA-384', 96],
  ['SHA-512', 128],
])('the %s has %d digits', (algorithm, digits) => {
  expect(call('States.Hash($.data, $.algorithm)', { data: 'x', algorithm })).toHaveLength(digits)
})

it('names the algorithms there are', () => {
  expect(detailOf("States.Hash('x', 'md5')")).toBe('The algorithm must be one of MD5, SHA-1, SHA-256, SHA-384, SHA-512')
})

it('takes 10,000 characters', () => {
  expect(detailOf("States.Hash($, 'MD5')", 'a'.repeat(10_001))).toBe(
    'Argument 1 must have no more than 10000 characters',
  )
})
