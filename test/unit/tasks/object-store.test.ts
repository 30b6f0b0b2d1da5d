import { describe, expect, it } from 'vitest'
import type { ObjectStore } from '../../../src/tasks/object-store.js'
import { listObjects, objectIn, storeAsJson } from '../../../src/tasks/object-store.js'

const list = (store: ObjectStore, parameters = {}) =>
  listObjects(store, { action: 'listObjectsV2', bucket: 'b', parameters })
const keys = (store: ObjectStore, parameters = {}) =>
  ((list(store, parameters)?.['Contents'] ?? []) as readonly { readonly Key: string }[]).map(({ Key }) => Key)

describe('a list of objects', () => {
  it('goes over the thousand keys of a page, in order', () => {
    const names = Array.from({ length: 2_500 }, (_, i) => `k${String(2_499 - i).padStart(4, '0')}`)
    const store = { b: Object.fromEntries(names.map((name) => [name, ''])) }
    expect(list(store)).toMatchObject({ IsTruncated: false, KeyCount: 2_500 })
    expect(keys(store).slice(0, 2)).toEqual(['k0000', 'k0001'])
    expect(keys(store).at(-1)).toBe('k2499')
  })

  it('begins with the Prefix and after StartAfter', () => {
    const store = { b: { 'x/1': '', 'x/2': '', 'y/1': '' } }
    expect(keys(store, { Prefix: 'x/' })).toEqual(['x/1', 'x/2'])
    expect(keys(store, { StartAfter: 'x/1' })).toEqual(['x/2', 'y/1'])
  })

  it('tells sizes in bytes, of text and of bytes', () => {
    expect(list({ b: { t: 'é', u: Uint8Array.of(255, 0, 1) } })).toMatchObject({
      Contents: [
        { Key: 't', Size: 2, StorageClass: 'STANDARD' },
        { Key: 'u', Size: 3 },
      ],
    })
  })

  it('is none of a bucket that is not there', () => {
    expect(list({})).toBeUndefined()
    expect(objectIn({ b: {} }, 'b', 'constructor')).toBeUndefined()
  })
})

it('a store as JSON is its contents', () => {
  expect(storeAsJson({ b: { t: 'text', u: Uint8Array.of(255) } })).toEqual({ b: { t: 'text', u: { base64: '/w==' } } })
})
