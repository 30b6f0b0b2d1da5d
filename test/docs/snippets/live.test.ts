import { machine, returns } from 'aslx'
import 'aslx/vitest'
import { expect, it } from 'vitest'

const approval = machine({
  StartAt: 'Approve',
  States: {
    Approve: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
      Parameters: { QueueUrl: 'approvals', MessageBody: { 'Token.$': '$$.Task.Token' } },
      HeartbeatSeconds: 3600,
      Catch: [{ ErrorEquals: ['States.HeartbeatTimeout'], Next: 'Escalate' }],
      End: true,
    },
    Escalate: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sns:publish',
      Parameters: { 'Message.$': '$.Error' },
      End: true,
    },
  },
}).withDefaults({ tasks: { Escalate: returns({ MessageId: 'm-1' }) } })

it('takes the answer of somebody who is slow and alive', async () => {
  const execution = approval.start()
  const { token } = await execution.waitFor('Approve')
  await execution.advance('50m')
  execution.sendTaskHeartbeat(token)
  await execution.advance('50m')
  execution.sendTaskSuccess(token, { approved: true })
  expect(await execution.finish()).toSucceed({ approved: true })
})

it('escalates when nobody answers', async () => {
  const run = await approval.start().finish()
  expect(run).toCatch('Approve', 'States.Timeout', { next: 'Escalate' })
  expect(run).toTake('1h')
})
