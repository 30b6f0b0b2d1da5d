import { type Behaviour, assumption, documented } from './behaviour.js'

export const SERVICES: readonly Behaviour[] = [
  {
    id: 'function-answer-no-json',
    topic: 'services',
    errors: [],
    recorded: 'Not recorded. A function whose answer is no JSON fails its Task as one that names no error type.',
    documented: 'Nothing.',
    evidence: [assumption('only commands that stand in for functions can answer so')],
    status: 'assumption',
  },
  {
    id: 'ecs-placement-cause',
    topic: 'services',
    errors: [],
    recorded: 'Not recorded. When ECS could not place a task, the cause of AmazonECS.Unknown is the answer of RunTask.',
    documented: 'The name of the error.',
    evidence: [
      documented('https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html'),
      assumption('the cause'),
    ],
    status: 'assumption',
  },
  {
    id: 'task-does-not-exist-text',
    topic: 'services',
    errors: [],
    recorded: 'Not recorded: the text of TaskDoesNotExist, for a token that no execution handed out.',
    documented: 'The name of the error.',
    evidence: [
      documented('https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskSuccess.html'),
      assumption('worded after the recorded text of TaskTimedOut'),
    ],
    status: 'assumption',
  },
  {
    id: 'abandoned-child',
    topic: 'services',
    errors: [],
    recorded: 'Not recorded. A child execution that nothing waits for any more is stopped without error and cause.',
    documented: 'It is stopped.',
    evidence: [
      documented('https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html'),
      assumption('nothing says a reason'),
    ],
    status: 'assumption',
  },
  {
    id: 'express-duplicates',
    topic: 'services',
    errors: [],
    recorded:
      'Not recorded. Executions of an asynchronous Express machine that are run again have the same name and input, begin at the same instant, and draw ids anew.',
    documented: 'An asynchronous Express execution is run at least once, a synchronous one at most once.',
    evidence: [
      documented('https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html'),
      assumption('that the name is the same, and when the other one begins'),
    ],
    status: 'assumption',
  },
]
