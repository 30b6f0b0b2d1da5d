import { parseDuration } from '../../asl/duration.js'
import { isObject } from '../../asl/json.js'
import { unreachable } from '../../asl/unreachable.js'
import { UserError } from '../../asl/user-error.js'
import { duration, positive } from './option-kinds.js'
import { needed, type OptionKind, readOptions } from './model-options.js'

/** How durations are spread. */
export type Distribution =
  | { readonly kind: 'constant'; readonly ms: number }
  | { readonly kind: 'uniform'; readonly minMs: number; readonly maxMs: number }
  /** Half of them are under the median; `sigma` is the standard deviation of their logarithm: about 0.5 is usual, 1 has a long tail. */
  | { readonly kind: 'lognormal'; readonly medianMs: number; readonly sigma: number }
  /** By percentile, `{ 50: 200, 99: 3000, 100: 5000 }`: straight lines between them, and from 0 ms before the first unless 0 is given. */
  | { readonly kind: 'percentiles'; readonly ms: Readonly<Record<string, number>> }

/** Durations may be text: `{ kind: 'uniform', minMs: '1s', maxMs: '2s' }`. */
export type DistributionInput =
  | { readonly kind: 'constant'; readonly ms: number | string }
  | { readonly kind: 'uniform'; readonly minMs: number | string; readonly maxMs: number | string }
  | { readonly kind: 'lognormal'; readonly medianMs: number | string; readonly sigma: number }
  | { readonly kind: 'percentiles'; readonly ms: Readonly<Record<string, number | string>> }

const UNIFORM = { minMs: needed(duration), maxMs: needed(duration) }
const LOGNORMAL = { medianMs: needed(duration), sigma: needed(positive) }

export const distribution: OptionKind<DistributionInput, Distribution> = {
  what: '{ kind: constant, ms }, { kind: uniform, minMs, maxMs }, { kind: lognormal, medianMs, sigma } or { kind: percentiles, ms }',
  read: (raw) => {
    if (!isObject(raw)) return undefined
    const { kind: given, ...rest } = raw
    const kind = typeof given === 'string' ? given : ''
    switch (kind) {
      case 'constant':
        return { kind, ...readOptions(kind, { ms: needed(duration) }, rest) }
      case 'uniform': {
        const values = readOptions(kind, UNIFORM, rest)
        if (values.minMs > values.maxMs) throw new UserError('usage', 'minMs is at most maxMs')
        return { kind, ...values }
      }
      case 'lognormal':
        return { kind, ...readOptions(kind, LOGNORMAL, rest) }
      case 'percentiles':
        return { kind, ...readOptions(kind, { ms: needed(percentiles) }, rest) }
      default:
        return undefined
    }
  },
}

const percentiles: OptionKind<Readonly<Record<string, number | string>>, Readonly<Record<string, number>>> = {
  what: 'durations by percentile, e.g. { 50: 200ms, 99: 3s, 100: 5s }',
  read: (raw) => {
    if (!isObject(raw)) return undefined
    const points = Object.entries(raw).map(([percent, ms]) => {
      if (typeof ms !== 'number' && typeof ms !== 'string') return undefined
      const isPercent = /^(?:\d{1,2}(?:\.\d{1,6})?|100)$/.test(percent)
      return isPercent ? ([percent, parseDuration(ms)] as const) : undefined
    })
    if (points.length === 0 || points.includes(undefined)) return undefined
    const sorted = points.filter((point) => point !== undefined).toSorted(([a], [b]) => Number(a) - Number(b))
    if (sorted.some(([, ms], i) => ms < (sorted[i - 1]?.[1] ?? 0))) {
      throw new UserError('usage', 'a higher percentile takes at least as long as a lower one')
    }
    return Object.fromEntries(sorted)
  },
}

/** The duration, in whole ms, under which a share of all durations is. */
export function durationAt(spread: Distribution, share: number): number {
  switch (spread.kind) {
    case 'constant':
      return spread.ms
    case 'uniform':
      return Math.round(spread.minMs + share * (spread.maxMs - spread.minMs))
    case 'lognormal':
      return Math.min(Math.round(spread.medianMs * Math.exp(spread.sigma * normalAt(share))), Number.MAX_SAFE_INTEGER)
    case 'percentiles':
      return percentileAt(spread.ms, share * 100)
    default:
      return unreachable(spread)
  }
}

function percentileAt(ms: Readonly<Record<string, number>>, percent: number): number {
  let [below, belowMs] = [0, 0]
  const points = Object.entries(ms).map(([at, value]) => [Number(at), value] as const)
  for (const [at, atMs] of points.toSorted(([a], [b]) => a - b)) {
    if (percent <= at) {
      const part = at === below ? 1 : (percent - below) / (at - below)
      return Math.round(belowMs + part * (atMs - belowMs))
    }
    below = at
    belowMs = atMs
  }
  return belowMs
}

/**
 * The standard normal distribution's quantile, to about three digits: Abramowitz and Stegun, Handbook of Mathematical
 * Functions, 26.2.23.
 */
function normalAt(share: number): number {
  const tail = Math.max(Math.min(share, 1 - share), Number.MIN_VALUE)
  if (tail === 0.5) return 0
  const t = Math.sqrt(-2 * Math.log(tail))
  const above = 2.515517 + t * (0.802853 + t * 0.010328)
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
  const z = t - above / below
  return share < 0.5 ? -z : z
}
