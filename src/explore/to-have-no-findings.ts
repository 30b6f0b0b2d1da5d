import { UserError } from '../asl/user-error.js'
import { Machine } from '../harness/machines/machine.js'
import { linesText, placeText, printable } from '../verify/printable.js'
import type { Verdict } from '../verify/verdict.js'
import type { ExploreOptions } from './explore-machine.js'
import { explore } from './explore.js'
import { type FindingClass, type FindingSeverity, severities } from './findings/finding.js'
import type { KnownFinding } from './machine-findings.js'

/** What may be found, and how it is looked for. */
export interface NoFindingsOptions extends Pick<ExploreOptions, 'k' | 'scenario' | 'rules'> {
  /** Findings of this severity or worse fail. Default `error`. */
  readonly failOn?: FindingSeverity
  /** What is accepted: ids of rules (`ASLX303`), classes (`swallowed`) or ids of findings (`5b1e90`). */
  readonly except?: readonly (FindingClass | (string & {}))[]
}

/** The matcher that `aslx/vitest` and `aslx/jest` add to `expect(machine)`. */
export interface MachineMatchers {
  /** Exploring the machine finds nothing of this severity: await it. */
  toHaveNoFindings(options?: NoFindingsOptions): Promise<void>
}

/** Passes if exploring the machine finds nothing of the severity. UserError if it is no machine. */
export async function toHaveNoFindings(received: unknown, options: NoFindingsOptions = {}): Promise<Verdict> {
  const { failOn = 'error', except = [], ...how } = options
  if (!(received instanceof Machine)) {
    throw new UserError('usage', 'toHaveNoFindings judges a machine, as loadMachine gives it: await it first')
  }
  const { findings, broken, machine } = await explore(received, how)
  const worst = severities.slice(0, severities.indexOf(failOn) + 1)
  const found = findings.filter((finding) => worst.includes(finding.severity) && !isAccepted(finding, except))
  const lines = found.flatMap((finding) => findingLines(received, finding))
  const failure = broken ? [`without any fault it fails: ${printable(broken.reason)}: give ${broken.give}`] : []
  const seen = found.length === 0 && !broken ? 'it has none' : `it has ${found.length}`
  return {
    pass: found.length === 0 && !broken,
    message: () =>
      linesText([
        `expected ${printable(machine)} to have no findings of severity ${failOn}; ${seen}`,
        '',
        ...failure,
        ...lines,
      ]),
  }
}

function isAccepted({ rule, class: name, id, fingerprint }: KnownFinding, except: readonly string[]): boolean {
  return [rule, name, id, fingerprint].some((known) => except.includes(known))
}

function findingLines({ origin }: Machine, finding: KnownFinding): readonly string[] {
  const places = finding.states.map(({ state, pointer }) => {
    const at = origin.locate?.(pointer)
    return `    at ${printable(state)}${at ? ` (${placeText(at)})` : ''}`
  })
  const { severity, rule, id, message, fix } = finding
  const proof = finding.states.find((place) => place.proof)?.proof
  return [
    `  ${severity} ${finding.class} ${rule} ${id}: ${message}`,
    ...(fix ? [`    write: ${fix.summary}`] : []),
    ...(proof ? [`    replay: ${proof.scenario}`] : []),
    ...places,
  ]
}
