import type { Json } from '../../src/asl/json.js'
import type { Answering } from '../unit/engine/drive.js'
import { failsWith, gives } from '../unit/engine/drive.js'

/** What a trap tells in words only: what its tasks answer, an input that is too long to write down, a stop. */
export interface TrapScenario {
  readonly answers?: Answering
  readonly input?: Json
  /** Virtual ms after the start at which StopExecution comes. */
  readonly stopAfterMs?: number
}

/** What `.sync` gives as the cause of a child that failed: DescribeExecution, capitalised and in alphabetical order. */
const FAILED_CHILD = JSON.stringify({
  Cause: 'the cause of the child',
  Error: 'ChildError',
  ExecutionArn: 'arn:aws:states:us-east-1:123456789012:execution:child:c-1',
  Input: '{}',
  InputDetails: { Included: true },
  Name: 'c-1',
  RedriveCount: 0,
  RedriveStatus: 'REDRIVABLE',
  StartDate: 1893456000000,
  StateMachineArn: 'child',
  Status: 'FAILED',
  StopDate: 1893456000000,
})

const submitted = { submitted: { MessageId: 'm-1' } }

/** By the number of the trap; a trap that is not here has no task. */
export const SCENARIOS: ReadonlyMap<number, TrapScenario> = new Map<number, TrapScenario>([
  [10, { answers: { L: 'never' } }],
  [24, { answers: { L: 'never' } }],
  [25, { answers: { W: submitted } }],
  [26, { answers: { W: { ...submitted, completion: { outcome: { failure: {} } } } } }],
  [28, { stopAfterMs: 1_000 }],
  [29, { answers: { L: [failsWith('X', 0, 'c'), gives({})] } }],
  [30, { answers: { L: gives('x'.repeat(262_144)) } }],
  [31, { answers: { L: gives({ ok: 1 }) } }],
  [32, { answers: { S: { submitted: {}, completion: failure('States.TaskFailed', FAILED_CHILD) } } }],
  [
    33,
    {
      answers: { S: { submitted: {}, completion: { outcome: { output: { Output: { a: 1 }, Status: 'SUCCEEDED' } } } } },
    },
  ],
  [40, { answers: { M: gives({ Body: '[["from-bucket-item-0"]]' }) } }],
  [45, { answers: { L: failsWith('X', 0, 'c') } }],
  [47, { input: Array.from({ length: 7_000 }, (_, index) => index) }],
  [48, { answers: { L: failsWith('X', 0, 'c') } }],
  [49, { answers: { L: failsWith('X', 0, 'c') } }],
])

function failure(
  error: string,
  cause: string,
): { readonly outcome: { readonly failure: { error: string; cause: string } } } {
  return { outcome: { failure: { error, cause } } }
}
