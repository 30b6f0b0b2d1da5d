import { machine, returns } from 'aslx'
import 'aslx/vitest'
import { expect, it } from 'vitest'

const ship = machine(
  {
    StartAt: 'Label',
    States: {
      Label: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:label', End: true },
    },
  },
  { name: 'Ship' },
).withDefaults({ tasks: { Label: returns({ parcel: 'p-1' }, { delay: '90s' }) } })

const order = machine({
  StartAt: 'StartShip',
  States: {
    StartShip: {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Parameters: {
        StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:Ship',
        Input: { 'AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$': '$$.Execution.Id', 'order.$': '$.order' },
      },
      OutputPath: '$.Output',
      Catch: [{ ErrorEquals: ['States.TaskFailed'], Next: 'NotShipped' }],
      End: true,
    },
    NotShipped: { Type: 'Fail', Error: 'Order.NotShipped' },
  },
}).withDefaults({ input: { order: 'o-1' } })

it('waits for the execution that it starts', async () => {
  const run = await order.run({ machines: { Ship: ship } })
  expect(run).toSucceed({ parcel: 'p-1' })
  expect(run).toTake('90s')
  expect(run.children?.[0]?.run).toCall('Label', { with: { order: 'o-1' } })
})

it('catches what goes wrong inside it', async () => {
  const run = await order.run({ machines: { Ship: ship.withDefaults({ faults: ['oom@Label'] }) } })
  expect(run.children?.[0]?.run).toFail('Runtime.ExitError')
  expect(run).toCatch('StartShip', 'States.TaskFailed', { next: 'NotShipped' })
})
