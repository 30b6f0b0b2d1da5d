import { describe, expect, it } from 'vitest'
import { SERVICE_LIMITS, limitAt, serviceLimit } from '../../../src/services/service-limits.js'

const at = (service: string, what: string, date: string): number | undefined => {
  const limit = serviceLimit(service, what)
  return limit && limitAt(limit, Date.parse(date))
}

describe('the limits of services', () => {
  it('are named once each, and each has its source', () => {
    const names = SERVICE_LIMITS.map(({ service, what }) => `${service} ${what}`)
    expect(new Set(names).size).toBe(names.length)
    for (const { value, source } of SERVICE_LIMITS) {
      expect(value).toBeGreaterThan(0)
      expect(source).toMatch(/^https:\/\/(?:docs\.)?aws\.amazon\.com\//)
    }
  })

  it('that have changed say when, and what they were', () => {
    for (const { value, since, before } of SERVICE_LIMITS) {
      expect(since === undefined).toBe(before === undefined)
      if (since === undefined) continue
      expect(since).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])$/)
      expect(before).toBeLessThan(value)
    }
  })

  it.each([
    ['lambda', 'asynchronous payload', '2025-09-30T23:59:59Z', '2025-10-01T00:00:00Z'],
    ['sqs', 'message', '2025-07-31T23:59:59Z', '2025-08-01T00:00:00Z'],
    ['events', 'entry', '2025-12-31T23:59:59Z', '2026-01-01T00:00:00Z'],
  ])('grew to 1 MiB with the month: %s', (service, what, earlier, later) => {
    expect(at(service, what, earlier)).toBe(262_144)
    expect(at(service, what, later)).toBe(1_048_576)
  })

  it('that have not changed are the same at any time', () => {
    expect(at('sns', 'message', '2020-01-01')).toBe(262_144)
    expect(at('lambda', 'synchronous payload', '2030-01-01')).toBe(6_291_556)
    expect(at('dynamodb', 'item', '2030-01-01')).toBe(409_600)
    expect(serviceLimit('sns', 'colour')).toBeUndefined()
  })
})
