import type { ProfileFlag } from '../profile.js'

/** What a behaviour is about; `aslx explain <topic>` prints the rows of one. */
export const TOPICS = {
  matching: 'which errors Retry and Catch take',
  timeouts: 'timeouts and heartbeats',
  paths: 'JSONPath, payload templates and reference paths',
  intrinsics: 'intrinsic functions',
  choice: 'Choice rules',
  containers: 'Parallel and inline Map',
  'distributed-map': 'distributed Map',
  jsonata: 'JSONata',
  history: 'events, their order and their ids',
  limits: 'sizes and quotas',
  services: 'what services answer, and callbacks',
  api: 'TestState, create errors and logs',
  'fault-texts': 'error names and messages that faults imitate',
} as const
export type Topic = keyof typeof TOPICS

/**
 * Why a behaviour is taken for AWS's. `recorded`: an answer of the service that is at hand. `measured`: one that others
 * quote. `documented`: AWS says so. `assumption`: chosen here, for the reason given.
 */
export interface Evidence {
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
  readonly topic: Topic
  /** The error names it concerns. */
  readonly errors: readonly string[]
  /** What a run does by default, and what recordings show. */
  readonly recorded: string
  /** What AWS's documents say. */
  readonly documented: string
  readonly evidence: readonly Evidence[]
  readonly status: 'differs' | 'assumption' | 'unknown'
  /** What the engine asks for; a row without it is the same under both profiles. */
  readonly profile?: ProfileFlag
}

/** `documented` of a row on which AWS's documents are silent. */
export const SILENT = 'Nothing.'

/** The guide's page on errors, and the language's specification. */
export const ERRORS_GUIDE = 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html'
export const SPECIFICATION = 'https://states-language.net'

/** Recordings of AWS that LocalStack published, by test file and date. */
export function recorded(test: string): Evidence {
  return { kind: 'recorded', source: `LocalStack snapshot of AWS, ${test}` }
}

/** What the authors of floci measured on AWS and quote in their issues and tests. */
export function measured(what: string): Evidence {
  return { kind: 'measured', source: `on AWS us-east-1 in 2026, quoted by floci-io/floci: ${what}` }
}

export function documented(url: string): Evidence {
  return { kind: 'documented', source: url }
}

export function assumption(why: string): Evidence {
  return { kind: 'assumption', source: why }
}
