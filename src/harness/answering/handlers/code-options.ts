import type { FunctionFacts } from '../../../asl/function-facts.js'
import { UserError } from '../../../asl/user-error.js'

/** Limits and time of real code that answers a Task. */
export interface CodeOptions {
  /** Default: the function's `MemorySize` in the template, else 128, as Lambda's. */
  readonly memoryMb?: number
  /** Real seconds. Default: the function's `Timeout` in the template, else 3, as Lambda's. */
  readonly timeoutSeconds?: number
  /**
   * `none` (default): an answer takes no virtual time, but for a time-out, which takes `timeoutSeconds`. `real`: it takes as
   * many virtual ms as the code really took, so that no two runs are the same.
   */
  readonly mapTime?: 'none' | 'real'
}

/** What holds at one call. */
export interface CodeLimits {
  readonly memoryMb: number
  readonly timeoutMs: number
}

/** The limits of a call: as the options say, then the template, then Lambda's defaults. */
export function limitsOf({ memoryMb, timeoutSeconds }: CodeOptions, known: FunctionFacts | undefined): CodeLimits {
  return {
    memoryMb: memoryMb ?? known?.memoryMb ?? 128,
    timeoutMs: Math.ceil((timeoutSeconds ?? known?.timeoutSeconds ?? 3) * 1000),
  }
}

/** UserError for options that no code could be run with. */
export function checkCodeOptions(options: CodeOptions, what: string): void {
  const { memoryMb, timeoutSeconds, mapTime } = options
  if (memoryMb !== undefined && !(Number.isSafeInteger(memoryMb) && memoryMb > 0)) {
    throw new UserError('usage', `${what}: memoryMb must be a whole number from 1`)
  }
  if (timeoutSeconds !== undefined && !(timeoutSeconds > 0 && timeoutSeconds <= 900)) {
    throw new UserError('usage', `${what}: timeoutSeconds must be a number above 0, at most 900`)
  }
  if (mapTime !== undefined && mapTime !== 'none' && mapTime !== 'real') {
    throw new UserError('usage', `${what}: mapTime must be none or real`)
  }
}
