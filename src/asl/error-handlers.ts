import { matchesError } from './error-names.js'
import { isArray, isObject, member } from './json.js'
import type { Json, JsonObject } from './json.js'

/** A retrier as it stands in a state, with its default number of attempts. */
export interface RetrierRule {
  readonly errorEquals: readonly string[]
  /** Default 3; 0 never retries. */
  readonly maxAttempts: number
}

/** A catcher as it stands in a state. */
export interface CatcherRule {
  readonly errorEquals: readonly string[]
  readonly next: string
}

/** What a state does about errors, in document order, so that indexes are those of the trace. */
export interface ErrorHandlers {
  readonly retriers: readonly RetrierRule[]
  readonly catchers: readonly CatcherRule[]
}

/** The Retry and Catch of a state. What is malformed matches nothing. */
export function errorHandlersOf(state: JsonObject): ErrorHandlers {
  return {
    retriers: listOf(state, 'Retry').map((retrier) => {
      const most = isObject(retrier) ? member(retrier, 'MaxAttempts') : undefined
      return { errorEquals: namesOf(retrier), maxAttempts: typeof most === 'number' ? most : 3 }
    }),
    catchers: listOf(state, 'Catch').map((catcher) => {
      const next = isObject(catcher) ? member(catcher, 'Next') : undefined
      return { errorEquals: namesOf(catcher), next: typeof next === 'string' ? next : '' }
    }),
  }
}

function listOf(state: JsonObject, field: string): readonly Json[] {
  const list = member(state, field)
  return isArray(list) ? list : []
}

function namesOf(handler: Json): readonly string[] {
  const names = isObject(handler) ? member(handler, 'ErrorEquals') : undefined
  return isArray(names) ? names.filter((name) => typeof name === 'string') : []
}

/** The index of the first of these handlers that takes an error of this name; undefined if none does. */
export function firstTaking(
  handlers: readonly { readonly errorEquals: readonly string[] }[],
  name: string,
  heartbeat = false,
): number | undefined {
  const index = handlers.findIndex(({ errorEquals }) =>
    matchesError(errorEquals, { name, heartbeat, duringTask: true }),
  )
  return index === -1 ? undefined : index
}

/** The name of an error that nobody lists: what only wildcards take. */
export const UNLISTED_ERROR = 'Unlisted.Error'
