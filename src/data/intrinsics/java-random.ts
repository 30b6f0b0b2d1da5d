/** The constants of the generator in the documentation of `java.util.Random`. */
const MULTIPLIER = 0x5deece66dn
const INCREMENT = 0xbn
const MASK = (1n << 48n) - 1n

const MAX_INT = 2 ** 31 - 1

/**
 * What `new java.util.Random(seed).nextInt(bound)` gives first. That AWS draws a seeded `States.MathRandom` so is an
 * assumption: its `$random` of JSONata does follow `java.util.Random` (measured on AWS us-east-1, 2026), and recordings
 * hide the number. Bounds beyond an int take the first double instead.
 */
export function firstJavaRandom(seed: number, bound: number): number {
  let state = (BigInt(seed) ^ MULTIPLIER) & MASK
  const next = (bits: bigint): number => {
    state = (state * MULTIPLIER + INCREMENT) & MASK
    return Number(state >> (48n - bits))
  }
  if (bound > MAX_INT) return Math.floor(((next(26n) * 2 ** 27 + next(27n)) / 2 ** 53) * bound)
  if (Number.isInteger(Math.log2(bound))) return Math.floor((bound * next(31n)) / 2 ** 31)
  for (;;) {
    const bits = next(31n)
    const value = bits % bound
    // The last, incomplete stretch of the range would favour small values.
    if (bits - value + (bound - 1) <= MAX_INT) return value
  }
}
