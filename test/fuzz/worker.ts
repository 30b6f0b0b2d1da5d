import * as fc from 'fast-check'
import type { Json } from '../../src/asl/json.js'
import { findingIn, type Finding } from './target.js'
import { targetNamed } from './targets.js'

/** What the driver asks for: a slice of cases from a seed, or one case that it has. */
export type Ask =
  | { readonly kind: 'slice'; readonly target: string; readonly seed: number; readonly cases: number }
  | { readonly kind: 'one'; readonly target: string; readonly given: Json }

/** What it is told: which case begins, and at the end the first finding or none. */
export type Told =
  | { readonly kind: 'begins'; readonly given: string }
  | {
      readonly kind: 'done'
      readonly cases: number
      readonly found?: { readonly given: Json; readonly finding: Finding }
    }

function tell(told: Told): void {
  process.send?.(told)
}

async function serve(ask: Ask): Promise<void> {
  const target = targetNamed(ask.target)
  const cases = ask.kind === 'one' ? [ask.given] : fc.sample(target.cases, { seed: ask.seed, numRuns: ask.cases })
  for (const [index, drawn] of cases.entries()) {
    // As it will be read back from a file: a case is JSON, in which there is no -0.
    const given = JSON.parse(JSON.stringify(drawn)) as Json
    tell({ kind: 'begins', given: JSON.stringify(given) })
    const finding = await findingIn(target, given)
    // A rejection that nobody handles ends the process here, with this case as the last one begun.
    await new Promise(setImmediate)
    if (finding) return tell({ kind: 'done', cases: index + 1, found: { given, finding } })
  }
  tell({ kind: 'done', cases: cases.length })
}

process.on('message', (ask: Ask) => void serve(ask))
process.on('disconnect', () => process.exit())
