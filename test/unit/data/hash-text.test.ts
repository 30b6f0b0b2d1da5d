import { expect, it } from 'vitest'
import { HASH_NAMES, hashNamed } from '../../../src/data/hash-text.js'

it.each([
  ['MD5', '812f45842bc6d66ee14572ce20db8e86'],
  ['SHA-1', 'aaff4a450a104cd177d28d18d74485e8cae074b7'],
  ['SHA-256', 'b4a697a057313163aee33cd8d40c66e9f0f177e00cac2de32475ffff6169c3e3'],
])('%s of "input data" is %s', (name, hex) => {
  expect(hashNamed(name)?.('input data')).toBe(hex)
})

it('every algorithm it names is there, and no other', () => {
  expect(HASH_NAMES.map((name) => hashNamed(name)?.('').length)).toEqual([32, 40, 64, 96, 128])
  for (const name of ['md5', 'SHA-224', 'toString', '']) expect(hashNamed(name)).toBeUndefined()
})
