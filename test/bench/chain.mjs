/** A definition, as text, of so many Tasks in a row, each of which is tried again three times. */
export function chainOf(tasks) {
  const states = Array.from({ length: tasks }, (_, i) => [
    `T${i}`,
    {
      Type: 'Task',
      Resource: `arn:aws:lambda:us-east-1:123456789012:function:f${i}`,
      Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 }],
      ResultPath: null,
      ...(i + 1 < tasks ? { Next: `T${i + 1}` } : { End: true }),
    },
  ])
  return JSON.stringify({ StartAt: 'T0', States: Object.fromEntries(states) })
}
