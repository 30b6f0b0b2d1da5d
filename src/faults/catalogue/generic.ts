import type { FaultDefinition } from '../fault-definition.js'
import { RAISED_MESSAGE } from '../named-error.js'
import { isTask } from '../applies-to-resources.js'

/** Any error at all: what a function of one's own raises, or what no other row has. */
export const namedErrorFault: FaultDefinition = {
  id: 'error',
  title: 'An error of the name that is given',
  family: 'generic',
  aliases: [],
  targets: 'every task',
  appliesTo: isTask,
  effect: { kind: 'named-error' },
  parameters: {
    name: { kind: 'text', help: "the error's name, e.g. Card.Declined" },
    cause: {
      kind: 'text',
      default: RAISED_MESSAGE,
      help: "the error's cause; of a service's error what its SDK prints",
    },
  },
  matchedBy: ['States.TaskFailed', 'States.ALL'],
  transient: 'depends',
  sideEffect: 'none',
  advice: 'Name the error in a Retry or Catch before States.TaskFailed and States.ALL, which take it, too.',
  evidence: 'documented',
  source: ['https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html'],
}
