import { checkDefinition } from '../../asl/check.js'
import type { JsonObject } from '../../asl/json.js'
import { deadNames } from '../../harness/checks/dead-names.js'
import { isMutating, tokensOf } from '../../services/effects.js'
import type { PossibleError } from '../exploration/possible-error.js'
import type { Finding, Place } from './finding.js'
import { type MachineFacts, type StateFacts, stateAround } from './machine-facts.js'
import type { Mend } from './mend.js'

/**
 * What can be written into a definition without asking: it mends something, and does no harm. A retrier names only errors that pass by
 * themselves, of calls that may be made again.
 */
export function safeMends(findings: readonly Finding[], facts: MachineFacts): readonly Mend[] {
  const names = nameMends(findings, facts)
  // A name that is put right is tried again from then on.
  const isPutRight = ({ pointer }: StateFacts, name: string): boolean =>
    names.some((mend) => mend.kind === 'text' && mend.text === name && mend.pointer.startsWith(`${pointer}/Retry/`))
  return [...names, ...memberMends(findings), ...retryMends(findings, facts, isPutRight)]
}

/** The right name in place of one that is none. */
function nameMends(findings: readonly Finding[], facts: MachineFacts): readonly Mend[] {
  if (!findings.some((finding) => finding.class === 'dead-handler')) return []
  const { definition, type } = facts.machine
  return [...deadNames(definition, type), ...checkDefinition(definition, { type })].flatMap(
    (problem): readonly Mend[] => {
      const { meantError, pointer, code } = problem
      const state = stateAround(facts, pointer)
      if (!state || meantError === undefined || !REPLACED.has(code)) return []
      return [{ kind: 'text', state: state.state, pointer, text: meantError }]
    },
  )
}

/** A name that never comes is replaced; one that leaves another out stays. */
const REPLACED = new Set(['ASLX_ERROR_NEVER_RAISED', 'ASLX_UNKNOWN_ERROR_NAME'])

function memberMends(findings: readonly Finding[]): readonly Mend[] {
  return placesOf(findings).flatMap(({ state, fix }) => {
    if (!fix?.isSafe) return []
    const members = Object.entries((fix.members ?? {}) as JsonObject)
    return members.map(([name, value]): Mend => ({ kind: 'member', state, pointer: fix.pointer, name, value }))
  })
}

/** Classes of findings that say that an error which passes is not tried again. */
const UNTRIED: ReadonlySet<string> = new Set(['unhandled', 'caught-untried', 'handler-fails', 'lost-data'])

/** A retrier for each state, before those that it has. Doubling waits with jitter as AWS advises: 1, 2, 4 and 8 s at most. */
function retryMends(
  findings: readonly Finding[],
  facts: MachineFacts,
  isTried: (state: StateFacts, name: string) => boolean,
): readonly Mend[] {
  const told = findings.filter((finding) => UNTRIED.has(finding.class) && finding.severity !== 'info')
  const names = new Map<string, Set<string>>()
  for (const { pointer, errors } of placesOf(told)) {
    const state = facts.states.get(pointer)
    if (!state) continue
    const known = names.get(pointer) ?? new Set<string>()
    for (const name of errors) if (mayBeTriedAgain(state, name) && !isTried(state, name)) known.add(name)
    names.set(pointer, known)
  }
  return [...names].flatMap(([pointer, errors]): readonly Mend[] => {
    const state = facts.states.get(pointer)
    if (!state || errors.size === 0) return []
    const ErrorEquals = [...errors].sort()
    const retrier = { ErrorEquals, IntervalSeconds: 1, MaxAttempts: 4, BackoffRate: 2, JitterStrategy: 'FULL' }
    return [{ kind: 'retrier', state: state.state, pointer, retrier }]
  })
}

/** The error passes, nothing tries it again, and the call either did nothing by then or may be repeated. */
function mayBeTriedAgain(state: StateFacts, name: string): boolean {
  if (state.type !== 'Task') return false
  const found = state.errorClasses.flatMap((one) =>
    one.retrier === undefined ? one.errors.filter(({ error }) => error === name) : [],
  )
  return found.length > 0 && found.every((error) => error.transience === 'transient' && isHarmless(error, state))
}

function isHarmless({ sideEffect }: PossibleError, { resource }: StateFacts): boolean {
  if (sideEffect === 'none') return true
  return resource !== undefined && (!isMutating(resource) || tokensOf(resource).length > 0)
}

function placesOf(findings: readonly Finding[]): readonly Place[] {
  return findings.flatMap(({ states }) => states)
}
