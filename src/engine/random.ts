import type { Chance } from '../data/scope.js'

/** Four 32-bit words that depend on every character of the text (an FNV-style mix with a final avalanche). */
function mix(text: string): [number, number, number, number] {
  let a = 1779033703
  let b = 3144134277
  let c = 1013904242
  let d = 2773480762
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = b ^ Math.imul(a ^ unit, 597399067)
    b = c ^ Math.imul(b ^ unit, 2869860233)
    c = d ^ Math.imul(c ^ unit, 951274213)
    d = a ^ Math.imul(d ^ unit, 2716044179)
  }
  a = Math.imul(c ^ (a >>> 18), 597399067)
  b = Math.imul(d ^ (b >>> 22), 2869860233)
  c = Math.imul(a ^ (c >>> 17), 951274213)
  d = Math.imul(b ^ (d >>> 19), 2716044179)
  return [(a ^ b ^ c ^ d) >>> 0, b >>> 0, c >>> 0, d >>> 0]
}

/** A number in [0, 1) that is a function of the key alone, with 53 random bits. */
export function keyedNumber(key: string): number {
  const [high, low] = mix(key)
  return ((high >>> 5) * 67108864 + (low >>> 6)) / 9007199254740992
}

const HEX_BYTES: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** The lower 16 bits as four hex digits. */
function hex(word: number): string {
  return `${HEX_BYTES[(word >>> 8) & 0xff]}${HEX_BYTES[word & 0xff]}`
}

/** A version 4 UUID that is a function of the key alone. */
export function keyedUuid(key: string): string {
  const [a, b, c, d] = mix(key)
  const version = hex((b & 0x0fff) | 0x4000)
  const variant = hex(((c >>> 16) & 0x3fff) | 0x8000)
  return `${hex(a >>> 16)}${hex(a)}-${hex(b >>> 16)}-${version}-${variant}-${hex(c)}${hex(d >>> 16)}${hex(d)}`
}

/** Chance for one site of a run: the n-th draw of a purpose depends on seed, site, purpose and n, and on nothing else. */
export class SiteChance implements Chance {
  readonly #seed: number
  readonly #site: () => string
  #draws: Map<string, number> | undefined

  /** The site is only asked for when something is drawn: most expressions draw nothing. */
  constructor(seed: number, site: () => string) {
    this.#seed = seed
    this.#site = site
  }
  #key(purpose: string): string {
    this.#draws ??= new Map()
    const draw = this.#draws.get(purpose) ?? 0
    this.#draws.set(purpose, draw + 1)
    return `${this.#seed}|${this.#site()}|${purpose}|${draw}`
  }
  number(purpose: string): number {
    return keyedNumber(this.#key(purpose))
  }
  uuid(purpose: string): string {
    return keyedUuid(this.#key(purpose))
  }
}
