import { concernsAnyOf, invokes, modelId } from './concerned.js'
import { distribution, durationAt } from './distribution.js'
import { functionLimit } from './function-limit.js'
import type { Model, ModelOf } from './model.js'
import { duration, positive, selectors, textOption } from './option-kinds.js'
import { defaulted, type OptionsOf, needed, optional, optionsAsJson, readOptions } from './model-options.js'

export const LATENCY = {
  on: needed(selectors),
  /** The model's id; default: its kind and selectors. */
  name: optional(textOption),
  /** Since the start; default 0. */
  fromMs: defaulted(duration, 0),
  /** Since the start, not included; default: no end. */
  toMs: optional(duration),
  /** How long calls take, in addition to what their mocks say. */
  distribution: needed(distribution),
  /** The function's own timeout, after which its invocation fails; default: as the template has it, else 3 (documented). */
  timeoutSeconds: optional(positive),
}

/** What may be said of a latency. */
export type LatencyOptions = OptionsOf<typeof LATENCY>

/**
 * How long calls take, drawn anew for each: an invocation that takes longer than its function may ends in `lambda-timeout`, a
 * @example
 * const scenario: Scenario = { models: [latency({ on: 'fn:resize', distribution: { kind: 'constant', ms: '2s' } })] }
 * scenario.models?.length // => 1
 */
export function latency(options: LatencyOptions): Model {
  const values = readOptions('latency', LATENCY, options)
  const { fromMs, toMs = Infinity, timeoutSeconds } = values
  const id = modelId('latency', values)
  const model: ModelOf<number, never> = {
    kind: 'latency',
    id,
    config: optionsAsJson(values),
    begin: (originMs) => originMs,
    concerns: concernsAnyOf(values.on),
    meet: (originMs, call, about) => {
      const sinceMs = call.atMs - originMs
      if (sinceMs < fromMs || sinceMs >= toMs) return { state: originMs }
      const addMs = durationAt(values.distribution, about.chance(`${id}: duration`))
      const limit = invokes(call) ? { limit: functionLimit(call, about, timeoutSeconds) } : {}
      return { state: originMs, slower: { addMs, ...limit }, seen: { addMs } }
    },
  }
  return model
}
