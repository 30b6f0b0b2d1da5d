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
function keyedNumber(key: string): number {
  const [high, low] = mix(key)
  return ((high >>> 5) * 67108864 + (low >>> 6)) / 9007199254740992
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0')
}

/** A version 4 UUID that is a function of the key alone. */
export function keyedUuid(key: string): string {
  const digits = mix(key).map(hex).join('')
  const variant = '89ab'[Number.parseInt(digits.charAt(16), 16) & 3]
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`
}

/** Chance for one site of a run: the n-th draw of a purpose depends on seed, site, purpose and n, and on nothing else. */
export class SiteChance implements Chance {
  readonly #site: string
  readonly #draws = new Map<string, number>()

  constructor(seed: number, site: string) {
    this.#site = `${seed}|${site}`
  }
  #key(purpose: string): string {
    const draw = this.#draws.get(purpose) ?? 0
    this.#draws.set(purpose, draw + 1)
    return `${this.#site}|${purpose}|${draw}`
  }
  number(purpose: string): number {
    return keyedNumber(this.#key(purpose))
  }
  uuid(purpose: string): string {
    return keyedUuid(this.#key(purpose))
  }
}
