import { UserError } from '../asl/user-error.js'
import { type FindingSeverity, severities } from '../explore/findings/finding.js'
import type { LocatedFindings } from '../report/findings-json.js'
import type { ExitCode } from './io.js'
import type { OptionValues } from './options.js'

/** The severity from which on a finding fails the command. */
export function failOnOf(options: OptionValues): FindingSeverity {
  const asked = options.text('fail-on') ?? 'error'
  const found = severities.find((severity) => severity === asked)
  if (found === undefined) {
    throw new UserError('usage', `--fail-on is one of ${severities.join(', ')}, and got "${asked}"`)
  }
  return found
}

/**
 * Of several codes the worst: a machine that could not be loaded or started never looks green. `failOn`: undefined where no finding
 * fails.
 */
export function exploreExitCode(
  explored: readonly LocatedFindings[],
  isRefused: boolean,
  failOn: FindingSeverity | undefined,
): ExitCode {
  const all = explored.map(({ findings }) => findings)
  if (isRefused || all.some(({ broken }) => broken)) return 3
  if (all.some(({ waiverProblems }) => waiverProblems.length > 0)) return 1
  const failing = failOn === undefined ? [] : severities.slice(0, severities.indexOf(failOn) + 1)
  return all.some(({ findings }) => findings.some(({ severity }) => failing.includes(severity))) ? 1 : 0
}
