import { type Machine, type Run, machine } from 'aslx'
import type { Json } from '../../src/asl/json.js'
import { originOf, rememberOrigin } from '../../src/harness/machines/run.js'

/** Lines of an imaginary template, so that messages have a place to show. */
const LINES: Readonly<Record<string, number>> = {
  '/States/Ship': 12,
  '/States/Ship/Retry': 15,
  '/States/Ship/Catch': 19,
  '/States/Charge': 5,
}

const LAMBDA = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' } }

const DEFINITION = {
  StartAt: 'Charge',
  States: {
    Charge: { ...LAMBDA, Next: 'Ship' },
    Ship: {
      ...LAMBDA,
      TimeoutSeconds: 30,
      Retry: [{ ErrorEquals: ['Carrier.Down'], IntervalSeconds: 2, MaxAttempts: 2 }],
      Catch: [{ ErrorEquals: ['Carrier.Down', 'States.Timeout'], Next: 'Refund' }],
      Next: 'Done',
    },
    Refund: { Type: 'Pass', Result: 'refunded', End: true },
    Done: { Type: 'Pass', Result: { parcel: 'p-1' }, End: true },
  },
}

/** A machine of two Tasks, the second with a Retry and a Catch. */
export const orders: Machine = machine(DEFINITION, { name: 'OrderFlow' })

/** The same machine whose Retry has jitter. */
export const jittery: Machine = machine(
  {
    StartAt: 'Ship',
    States: {
      Ship: {
        ...LAMBDA,
        Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 2, MaxAttempts: 2, JitterStrategy: 'FULL' }],
        End: true,
      },
    },
  },
  { name: 'Jittery' },
)

/** A Map over a Task that is retried. */
export const pages: Machine = machine(
  {
    StartAt: 'Pages',
    States: {
      Pages: {
        Type: 'Map',
        ItemProcessor: {
          StartAt: 'Resize',
          States: {
            Resize: { ...LAMBDA, Retry: [{ ErrorEquals: ['Slow'], IntervalSeconds: 1, MaxAttempts: 1 }], End: true },
          },
        },
        End: true,
      },
    },
  },
  { name: 'PageFlow' },
)

/** The run as if its machine came from `template.yaml`, and of one base scenario for all. */
export function located(run: Run): Run {
  const copy = { ...run, scenario: run.scenario.replace(/base=[0-9a-f]{8}/, 'base=3f9ac01b') }
  const definition: Json = originOf(run)?.definition ?? null
  rememberOrigin(copy, {
    file: 'template.yaml',
    definition,
    locate: (pointer) => {
      const line = LINES[pointer]
      return line === undefined ? undefined : { file: 'template.yaml', line, column: 7 }
    },
  })
  return copy
}
