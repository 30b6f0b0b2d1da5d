import type { Json } from '../../../src/asl/json.js'
import { parseResource } from '../../../src/asl/resource.js'
import type { Call } from '../../../src/engine/ports.js'
import { inferAnswer } from '../../../src/tasks/infer-answer.js'

export const requestId = '3f9ac01b-0000-4000-8000-000000000001'

/** A first attempt of `Work` at 2030-01-01T00:00:00Z. */
export function callOf(arn: string, parameters: Json = {}, change: Partial<Call> = {}): Call {
  return {
    callId: 1,
    purpose: 'task',
    executionArn: 'arn:aws:states:us-east-1:123456789012:execution:Machine:run',
    state: 'Work',
    pointer: '/States/Work',
    items: [],
    visit: 1,
    attempt: 1,
    ordinal: 1,
    enteredEventId: 2,
    scheduledEventId: 3,
    resource: parseResource(arn),
    parameters,
    input: { effective: 'input' },
    timeoutSeconds: undefined,
    heartbeatSeconds: undefined,
    taskToken: undefined,
    atMs: Date.UTC(2030, 0, 1),
    requestId,
    ...change,
  }
}

/** What is inferred of `arn:aws:states:::<service>`. */
export function inferred(service: string, parameters: Json = {}): Json {
  return inferAnswer(callOf(`arn:aws:states:::${service}`, parameters))
}

export const atMs = Date.UTC(2030, 0, 1)
export const iso = '2030-01-01T00:00:00.000Z'

/** What the optimized integrations with a recorded answer add. */
export const metadata = {
  SdkHttpMetadata: { HttpStatusCode: 200 },
  SdkResponseMetadata: { RequestId: requestId },
}
