import { machine, returns } from 'aslx'
import { expect, it } from 'vitest'

const reminder = machine({
  StartAt: 'Wait',
  States: {
    Wait: { Type: 'Wait', Seconds: 86400, Next: 'Remind' },
    Remind: {
      Type: 'Task',
      Resource: 'arn:aws:lambda:us-east-1:123456789012:function:remind',
      Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 60, MaxAttempts: 3 }],
      End: true,
    },
  },
})

it('needs no overrides of waits and retries: a day takes no time', async () => {
  const run = await reminder.run({
    input: { to: 'ada@example.com' },
    tasks: { Remind: [() => Promise.reject(new Error('a slip of the mock')), returns({})] },
  }).catch((error: unknown) => error)
  expect(run).toBeInstanceOf(Error)

  const reminded = await reminder.run({ tasks: { Remind: returns({ sent: true }) } })
  expect(reminded.output).toEqual({ sent: true })
  expect(reminded.tookMs).toBe(86_400_000)
})
