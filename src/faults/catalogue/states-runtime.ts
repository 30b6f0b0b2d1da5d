import type { FaultDefinition } from '../fault-definition.js'

/** The answer never comes. A Task without a timeout of its own waits for it until the execution ends. */
export const taskTimeout: FaultDefinition = {
  id: 'task-timeout',
  title: "The Task's TimeoutSeconds elapse before an answer comes",
  family: 'states-runtime',
  aliases: ['timeout'],
  targets: 'every task',
  appliesTo: () => true,
  effect: { kind: 'hang' },
  matchedBy: ['States.Timeout', 'States.ALL'],
  transient: 'depends',
  sideEffect: 'may-have-happened',
  advice: 'Retry only work that is idempotent: the callee keeps running. States.TaskFailed does not match it.',
  evidence: 'recorded',
  source: ['LocalStack snapshots recorded against AWS: timeouts/test_timeouts'],
}
