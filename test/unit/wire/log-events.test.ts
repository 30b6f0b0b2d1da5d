import { describe, expect, it } from 'vitest'
import { toLogEvents } from '../../../src/wire/log-events.js'
import type { Logging } from '../../../src/wire/log-events.js'
import { FAIL, PASS, finished } from './finished.js'

const ALL = { level: 'ALL', includeExecutionData: true } as const

function typesAt(level: Logging['level']): string[] {
  return toLogEvents(finished(FAIL), { level, includeExecutionData: true }).map(({ type }) => type)
}

describe('toLogEvents', () => {
  it('writes every number as text, and the details under one name', () => {
    const execution = finished(PASS, { name: 'first' })
    expect(toLogEvents(execution, ALL)[1]).toEqual({
      id: '2',
      type: 'PassStateEntered',
      details: { name: 'A', input: '{}', inputDetails: { truncated: false } },
      previous_event_id: '0',
      event_timestamp: '1893456000000',
      execution_arn: 'arn:aws:states:us-east-1:123456789012:execution:StateMachine:first',
      redrive_count: '0',
    })
  })

  it('leaves payloads out where execution data is not included, but names, errors and causes in', () => {
    const without = { level: 'ALL', includeExecutionData: false } as const
    expect(toLogEvents(finished(PASS), without).map(({ details }) => details)).toEqual([
      { roleArn: 'arn:aws:iam::123456789012:role/StateMachineRole' },
      { name: 'A' },
      { name: 'A' },
      {},
    ])
    expect(toLogEvents(finished(FAIL), without).at(-1)?.details).toEqual({ error: 'Oh', cause: 'no' })
  })

  it('lets through what the level says', () => {
    expect(typesAt('ALL')).toEqual(['ExecutionStarted', 'FailStateEntered', 'ExecutionFailed'])
    expect(typesAt('ERROR')).toEqual(['FailStateEntered', 'ExecutionFailed'])
    expect(typesAt('FATAL')).toEqual(['ExecutionFailed'])
    expect(typesAt('OFF')).toEqual([])
  })

  it('logs nothing of an execution without errors at level ERROR', () => {
    expect(toLogEvents(finished(PASS), { level: 'ERROR', includeExecutionData: true })).toEqual([])
  })
})
