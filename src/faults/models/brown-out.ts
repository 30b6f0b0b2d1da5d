import { UserError } from '../../asl/user-error.js'
import type { Circumstances } from '../plan.js'
import { firstFault } from './cause.js'
import { concernsAnyOf, invokes, modelId } from './concerned.js'
import { functionLimit } from './function-limit.js'
import type { Model, ModelOf } from './model.js'
import { duration, faultText, longDuration, positive, selectors, share, textOption } from './option-kinds.js'
import {
  defaulted,
  type OptionsOf,
  needed,
  optional,
  optionsAsJson,
  readOptions,
  type Values,
} from './model-options.js'

/** A service that is bad for a while, without being gone. Defaults are an assumption: such times have no usual measure. */
export const BROWN_OUT = {
  on: needed(selectors),
  /** The model's id; default: its kind and selectors. */
  name: optional(textOption),
  /** How likely a call is struck while the service is bad; default 0.3. */
  probability: defaulted(share, 0.3),
  /** Since the start; default 0. */
  fromMs: defaulted(duration, 0),
  /** Since the start, not included; default: no end. */
  toMs: optional(duration),
  /** What a struck call meets. */
  fault: needed(faultText),
  /** How many times longer the other calls take while the service is bad; default 5. */
  latencyFactor: defaulted(positive, 5),
  /**
   * The service is good for so long on average, then bad for `meanDownMs`, and so on (a Markov chain of two states, with
   * exponential times), beginning good. Both or none; default: it is bad all the time.
   */
  meanUpMs: optional(longDuration),
  meanDownMs: optional(longDuration),
}

/** What may be said of a brown-out. */
export type BrownOutOptions = OptionsOf<typeof BROWN_OUT>

interface Weather {
  readonly originMs: number
  readonly down: boolean
  readonly atMs: number
}

/**
 * A time in which some calls to a service fail and the others are slow. UserError for a mistake in the options.
 * @example
 * const scenario: Scenario = { models: [brownOut({ on: 'svc:s3', fromMs: '10m', toMs: '20m', probability: 0.3, fault: 's3-slowdown' })] }
 * scenario.models?.length // => 1
 */
export function brownOut(options: BrownOutOptions): Model {
  const values = readOptions('brown-out', BROWN_OUT, options)
  const { fromMs, toMs = Infinity, probability, fault, latencyFactor, meanUpMs, meanDownMs } = values
  if ((meanUpMs === undefined) !== (meanDownMs === undefined)) throw halfAChain(meanUpMs === undefined)
  const id = modelId('brown-out', values)
  const model: ModelOf<Weather, never> = {
    kind: 'brown-out',
    id,
    config: optionsAsJson(values),
    begin: (originMs) => ({ originMs, down: meanUpMs === undefined, atMs: originMs + fromMs }),
    concerns: concernsAnyOf(values.on),
    meet: (before, call, about) => {
      const sinceMs = call.atMs - before.originMs
      if (sinceMs < fromMs || sinceMs >= toMs) return { state: before }
      const state = weatherAt(before, call.atMs, values, about)
      const seen = { down: state.down }
      if (!state.down) return { state, seen }
      const strike = about.chance(`${id}: struck`) < probability ? firstFault([fault], call, about) : undefined
      if (strike) return { state, seen, strike }
      const limit = invokes(call) ? { limit: functionLimit(call, about) } : {}
      return { state, seen, slower: { factor: latencyFactor, ...limit } }
    },
  }
  return model
}

function halfAChain(isUpMissing: boolean): UserError {
  const [given, missing] = isUpMissing ? ['meanDownMs', 'meanUpMs'] : ['meanUpMs', 'meanDownMs']
  return new UserError('usage', `brown-out: ${given} needs ${missing}, too: a mean time of being good and of being bad`)
}

/** The chain's state after a time, with one draw for however long: the chance to be down tends to its share of all time. */
function weatherAt(
  before: Weather,
  nowMs: number,
  { meanUpMs, meanDownMs }: Values<typeof BROWN_OUT>,
  about: Circumstances,
): Weather {
  const passedMs = nowMs - before.atMs
  if (meanUpMs === undefined || meanDownMs === undefined || passedMs <= 0) return before
  const share = meanDownMs / (meanUpMs + meanDownMs)
  const kept = Math.exp(-passedMs * (1 / meanUpMs + 1 / meanDownMs))
  const chanceDown = share + ((before.down ? 1 : 0) - share) * kept
  return { ...before, down: about.chance('weather') < chanceDown, atMs: nowMs }
}
