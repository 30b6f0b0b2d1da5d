import { type FaultContext, argumentOf, functionTimeoutSeconds } from './fault-context.js'
import type { FaultParameters } from './fault-parameters.js'

/** When a function hits its own timeout: as the argument `after` says, else as it is configured. */
export function functionTimeoutMs(context: FaultContext): number {
  const after = argumentOf(context, 'after')
  return typeof after === 'number' ? after : functionTimeoutSeconds(context.function) * 1000
}

export const timeoutParameters: FaultParameters = {
  after: { kind: 'duration', default: null, help: "the function's timeout; default: what the template says, else 3s" },
}
