import type { Verdict } from '../verify/verdict.js'
import { type NoFindingsOptions, toHaveNoFindings } from './to-have-no-findings.js'

/** The matchers of machines in the form that `expect.extend` of vitest and jest takes. */
export const findingMatchers = {
  toHaveNoFindings(received: unknown, options?: NoFindingsOptions): Promise<Verdict> {
    return toHaveNoFindings(received, options)
  },
}
