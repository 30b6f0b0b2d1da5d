import { type Machine, machine } from 'aslx'
import { lambdaTask } from '../unit/verify/factory.js'

const CATCH_ALL = [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Release' }]

/** Reserves, charges and ships, and takes both back if shipping fails. */
export const saga: Machine = machine(
  {
    StartAt: 'Reserve',
    States: {
      Reserve: lambdaTask({ Next: 'Charge', ResultPath: null }),
      Charge: lambdaTask({ Next: 'Ship', ResultPath: null, Catch: CATCH_ALL }),
      Ship: lambdaTask({
        TimeoutSeconds: 30,
        Retry: [{ ErrorEquals: ['Carrier.Down'], IntervalSeconds: 2, MaxAttempts: 1 }],
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Refund' }],
        End: true,
      }),
      Refund: lambdaTask({ Next: 'Release', ResultPath: null }),
      Release: lambdaTask({ Next: 'Failed', ResultPath: null }),
      Failed: { Type: 'Fail', Error: 'Order.Failed' },
    },
  },
  { name: 'Saga' },
)

/** The same, which takes its steps back in the order in which it made them. */
export const disordered: Machine = machine(
  {
    StartAt: 'Reserve',
    States: {
      Reserve: lambdaTask({ Next: 'Charge' }),
      Charge: lambdaTask({ Next: 'Ship' }),
      Ship: lambdaTask({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Release' }], Next: 'Done' }),
      Release: lambdaTask({ Next: 'Refund' }),
      Refund: lambdaTask({ Next: 'Done' }),
      Done: { Type: 'Succeed' },
    },
  },
  { name: 'Disordered' },
)

/** Two writes to one key of a bucket. */
export const writer: Machine = machine(
  {
    StartAt: 'Put',
    States: {
      Put: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:s3:putObject',
        Parameters: { Bucket: 'b', Key: 'k', 'Body.$': '$.body' },
        ResultPath: null,
        Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }],
        Next: 'Again',
      },
      Again: { Type: 'Choice', Choices: [{ Variable: '$.body', StringEquals: 'one', Next: 'Two' }], Default: 'Done' },
      Two: { Type: 'Pass', Result: { body: 'two' }, Next: 'Put' },
      Done: { Type: 'Succeed' },
    },
  },
  { name: 'Writer' },
)
