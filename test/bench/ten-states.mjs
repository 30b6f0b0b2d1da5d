/** A machine of ten states: functions, a table, a bucket, a queue and a topic, each handled in another way. */
export function tenStates() {
  return JSON.stringify({ StartAt: 'Validate', States: STATES }, null, 2)
}

const integration = (action, Parameters, more) => ({
  Type: 'Task',
  Resource: `arn:aws:states:::${action}`,
  Parameters,
  ...more,
})

const STATES = {
  Validate: integration(
    'lambda:invoke',
    { FunctionName: 'validate', 'Payload.$': '$' },
    {
      Retry: [
        {
          ErrorEquals: ['Lambda.TooManyRequestsException', 'Lambda.ServiceException'],
          IntervalSeconds: 2,
          MaxAttempts: 3,
        },
      ],
      ResultPath: '$.valid',
      Next: 'IsNew',
    },
  ),
  IsNew: { Type: 'Choice', Choices: [{ Variable: '$.known', IsPresent: true, Next: 'Done' }], Default: 'Charge' },
  Charge: {
    Type: 'Task',
    Resource: 'arn:aws:lambda:us-east-1:123456789012:function:charge',
    TimeoutSeconds: 30,
    Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }],
    Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Refund' }],
    ResultPath: '$.charge',
    Next: 'Store',
  },
  Store: integration(
    'dynamodb:putItem',
    { TableName: 'orders', Item: { id: { S: '1' } } },
    { Retry: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 2 }], ResultPath: '$.stored', Next: 'Archive' },
  ),
  Archive: integration(
    'aws-sdk:s3:putObject',
    { Bucket: 'orders', Key: '1.json', Body: 'x' },
    { Retry: [{ ErrorEquals: ['S3.S3Exception'] }], ResultPath: '$.archived', Next: 'Queue' },
  ),
  Queue: integration(
    'sqs:sendMessage',
    { QueueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/orders', MessageBody: 'm' },
    { ResultPath: '$.queued', Next: 'Notify' },
  ),
  Notify: integration(
    'sns:publish',
    { TopicArn: 'arn:aws:sns:us-east-1:123456789012:orders', Message: 'm' },
    {
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Done' }],
      ResultPath: '$.told',
      Next: 'Rest',
    },
  ),
  Rest: { Type: 'Wait', Seconds: 5, Next: 'Done' },
  Refund: integration('lambda:invoke', { FunctionName: 'refund', 'Payload.$': '$' }, { Next: 'Done' }),
  Done: { Type: 'Succeed' },
}
