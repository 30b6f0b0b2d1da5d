import { KNOWN_DIFFERENCES, type KnownDifference } from './known-differences.js'
import type { Checked } from './machines.js'
import { aslx } from './shell.js'

export type Verdict = 'agrees' | 'differs as known' | 'failed' | 'skipped'

/** What `aslx crosscheck --format json` tells. */
interface Told {
  readonly agrees: boolean
  readonly state?: string | null
  readonly at?: string
  readonly here?: { readonly type: string } | null
  readonly there?: { readonly type: string } | null
  readonly events: readonly { readonly type: string }[]
}

/** Holds one machine against moto, and says how it went. */
export async function check({ machine, args = [], skipped }: Checked, url: string, mocks: string): Promise<Verdict> {
  if (skipped !== undefined) return say('skipped', machine, skipped)
  const against = ['--against', url, '--mock-file', mocks, '--within', '60s', '--format', 'json']
  const { code, out, err } = await aslx(['crosscheck', machine, ...args, ...against])
  if (code !== 0 && code !== 1) return say('failed', machine, `exit ${code}: ${err}`)
  const told = (JSON.parse(out) as { readonly crosscheck: Told }).crosscheck
  const known = KNOWN_DIFFERENCES.find((difference) => difference.machine === machine)
  if (known === undefined) {
    return told.agrees ? say('agrees', machine, `${told.events.length} events`) : say('failed', machine, firstOf(told))
  }
  const wrong = unlike(known, told)
  return wrong === undefined ? say('differs as known', machine, known.because) : say('failed', machine, wrong)
}

/** How a result is not the known difference; undefined if it is exactly that. */
function unlike({ state, at, here, there, proof }: KnownDifference, told: Told): string | undefined {
  if (told.agrees) return 'agrees, and a difference is known: take it out of known-differences.ts'
  const isSame = told.state === state && told.at === at && told.here?.type === here && told.there?.type === there
  if (!isSame) return `differs otherwise than known: ${firstOf(told)}`
  const isProven = told.events.some((event) => event.type === proof.type && JSON.stringify(event).includes(proof.says))
  return isProven
    ? undefined
    : `differs where it is known, and not for the known reason: no ${proof.type} says ${proof.says}`
}

function firstOf({ state, at, here, there }: Told): string {
  return JSON.stringify({ state, at, here, there }).slice(0, 1500)
}

function say(verdict: Verdict, machine: string, why: string): Verdict {
  console.log(`${verdict}: ${machine} (${why.trim()})`)
  return verdict
}
