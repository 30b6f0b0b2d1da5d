import type { LocateSource } from '../asl/positions.js'
import type { Place } from '../explore/findings/finding.js'
import type { WaiverProblem } from '../explore/findings/waiver.js'
import type { ErrorJson } from './error-json.js'
import type { KnownFinding, MachineFindings } from '../explore/machine-findings.js'

/** A machine, where the parts of its definition stand, and how its findings are replayed. */
export interface LocatedFindings {
  readonly findings: MachineFindings
  readonly locate: LocateSource | undefined
  /** The scenario file that says how a normal day is; undefined where all is inferred. */
  readonly scenarioFile: string | undefined
  /** The command that shows the finding of an id, in words for a shell. */
  readonly replayWords: (id: string) => readonly string[]
}

/** What `aslx explore` prints as JSON. */
export interface FindingsJson {
  readonly machines: readonly ReturnType<typeof machineJson>[]
  /** Sources and machines that could not be loaded. */
  readonly errors: readonly ErrorJson[]
}

export function findingsJson(machines: readonly LocatedFindings[], errors: readonly ErrorJson[]): FindingsJson {
  return { machines: machines.map(machineJson), errors }
}

function machineJson({ findings: machine, locate }: LocatedFindings) {
  const { reach, certificate } = machine
  return {
    machine: machine.machine,
    source: machine.source ?? null,
    states: {
      total: reach.total,
      reached: reach.reached,
      reachedWithoutFault: reach.reachedWithoutFault,
      list: reach.list.map(({ pointer, state, reachedBy, because }) => ({
        pointer,
        state,
        ...(reachedBy !== undefined && { reachedBy }),
        ...(because !== undefined && { because }),
      })),
    },
    ...(machine.broken && { broken: machine.broken }),
    certificate,
    handledWell: machine.handledWell,
    known: machine.known,
    waived: machine.waived,
    waiverProblems: machine.waiverProblems.map((problem) => waiverProblemJson(problem, locate)),
    inferred: machine.inferred,
    findings: machine.findings.map((finding) => findingJson(finding, locate)),
  }
}

function waiverProblemJson({ state, pointer, message }: WaiverProblem, locate: LocateSource | undefined) {
  const at = locate?.(pointer)
  return { state, pointer, ...(at && { file: at.file, line: at.line, column: at.column }), message }
}

function findingJson(finding: KnownFinding, locate: LocateSource | undefined) {
  const { id, fingerprint, rule, severity, errors, kinds, message, fix } = finding
  return {
    id,
    fingerprint,
    rule,
    class: finding.class,
    severity,
    states: finding.states.map((place) => placeJson(place, locate)),
    errors,
    kinds,
    message,
    ...(fix && { fix }),
  }
}

function placeJson(place: Place, locate: LocateSource | undefined) {
  const at = locate?.(place.pointer)
  return {
    state: place.state,
    pointer: place.pointer,
    ...(at && { file: at.file, line: at.line, column: at.column }),
    errors: place.errors,
    kinds: place.kinds,
    ...(place.leftBehind.length > 0 && { leftBehind: place.leftBehind }),
    ...(place.longestMs !== undefined && { longestMs: place.longestMs }),
    ...(place.proof && { scenario: place.proof.scenario }),
  }
}
