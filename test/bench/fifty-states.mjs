/** A machine of 50 states: ten orders, each a Choice, two Tasks with Retry and Catch, a Wait and a Pass. */
export function fiftyStates() {
  const states = Array.from({ length: 10 }, (_, order) => Object.entries(orderStates(order))).flat()
  return JSON.stringify({ StartAt: 'Check0', States: Object.fromEntries(states) }, null, 2)
}

function orderStates(order) {
  const next = order === 9 ? { End: true } : { Next: `Check${order + 1}` }
  return {
    [`Check${order}`]: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.total', NumericGreaterThan: 100, Next: `Charge${order}` },
        {
          And: [
            { Variable: '$.vip', IsPresent: true },
            { Variable: '$.vip', BooleanEquals: true },
          ],
          Next: `Ship${order}`,
        },
      ],
      Default: `Rest${order}`,
    },
    [`Charge${order}`]: { ...task('charge', order), Next: `Ship${order}` },
    [`Ship${order}`]: { ...task('ship', order), Next: `Note${order}` },
    [`Rest${order}`]: { Type: 'Wait', Seconds: 60, Next: `Note${order}` },
    [`Note${order}`]: {
      Type: 'Pass',
      Parameters: { 'order.$': '$.order', place: order },
      ResultPath: '$.note',
      ...next,
    },
  }
}

function task(work, order) {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: work, 'Payload.$': '$' },
    ResultPath: `$.${work}`,
    TimeoutSeconds: 30,
    Retry: [{ ErrorEquals: ['Lambda.TooManyRequestsException'], IntervalSeconds: 2, BackoffRate: 2, MaxAttempts: 4 }],
    Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: `Note${order}` }],
  }
}
