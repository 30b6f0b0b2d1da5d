import { RESERVED_ERROR_NAMES, isReservedErrorName } from '../asl/error-names.js'
import type { Profile } from '../asl/profile.js'
import { didYouMean } from '../asl/suggest.js'
import { UserError } from '../asl/user-error.js'
import { catalogue } from '../faults/catalogue.js'
import type { FaultDefinition } from '../faults/fault-definition.js'
import { type Behaviour, TOPICS, behaviours } from './behaviours.js'
import { type ErrorRule, errorRule, namesThatMatch } from './error-rules.js'

/** What `aslx explain` has to say about a name. */
export type Explanation =
  /** An error of Step Functions' own, or one that a Task may have. */
  | {
      readonly kind: 'error'
      readonly name: string
      /** Undefined for an error of a Task, which has no rule of its own. */
      readonly rule: ErrorRule | undefined
      readonly matchedBy: Readonly<Record<Profile, readonly string[]>>
      readonly behaviours: readonly Behaviour[]
      readonly faults: readonly FaultDefinition[]
    }
  | { readonly kind: 'topic'; readonly topic: string; readonly behaviours: readonly Behaviour[] }
  | { readonly kind: 'behaviour'; readonly behaviours: readonly [Behaviour] }

/** Explains an error name, a topic or a behaviour; a UserError that names the nearest one if there is none. */
export function explanationOf(name: string): Explanation {
  if (isTopic(name)) return { kind: 'topic', topic: name, behaviours: behaviours.filter((row) => row.topic === name) }
  const behaviour = behaviours.find((row) => row.id === name)
  if (behaviour) return { kind: 'behaviour', behaviours: [behaviour] }
  const rule = errorRule(name)
  const faults = raising(name)
  if (!rule && faults.length === 0) throw unknownName(name)
  return { kind: 'error', name, rule, matchedBy: matchersOf(name, rule), behaviours: concerning(name), faults }
}

function isTopic(name: string): boolean {
  return Object.hasOwn(TOPICS, name)
}

const BY_STATUS = ['differs', 'assumption', 'unknown'] as const

function concerning(name: string): readonly Behaviour[] {
  return BY_STATUS.flatMap((status) => behaviours.filter((row) => row.status === status && row.errors.includes(name)))
}

/** Faults that raise the error; a wildcard is no error, so nothing raises it. */
function raising(name: string): readonly FaultDefinition[] {
  return name === 'States.ALL' || name === 'States.TaskFailed'
    ? []
    : catalogue.filter((fault) => fault.matchedBy.includes(name))
}

function matchersOf(name: string, rule: ErrorRule | undefined): Readonly<Record<Profile, readonly string[]>> {
  const seen = rule?.seen ?? { recorded: { name, duringTask: true }, documented: { name, duringTask: true } }
  const under = (profile: Profile): readonly string[] => {
    const error = seen[profile]
    return error ? namesThatMatch(error, profile, name) : []
  }
  return { recorded: under('recorded'), documented: under('documented') }
}

function unknownName(name: string): UserError {
  const fault = catalogue.find(({ id, aliases }) => id === name || aliases.includes(name))
  if (fault) return new UserError('usage', `"${name}" is a fault: aslx faults ${name}`)
  const nearest = didYouMean(name, explainableNames())
  const [what, where] = [`there is no error or topic "${name}"`, '(aslx explain lists them)']
  if (nearest !== undefined)
    return new UserError('usage', what, { nearest, hint: `did you mean "${nearest}"? ${where}` })
  return new UserError('usage', `${what} ${where}`, { hint: isReservedErrorName(name) ? undefined : CUSTOM })
}

const CUSTOM = 'a name that your own Tasks raise is taken by itself, States.TaskFailed and States.ALL'

function explainableNames(): readonly string[] {
  const raised = catalogue.flatMap(({ matchedBy }) => matchedBy)
  return [...new Set([...RESERVED_ERROR_NAMES, ...Object.keys(TOPICS), ...behaviours.map(({ id }) => id), ...raised])]
}
