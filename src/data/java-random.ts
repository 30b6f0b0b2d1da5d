/** The constants of the generator in the documentation of `java.util.Random`. */
const MULTIPLIER = 0x5deece66dn
const INCREMENT = 0xbn
const MASK = (1n << 48n) - 1n

const MAX_INT = 2 ** 31 - 1

/** What `new java.util.Random(seed).nextDouble()` gives first. The fraction of the seed is dropped; a seed that is no number is 0. */
export function firstJavaDouble(seed: number): number {
  return nextDouble(generator(seed))
}

/** What `new java.util.Random(seed).nextInt(bound)` gives first. Bounds beyond an int take the first double instead. */
export function firstJavaInt(seed: number, bound: number): number {
  const next = generator(seed)
  if (bound > MAX_INT) return Math.floor(nextDouble(next) * bound)
  if (Number.isInteger(Math.log2(bound))) return Math.floor((bound * next(31n)) / 2 ** 31)
  for (;;) {
    const bits = next(31n)
    const value = bits % bound
    // The last, incomplete stretch of the range would favour small values.
    if (bits - value + (bound - 1) <= MAX_INT) return value
  }
}

/** Gives the next random bits, at most 32, each time it is called. */
type NextBits = (bits: bigint) => number

function generator(seed: number): NextBits {
  const whole = Number.isFinite(seed) ? BigInt(Math.trunc(seed)) : 0n
  let state = (whole ^ MULTIPLIER) & MASK
  return (bits) => {
    state = (state * MULTIPLIER + INCREMENT) & MASK
    return Number(state >> (48n - bits))
  }
}

function nextDouble(next: NextBits): number {
  return (next(26n) * 2 ** 27 + next(27n)) / 2 ** 53
}
