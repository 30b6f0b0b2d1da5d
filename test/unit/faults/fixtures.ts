import { parseResource } from '../../../src/asl/resource.js'
import type { Call } from '../../../src/engine/ports.js'

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
