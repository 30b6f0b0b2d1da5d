import { readPackageData } from '../asl/package-file.js'
import type { ProfileFlag } from '../asl/profile.js'

/**
 * Why a behaviour is taken for AWS's. `recorded`: an answer of the service that is at hand. `measured`: one that others
 * quote. `documented`: AWS says so. `assumption`: chosen here, for the reason given.
 */
export interface BehaviourEvidence {
  readonly kind: 'recorded' | 'measured' | 'documented' | 'assumption'
  readonly source: string
}

/**
 * A behaviour of Step Functions of which one cannot be sure. `differs`: documents and recordings, or recordings of
 * different years, contradict each other. `assumption`: neither shows it, so one way was chosen. `unknown`: nobody has
 * seen it, and aslx claims nothing.
 */
export interface Behaviour {
  /** Stable and unique, e.g. `heartbeat-name`. */
  readonly id: string
  /** One of `TOPICS`. */
  readonly topic: string
  /** The error names it concerns. */
  readonly errors: readonly string[]
  /** What a run does by default, and what recordings show. */
  readonly recorded: string
  /** What AWS's documents say; `SILENT` if nothing. */
  readonly documented: string
  readonly evidence: readonly BehaviourEvidence[]
  readonly status: 'differs' | 'assumption' | 'unknown'
  /** What the engine asks for; a row without it is the same under both profiles. */
  readonly profile?: ProfileFlag
}

/**
 * `documented` of a row on which AWS's documents are silent.
 * @internal for docs/fidelity.md, which a script writes
 */
export const SILENT = 'Nothing.'

interface BehavioursFile {
  /** What a behaviour is about, and the title of that; `aslx explain <topic>` prints the rows of one. */
  readonly topics: Readonly<Record<string, string>>
  readonly behaviours: readonly Behaviour[]
}

const file = JSON.parse(readPackageData('behaviours.json')) as BehavioursFile

export const TOPICS = file.topics

/**
 * Everything in which documents and recordings of AWS differ, or that is assumed or unknown. `aslx explain` and
 * docs/fidelity.md print it, and the `documented` profile flips its rows that have a flag.
 */
export const behaviours = file.behaviours
