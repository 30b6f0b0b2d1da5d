import { deepFreeze } from './deep-freeze.js'

/**
 * Adds members that are made, and frozen throughout, when somebody first asks for them; they read, print and compare as
 * members that were there from the start. A history of many events is neither built nor frozen if nobody looks at it.
 */
export function withLazyMembers<T extends object, M extends object>(
  target: T,
  makers: { readonly [K in keyof M]: () => M[K] },
): T & M {
  for (const key of Object.keys(makers) as (keyof M)[]) {
    let made: { readonly value: M[keyof M] } | undefined
    const get = (): M[keyof M] => (made ??= { value: deepFreeze(makers[key]()) }).value
    Object.defineProperty(target, key, { enumerable: true, get })
  }
  return target as T & M
}
