import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { MAX_OBJECT_BYTES, gunzippedText, isGzip, storedObject } from '../../../src/tasks/object-bytes.js'

describe('an object', () => {
  it('is text where its bytes are UTF-8, and else stays bytes', () => {
    expect(storedObject(Buffer.from('id\né'))).toBe('id\né')
    expect(storedObject(Uint8Array.of(0x1f, 0x8b, 0))).toBeInstanceOf(Uint8Array)
    expect(storedObject(Uint8Array.of(65, 0, 66))).toBeInstanceOf(Uint8Array)
  })

  it('is unpacked if it is gzip, by its first bytes', async () => {
    const bytes = gzipSync('id\n1')
    expect([isGzip(bytes), isGzip(Buffer.from('id\n1'))]).toEqual([true, false])
    expect(await gunzippedText(bytes, 'k')).toBe('id\n1')
  })

  it('has no text if it is not whole gzip, or holds no text', async () => {
    expect(await gunzippedText(gzipSync('id\n1').subarray(0, 12), 'k')).toBeUndefined()
    expect(await gunzippedText(gzipSync(Uint8Array.of(0xff, 0xfe)), 'k')).toBeUndefined()
  })

  it('is refused if it unpacks to more than the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(MAX_OBJECT_BYTES + 1), { level: 1 })
    expect(bomb.length).toBeLessThan(2_000_000)
    await expect(gunzippedText(bomb, 's3://b/k')).rejects.toThrow(
      's3://b/k unpacks to more than 256 MiB: give a smaller object',
    )
  })
})
