import { explore, machine, returns } from 'aslx'
import { expect, it } from 'vitest'

/** Asks again every five minutes for as long as the store does not answer; a Choice looks at the clock where `until` says so. */
function asking(until?: string) {
  const giveUp = { Variable: '$$.State.EnteredTime', TimestampGreaterThan: until, Next: 'GiveUp' }
  const fate =
    until === undefined ? { Type: 'Pass', Next: 'Pause' } : { Type: 'Choice', Choices: [giveUp], Default: 'Pause' }
  return machine({
    StartAt: 'Ask',
    States: {
      Ask: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:s3:getObject',
        Parameters: { Bucket: 'b', Key: 'k' },
        TimeoutSeconds: 30,
        Catch: [{ ErrorEquals: ['States.Timeout'], ResultPath: '$.outage', Next: 'Fate' }],
        End: true,
      },
      Fate: fate,
      Pause: { Type: 'Wait', Seconds: 300, Next: 'Ask' },
      ...(until !== undefined && { GiveUp: { Type: 'Fail', ErrorPath: '$.outage.Error' } }),
    },
  })
}

it('a loop that the clock ends is followed to its end: no limit is said to end it', async () => {
  const { findings } = await explore(asking('2030-01-01T06:00:00Z'))
  expect(findings.map((one) => one.class)).not.toContain('escapes-handlers')
  expect(findings.map((one) => one.class)).not.toContain('handler-fails')
})

it('a loop that nothing ends runs until the history is full', async () => {
  const { findings } = await explore(asking())
  expect(findings.map((one) => one.class)).toContain('escapes-handlers')
})

it('a loop that an answer ends after many rounds is followed to its end', async () => {
  const polling = machine({
    StartAt: 'Ask',
    States: {
      Ask: { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:glue:getJobRun', Next: 'Done?' },
      'Done?': {
        Type: 'Choice',
        Choices: [{ Variable: '$.JobRun.JobRunState', StringEquals: 'SUCCEEDED', Next: 'Thank' }],
        Default: 'Ask',
      },
      Thank: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' }, End: true },
    },
  })
  const answer = (state: string) => returns({ JobRun: { JobRunState: state } })
  const Ask = [...Array.from({ length: 8 }, () => answer('RUNNING')), answer('SUCCEEDED')]
  const { findings } = await explore(polling, { scenario: { tasks: { Ask } } })
  const told = findings.flatMap(({ states }) => states.map(({ state }) => state))
  expect(told).toContain('Thank')
})
