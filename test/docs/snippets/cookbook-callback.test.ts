import { machine, returns } from 'aslx'
import 'aslx/vitest'
import { expect, it } from 'vitest'

const approval = machine({
  StartAt: 'Approve',
  States: {
    Approve: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Parameters: { QueueUrl: 'approvals', MessageBody: { 'token.$': '$$.Task.Token' } },
      TimeoutSeconds: 86400,
      Catch: [{ ErrorEquals: ['States.Timeout', 'Refused'], Next: 'Refuse' }],
      End: true,
    },
    Refuse: { Type: 'Fail', Error: 'NotApproved' },
  },
})

it('ends with what the callback brings', async () => {
  const run = await approval.run({ tasks: { Approve: returns({ by: 'Ada' }, { delay: '2h' }) } })
  expect(run).toSucceed({ by: 'Ada' })
  expect(run).toTake('2h')
})

it('is refused when nobody answers for a day', async () => {
  const run = await approval.run({ tasks: { Approve: returns({ by: 'Ada' }) }, faults: ['never@Approve'] })
  expect(run).toFail('NotApproved')
  expect(run).toTake('1d')
})

it('is refused when somebody says so', async () => {
  const execution = approval.start()
  const { token, call } = await execution.waitFor('Approve')
  expect(call.parameters).toMatchObject({ MessageBody: { token } })
  execution.sendTaskFailure(token, { error: 'Refused', cause: 'too dear' })
  expect(await execution.finish()).toCatch('Approve', 'Refused', { next: 'Refuse' })
})
