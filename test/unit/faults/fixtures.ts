import type { FunctionFacts } from '../../../src/asl/function-facts.js'
import { parseResource } from '../../../src/asl/resource.js'
import type { Call } from '../../../src/engine/ports.js'
import type { FaultContext } from '../../../src/faults/fault-context.js'
import { type FaultArguments, NO_ARGUMENTS } from '../../../src/faults/fault-parameters.js'
import { type FaultTarget, faultTargets } from '../../../src/faults/fault-target.js'
import type { Circumstances } from '../../../src/faults/plan.js'

export const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:resize'
export const lambdaInvoke = 'arn:aws:states:::lambda:invoke'
export const putObject = 'arn:aws:states:::aws-sdk:s3:putObject'

export const requestId = '3f9ac01b-0000-4000-8000-000000000001'

/** A first attempt of `Resize`, with whatever a test changes of it. */
export function callOf(arn: string, change: Partial<Call> = {}): Call {
  return {
    callId: 1,
    purpose: 'task',
    executionArn: 'arn:aws:states:us-east-1:123456789012:execution:Machine:run',
    state: 'Resize',
    pointer: '/States/Resize',
    items: [],
    visit: 1,
    attempt: 1,
    ordinal: 1,
    enteredEventId: 2,
    scheduledEventId: 3,
    resource: parseResource(arn),
    parameters: {},
    input: {},
    timeoutSeconds: undefined,
    heartbeatSeconds: undefined,
    taskToken: undefined,
    atMs: Date.UTC(2030, 0, 1),
    requestId,
    ...change,
  }
}

const targets = new Map<string, FaultTarget>()

/** The Task `Resize` that calls this resource; the same value every time, as in a machine. */
export function targetOf(arn: string): FaultTarget {
  const known = targets.get(arn)
  if (known) return known
  const task = { Type: 'Task', Resource: arn, End: true }
  const [target] = faultTargets({ StartAt: 'Resize', States: { Resize: task } }, 'STANDARD')
  if (!target) throw new Error('the machine has no state')
  targets.set(arn, target)
  return target
}

/** A call of `Resize`, and what a fault's text may depend on besides. */
export function contextOf(arn: string, called?: FunctionFacts, args: FaultArguments = NO_ARGUMENTS): FaultContext {
  return { target: targetOf(arn), call: callOf(arn), args, ...(called && { function: called }) }
}

/** What surrounds a call of `Resize`: at the start, and every draw is a half. */
export function about(arn: string, change: Partial<Circumstances> = {}): Circumstances {
  return { target: targetOf(arn), sinceStartMs: 0, chance: () => 0.5, ...change }
}
