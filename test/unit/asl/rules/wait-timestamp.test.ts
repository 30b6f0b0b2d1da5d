import { describe, expect, it } from 'vitest'
import { checked, machineOf } from '../checked.js'

const wait = (Timestamp: unknown, machine: Record<string, unknown> = {}): unknown =>
  machineOf({ A: { Type: 'Wait', Timestamp, End: true } }, machine)

describe('a literal Timestamp', () => {
  it.each([
    '2016-12-05T21:29:29Z',
    '2016-12-05T21:29:29.00Z',
    '2016-12-05T21:29:29.000000Z',
    '2024-02-29T00:00:00+01:00',
    '${When}',
  ])('may be %s', (timestamp) => {
    expect(checked(wait(timestamp))).toEqual([])
  })

  it.each([
    '2016-12-05 21:29:29Z',
    '2016-12-05T21:29:29',
    '2016-13-05T21:29:29Z',
    '2016-12-05T25:29:29Z',
    '05-12-2016T21:29:29Z',
    '2023-02-29T00:00:00Z',
    "{% '2016-03-14T01:59:00Z' %}",
  ])('may not be %s', (timestamp) => {
    expect(checked(wait(timestamp))).toEqual([
      'SCHEMA_VALIDATION_FAILED: String does not match RFC3339 timestamp at /States/A/Timestamp',
    ])
  })

  it('may be a query in JSONata', () => {
    expect(checked(wait("{% '2016-03-14T01:59:00Z' %}", { QueryLanguage: 'JSONata' }))).toEqual([])
  })
})
