import { existsSync, readFileSync } from 'node:fs'

/** Where the rates stand, from the root of the repository. `npm run exam:rates -- --write` counts them. */
export const RATES_FILE = 'docs/rules/rates.json'

/** How often rules speak over a corpus of public templates. */
export interface RuleRates {
  /** Machines that were explored, two faults at a time. */
  readonly machines: number
  /** By rule: machines in which it speaks at all, as an error, and as a warning. */
  readonly rules: Readonly<
    Record<string, { readonly machines: number; readonly errors: number; readonly warnings: number }>
  >
}

export function ruleRates(): RuleRates {
  return existsSync(RATES_FILE)
    ? (JSON.parse(readFileSync(RATES_FILE, 'utf8')) as RuleRates)
    : { machines: 0, rules: {} }
}
