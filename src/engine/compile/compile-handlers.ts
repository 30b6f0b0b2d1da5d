import { LIMITS } from '../../asl/limits.js'
import { pointer } from '../../asl/json.js'
import type { Catcher, Retrier } from '../../asl/types.js'
import { compileCatchFlow } from '../../data/compile-flow.js'
import type { CompiledCatcher, CompiledRetrier } from '../program.js'

/** Retriers with the defaults of https://states-language.net/#retrying-after-error filled in. */
export function compileRetriers(retry: readonly Retrier[] | undefined, at: string): readonly CompiledRetrier[] {
  return (retry ?? []).map((retrier, index) => ({
    errorEquals: retrier.ErrorEquals,
    intervalSeconds: retrier.IntervalSeconds ?? LIMITS.retryIntervalSecondsDefault.value,
    maxAttempts: retrier.MaxAttempts ?? LIMITS.retryMaxAttemptsDefault.value,
    backoffRate: retrier.BackoffRate ?? LIMITS.retryBackoffRateDefault.value,
    maxDelaySeconds: retrier.MaxDelaySeconds,
    fullJitter: retrier.JitterStrategy === 'FULL',
    edge: pointer(at, 'Retry', index),
  }))
}

export function compileCatchers(
  catchers: readonly Catcher[] | undefined,
  at: string,
  jsonata: boolean,
): readonly CompiledCatcher[] {
  return (catchers ?? []).map((catcher, index) => ({
    errorEquals: catcher.ErrorEquals,
    next: catcher.Next,
    flow: compileCatchFlow(catcher, index, jsonata),
    edge: pointer(at, 'Catch', index),
  }))
}
