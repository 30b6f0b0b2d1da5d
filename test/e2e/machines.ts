/** A Task that calls a Lambda function; what follows overrides its members. */
export function lambdaTask(more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: 'f', 'Payload.$': '$' },
    ...more,
  }
}

/** `Charge` is retried once and `Ship` caught; `Refund` takes what happened to it. */
export const orders = {
  StartAt: 'Charge',
  States: {
    Charge: lambdaTask({
      Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 2, MaxAttempts: 1 }],
      ResultPath: '$.charge',
      Next: 'Ship',
    }),
    Ship: lambdaTask({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Refund' }], ResultPath: '$.ship', Next: 'Done' }),
    Refund: lambdaTask({ End: true }),
    Done: { Type: 'Succeed' },
  },
}

/** A machine that nothing can go wrong in. */
export const idle = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }

/** A template that declares these machines in place. */
export function template(machines: Readonly<Record<string, unknown>>): object {
  const resources = Object.entries(machines).map(([name, Definition]) => [
    name,
    { Type: 'AWS::Serverless::StateMachine', Properties: { Definition } },
  ])
  return { Resources: Object.fromEntries(resources) as object }
}
