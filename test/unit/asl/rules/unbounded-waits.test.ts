import { describe, expect, it } from 'vitest'
import { checked, taskOf } from '../checked.js'

const callback = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'

describe('a Task that waits', () => {
  it('for a callback needs a timeout or heartbeat', () => {
    expect(checked(taskOf({ Resource: callback }), 'warning')).toEqual([
      'ASLX_CALLBACK_WITHOUT_TIMEOUT: This Task waits for a callback without a timeout or heartbeat: a lost callback is never noticed at /States/A (give it HeartbeatSeconds or TimeoutSeconds, and a Catch on States.Timeout)',
    ])
    for (const limit of [{ TimeoutSeconds: 60 }, { TimeoutSecondsPath: '$.t' }, { HeartbeatSeconds: 5 }]) {
      expect(checked(taskOf({ Resource: callback, ...limit }), 'warning')).toEqual([])
    }
  })

  it('for a job needs a timeout', () => {
    expect(checked(taskOf({ Resource: 'arn:aws:states:::glue:startJobRun.sync' }), 'warning')).toEqual([
      'ASLX_SYNC_WITHOUT_TIMEOUT: This Task waits for a job without a timeout: a job that hangs is never noticed at /States/A (give it TimeoutSeconds)',
    ])
  })

  it('for an answer does not', () => {
    expect(checked(taskOf({}), 'warning')).toEqual([])
  })
})
