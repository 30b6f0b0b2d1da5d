import { fails, machine } from 'aslx'
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
    tasks: { Remind: [fails('Mail.Busy'), (input) => ({ sent: input })] },
  })
  expect(run.output).toEqual({ sent: { to: 'ada@example.com' } })
  expect(run.tookMs).toBe((86_400 + 60) * 1000)
  expect(run.history.map(({ type }) => type)).toContain('LambdaFunctionFailed')
})
