import type { Json } from '../asl/json.js'
import type { Certificate } from './exploration/observation.js'
import type { Mend } from './findings/mend.js'
import type { Finding, Place } from './findings/finding.js'
import type { WaiverProblem } from './findings/waiver.js'

/** Whether exploring came to a state. */
export interface StateReach {
  readonly pointer: string
  readonly state: string
  /** The scenario string of a run that enters it; undefined where none does. */
  readonly reachedBy: string | undefined
  /** The condition that stands in the way of one that is not reached. */
  readonly because: string | undefined
}

/** Which states of a machine were entered: in runs with as many faults as were tried, and without any. */
export interface MachineReach {
  readonly total: number
  readonly reached: number
  readonly reachedWithoutFault: number
  readonly list: readonly StateReach[]
}

/** A place with what a baseline knows it by. */
export interface KnownPlace extends Place {
  readonly fingerprints: readonly string[]
}

/** A finding with the names that it is known by. */
export interface KnownFinding extends Finding {
  readonly states: readonly KnownPlace[]
  /** The first six digits of the fingerprint: `aslx replay <id>` runs its scenario. */
  readonly id: string
  readonly fingerprint: string
}

/** Why a machine cannot be explored: no run of it ends as it means to. */
export interface BrokenBaseline {
  readonly reason: string
  /** The one thing to give so that it can. */
  readonly give: string
}

/** What of a normal day was made up, for want of a scenario. */
export interface InferredValues {
  /** The input of the run that goes best; undefined where it was given. */
  readonly input?: Json
  /** States whose answers were made up. */
  readonly answers: readonly string[]
}

/** All that exploring found out about one machine. */
export interface MachineFindings {
  readonly machine: string
  /** The file that it was loaded from; undefined for a definition given as a value. */
  readonly source: string | undefined
  readonly reach: MachineReach
  /** States that call something; without one there is nothing to explore. */
  readonly callingStates: number
  readonly certificate: Certificate
  /** Worst first. */
  readonly findings: readonly KnownFinding[]
  /** Scenarios that a retrier or catcher dealt with as it should. */
  readonly handledWell: number
  /** Findings that the baseline knows, and that are not among `findings`. */
  readonly known: number
  /** Places that waivers cover, and that are in no finding. */
  readonly waived: number
  /** Waivers that have expired or cannot be read. */
  readonly waiverProblems: readonly WaiverProblem[]
  readonly broken: BrokenBaseline | undefined
  readonly inferred: InferredValues
  /** What can be written into the definition without asking. */
  readonly mends: readonly Mend[]
}
