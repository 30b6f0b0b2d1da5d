import { describe, expect, it } from 'vitest'
import { redrive } from '../../../src/engine.js'
import { toLogEvents } from '../../../src/wire/log-events.js'
import { toRedriveMembers } from '../../../src/wire/redrive-members.js'
import { FAIL, PASS, finished } from './finished.js'

describe('toRedriveMembers', () => {
  it('says why an execution cannot be redriven, as recorded', () => {
    expect(toRedriveMembers(finished(PASS))).toEqual({
      redriveCount: 0,
      redriveStatus: 'NOT_REDRIVABLE',
      redriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
    })
  })

  it('says that it can be, when it last was, and for how long', () => {
    const failed = finished(FAIL)
    expect(toRedriveMembers(failed)).toEqual({ redriveCount: 0, redriveStatus: 'REDRIVABLE' })
    expect(toRedriveMembers(failed, 15 * 24 * 60 * 60 * 1000)).toMatchObject({ redriveStatus: 'NOT_REDRIVABLE' })
    expect(toRedriveMembers(redrive(failed, { afterMs: 1000 }))).toEqual({
      redriveCount: 1,
      redriveDate: '2030-01-01T00:00:01.000Z',
      redriveStatus: 'NOT_REDRIVABLE',
      redriveStatusReason: 'Execution is RUNNING and cannot be redriven',
    })
  })
})

describe('the log of a redriven execution', () => {
  it('counts the redrives from ExecutionRedriven on', () => {
    const events = toLogEvents(redrive(finished(FAIL)), { level: 'ALL', includeExecutionData: true })
    expect(events.map((event) => `${event.type} ${event.redrive_count}`).slice(-2)).toEqual([
      'ExecutionFailed 0',
      'ExecutionRedriven 1',
    ])
  })
})
