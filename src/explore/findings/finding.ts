import type { ErrorKind } from '../../services/error-kind.js'

/** What a finding says; the same word in text, JSON, SARIF and every report. */
export const findingClasses = [
  'invalid',
  'unhandled',
  'hangs',
  'handler-fails',
  'escapes-handlers',
  'dead-handler',
  'caught-untried',
  'permanent-retried',
  'slow-to-notice',
  'slow-to-fail',
  'swallowed',
  'duplicate-effect',
  'lost-data',
  'in-step',
  'uncompensated',
] as const
export type FindingClass = (typeof findingClasses)[number]

/** Worst first. */
export const severities = ['error', 'warning', 'info'] as const
export type FindingSeverity = (typeof severities)[number]

/** What to write, in the notation of the file that declares the machine. */
export interface Fix {
  /** One line: what to write and where. */
  readonly summary: string
  /** JSON Pointer of the object to change. */
  readonly pointer: string
  /** Members to set there, in the language's own form; absent where a person has to decide. */
  readonly members?: { readonly [name: string]: unknown }
  /** Whether `--fix` may write it without asking. */
  readonly isSafe: boolean
}

/** How a scenario must end when it is run again from the start. */
export interface Proof {
  /** The canonical scenario string. */
  readonly scenario: string
  readonly status: string
  /** Name of the error that the execution ends with; undefined where it ends well or without a name. */
  readonly error: string | undefined
}

/** What a rule found at one state. */
export interface Place {
  readonly state: string
  /** JSON Pointer from the machine's root. */
  readonly pointer: string
  readonly severity: FindingSeverity
  /** Names of the errors, as the state sees them; `*` is any other error. Empty where no error has a part in it. */
  readonly errors: readonly string[]
  readonly kinds: readonly ErrorKind[]
  /** The shortest scenario that shows it; undefined for what is seen without running. */
  readonly proof: Proof | undefined
  /** What differs between places that are not one thing to mend; places of one rule with equal keys are folded. */
  readonly foldKey: string
  /** What was done outside and stays, in words, e.g. `ChargeCard (lambda:invoke)`. */
  readonly leftBehind: readonly string[]
  /** The longest virtual time, for rules about time. */
  readonly longestMs?: number
  /** What the message says of this place, e.g. a name and what to write in its stead. */
  readonly detail?: string
  readonly fix?: Fix
}

/** One thing to mend: equal ones are folded into one, with all their places. */
export interface Finding {
  /** `ASLX101` and so on; `aslx explain` tells of it. */
  readonly rule: string
  readonly class: FindingClass
  readonly severity: FindingSeverity
  /** Never empty; in the order of the definition. */
  readonly states: readonly Place[]
  /** Of all its places, each once. */
  readonly errors: readonly string[]
  readonly kinds: readonly ErrorKind[]
  /** One or two sentences: what happens, with numbers, and what is left behind. */
  readonly message: string
  /** Where no place has its own: what the rule says to write. */
  readonly fix: Fix | undefined
}
