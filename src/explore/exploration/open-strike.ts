import type { ResolvedStrike } from '../../faults/scenario-string.js'

/** A strike whose state has not been left: it goes on at later attempts of the visit until its times are over. */
export interface OpenStrike {
  /** JSON Pointer of the state. */
  readonly pointer: string
  readonly resolved: ResolvedStrike
  /** An error takes the place of the answer; a changed answer is nothing that could be recovered from. */
  readonly isFailure: boolean
  /** Index of the retrier that tried again, once one has. */
  readonly tried: number | undefined
  /** Of a child of a distributed Map that has failed with it: the Map's pointer, until that has dealt with the child. */
  readonly awaitedMap: string | undefined
}

/** Tells the sites of strikes apart. */
export function openSiteKey({ state, items, visit, attempt }: ResolvedStrike): string {
  return `${state}[${items.join()}]#${visit}.${attempt}`
}

/** Two sessions with the same strikes open are struck alike from here on. */
export function openKey({ resolved, tried, awaitedMap }: OpenStrike): string {
  const { name, args, placement, times } = resolved
  return `${openSiteKey(resolved)}=${name}(${args ?? ''})${placement ?? ''}*${times} ${tried ?? ''} ${awaitedMap ?? ''}`
}

/** Whether the strike hits this attempt. */
export function isStruckBy(
  { resolved: { state, items, visit, attempt, times } }: OpenStrike,
  call: {
    readonly state: string
    readonly items: readonly { readonly index: number }[]
    readonly visit: number
    readonly attempt: number
  },
): boolean {
  return (
    state === call.state &&
    visit === call.visit &&
    items.length === call.items.length &&
    items.every((index, depth) => call.items[depth]?.index === index) &&
    attempt <= call.attempt &&
    call.attempt < attempt + times
  )
}
