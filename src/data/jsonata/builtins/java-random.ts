const MULTIPLIER = 0x5deece66dn
const INCREMENT = 0xbn
const MASK = (1n << 48n) - 1n

/** The first number that `new java.util.Random(seed).nextDouble()` gives; the fraction of the seed is dropped. */
export function javaRandom(seed: number): number {
  const whole = Number.isFinite(seed) ? BigInt(Math.trunc(seed)) : 0n
  let state = (BigInt.asUintN(64, whole) ^ MULTIPLIER) & MASK
  const next = (bits: bigint): bigint => {
    state = (state * MULTIPLIER + INCREMENT) & MASK
    return state >> (48n - bits)
  }
  const high = next(26n)
  return Number((high << 27n) + next(27n)) / 2 ** 53
}
