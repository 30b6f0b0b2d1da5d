import { describe, expect, it } from 'vitest'
import { fault } from '../../../../src/faults/fault.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'
import { returns } from '../../../../src/tasks/script.js'

const calling = (Resource: string): ReturnType<typeof machine> =>
  machine({ StartAt: 'Call', States: { Call: { Type: 'Task', Resource, Parameters: {}, End: true } } }).withDefaults({
    tasks: { Call: returns({}) },
  })

const queue = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'
const job = 'arn:aws:states:::glue:startJobRun.sync'

describe('a fault at a call that waits', () => {
  it.each([
    [queue, 'callback-task-failure'],
    [job, 'glue-job-failed'],
    ['arn:aws:states:::states:startExecution.sync', 'nested-child-failed'],
  ])('of %s comes after TaskSubmitted where what was started fails: %s', async (resource, name) => {
    const run = await calling(resource).run({ faults: [fault(name).at('Call')] })
    expect(run.history.map(({ type }) => type).slice(2, 6)).toEqual([
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitted',
      'TaskFailed',
    ])
    expect(run.effects).toHaveLength(1)
  })

  it('comes without it where the service refuses the call', async () => {
    const run = await calling(job).run({ faults: [fault('glue-concurrent-runs').at('Call')] })
    expect(run.history.map(({ type }) => type).slice(2, 5)).toEqual([
      'TaskScheduled',
      'TaskStarted',
      'TaskSubmitFailed',
    ])
    expect(run.effects).toEqual([])
  })
})
