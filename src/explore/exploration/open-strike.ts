import type { ResolvedStrike } from '../../faults/scenario-string.js'

/** A strike whose state has not been left: it goes on at later attempts of the visit until its times are over. */
export interface OpenStrike {
  /** JSON Pointer of the state. */
  readonly pointer: string
  readonly resolved: ResolvedStrike
  /** It strikes a state before its work begins, which has to be asked for that. */
  readonly isProbe: boolean
  /** An error takes the place of the answer; a changed answer is nothing that could be recovered from. */
  readonly isFailure: boolean
  /** Index of the retrier that tried again, once one has. */
  readonly tried: number | undefined
  /** It hits no more attempt. */
  readonly isOver: boolean
  /** What the handlers do about it is known, and it may strike again even so. */
  readonly isSettled: boolean
  /** Of a child of a distributed Map that has failed with it: the Map's pointer, until that has dealt with the child. */
  readonly awaitedMap: string | undefined
}

/** Tells the sites of strikes apart. */
export function openSiteKey({ state, items, visit, attempt }: ResolvedStrike): string {
  return `${state}[${items.join()}]#${visit}.${attempt}`
}

/** Two sessions with the same strikes open go on alike, whatever it was that has struck. */
export function openKey({ resolved, tried, isOver, isSettled, awaitedMap }: OpenStrike): string {
  const { name, args = '', placement = '', times, persists } = resolved
  if (persists && isSettled) return `${resolved.state}[${resolved.items.join()}]=${name}(${args})${placement}`
  const more = isOver && !isSettled ? '' : `=${name}(${args})${placement}*${times}`
  return `${openSiteKey(resolved)}${more} ${tried ?? ''} ${awaitedMap ?? ''}`
}
