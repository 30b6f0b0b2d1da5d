import { unreachable } from '../../asl/unreachable.js'
import { keyedNumber } from '../../engine/random.js'
import type { Arrival, Arrivals } from './arrivals.js'

/**
 * The arrivals before `untilMs`, in the order of their time; where several kinds meet at one instant, in the order in which they
 * are given. One at a time, as there may be millions. `Infinity` only for arrivals that end by themselves.
 */
export function* arrivalTimes(arrivals: readonly Arrivals[], untilMs: number, seed: number): Generator<Arrival> {
  const heads = arrivals.flatMap((one, i) => {
    const rest = timesOf(one, `${seed}|arrivals|${i}`)
    const first = rest.next()
    return first.done ? [] : [{ next: first.value, rest }]
  })
  for (;;) {
    const head = heads.reduce<(typeof heads)[number] | undefined>(
      (first, other) => (first && first.next.atMs <= other.next.atMs ? first : other),
      undefined,
    )
    if (!head || head.next.atMs >= untilMs) return
    yield head.next
    const following = head.rest.next()
    if (following.done) heads.splice(heads.indexOf(head), 1)
    else head.next = following.value
  }
}

/** Whether arrivals go on for ever unless a duration ends them. */
export function isEndless({ kind }: Arrivals): boolean {
  return kind === 'bursts' || kind === 'steady'
}

function timesOf(arrivals: Arrivals, key: string): Generator<Arrival> {
  switch (arrivals.kind) {
    case 'bursts':
      return timesOfBursts(arrivals, key)
    case 'steady':
      return timesOfSteady(arrivals)
    case 'spike':
      return timesOfSpike(arrivals)
    case 'listed':
      return timesOfList(arrivals)
    default:
      return unreachable(arrivals)
  }
}

type OfKind<K extends Arrivals['kind']> = Extract<Arrivals, { readonly kind: K }>

function* timesOfBursts({ everyMs, size, jitterMs }: OfKind<'bursts'>, key: string): Generator<Arrival> {
  for (let burst = 0; ; burst++) {
    const fromMs = burst * everyMs
    if (jitterMs === 0) {
      for (let i = 0; i < size; i++) yield { atMs: fromMs }
      continue
    }
    const later = Float64Array.from({ length: size }, (_, i) =>
      Math.floor(keyedNumber(`${key}|${burst}|${i}`) * jitterMs),
    )
    for (const ms of later.sort()) yield { atMs: fromMs + ms }
  }
}

function* timesOfSteady({ everyMs }: OfKind<'steady'>): Generator<Arrival> {
  for (let i = 0; ; i++) yield { atMs: Math.floor(i * everyMs) }
}

function* timesOfSpike({ fromMs, size, overMs }: OfKind<'spike'>): Generator<Arrival> {
  for (let i = 0; i < size; i++) yield { atMs: fromMs + Math.floor((i * overMs) / size) }
}

function* timesOfList({ list }: OfKind<'listed'>): Generator<Arrival> {
  yield* list
}
