import { fault, machine, returns } from 'aslx'
import 'aslx/vitest'
import { expect, it } from 'vitest'

const pages = machine({
  StartAt: 'Pages',
  States: {
    Pages: {
      Type: 'Map',
      MaxConcurrency: 2,
      ItemProcessor: {
        StartAt: 'Read',
        States: {
          Read: {
            Type: 'Task',
            Resource: 'arn:aws:lambda:us-east-1:123456789012:function:read',
            Retry: [{ ErrorEquals: ['Runtime.ExitError'], IntervalSeconds: 1, MaxAttempts: 2 }],
            Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Unreadable' }],
            End: true,
          },
          Unreadable: { Type: 'Pass', Parameters: { 'page.$': '$.page', unreadable: true }, End: true },
        },
      },
      End: true,
    },
  },
}).withDefaults({
  input: [{ page: 1 }, { page: 2 }, { page: 3 }],
  tasks: { Read: returns({ words: 412 }, { delay: '1s' }) },
})

it('records the one page that cannot be read, and reads the others', async () => {
  const run = await pages.run({ faults: [fault('oom').at('Read').item(1)] })
  expect(run).toRetry('Read', { item: 1, times: 2, on: 'Runtime.ExitError' })
  expect(run).toCatch('Read', 'Runtime.ExitError', { item: 1, next: 'Unreadable' })
  expect(run).toSucceed([{ words: 412 }, { page: 2, unreadable: true }, { words: 412 }])
})

it('strikes the page whose input says so, at its first attempt', async () => {
  const run = await pages.run({ faults: [fault('oom').at('Read').where('$[?(@.page == 3)]').attempts(1)] })
  expect(run).toRetry('Read', { item: 2, times: 1, delays: ['1s'] })
  expect(run).not.toVisit('Unreadable')
})
