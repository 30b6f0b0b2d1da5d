import { describe, expect, it } from 'vitest'
import { checked, machineOf, taskOf } from '../checked.js'

const inside = machineOf({ I: { Type: 'Pass', End: true } })
const map = (fields: Record<string, unknown>): unknown =>
  machineOf({ A: { Type: 'Map', ItemProcessor: inside, End: true, ...fields } })
const wait = (fields: Record<string, unknown>): unknown => machineOf({ A: { Type: 'Wait', End: true, ...fields } })

describe('fields that exclude each other', () => {
  it.each([
    ['TimeoutSeconds, TimeoutSecondsPath', taskOf({ TimeoutSeconds: 9, TimeoutSecondsPath: '$.t' })],
    ['HeartbeatSeconds, HeartbeatSecondsPath', taskOf({ HeartbeatSeconds: 9, HeartbeatSecondsPath: '$.t' })],
    ['Error, ErrorPath', machineOf({ A: { Type: 'Fail', Error: 'E', ErrorPath: '$.e' } })],
    ['Cause, CausePath', machineOf({ A: { Type: 'Fail', Cause: 'E', CausePath: '$.e' } })],
    ['Seconds, Timestamp', wait({ Seconds: 1, Timestamp: '2030-01-01T00:00:00Z' })],
    ['ItemProcessor, Iterator', map({ Iterator: machineOf({ J: { Type: 'Pass', End: true } }) })],
    ['ItemSelector, Parameters', map({ ItemSelector: {}, Parameters: {} })],
    ['MaxConcurrency, MaxConcurrencyPath', map({ MaxConcurrency: 1, MaxConcurrencyPath: '$.n' })],
  ])('are refused: %s', (fields, definition) => {
    expect(checked(definition)).toEqual([
      `SCHEMA_VALIDATION_FAILED: Only one of these fields may be given: [${fields}] at /States/A`,
    ])
  })

  it('are refused inside a Map as well', () => {
    expect(
      checked(
        map({
          ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { MaxItems: 1, MaxItemsPath: '$.n' } },
        }),
      ),
    ).toEqual([
      'SCHEMA_VALIDATION_FAILED: Only one of these fields may be given: [MaxItems, MaxItemsPath] at /States/A/ItemReader/ReaderConfig',
    ])
    expect(checked(map({ ItemBatcher: { MaxItemsPerBatch: 1, MaxItemsPerBatchPath: '$.n' } }))).toHaveLength(1)
  })

  it('are needed once', () => {
    expect(checked(wait({}))).toEqual([
      'SCHEMA_VALIDATION_FAILED: One of these fields is required: [Seconds, SecondsPath, Timestamp, TimestampPath] at /States/A',
    ])
    expect(checked(machineOf({ A: { Type: 'Map', End: true } }))).toEqual([
      'SCHEMA_VALIDATION_FAILED: One of these fields is required: [ItemProcessor, Iterator] at /States/A',
    ])
    expect(checked(wait({ Seconds: 0 }))).toEqual([])
    expect(checked(machineOf({ A: { Type: 'Map', Iterator: inside, ItemSelector: {}, End: true } }))).toEqual([])
  })
})
