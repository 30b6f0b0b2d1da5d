/** One step of a path: a member's name, an index, or `*` for some item of an array. */
export type Step = string | number | typeof ANY_ITEM

/** Stands for an item of an array, whichever. */
export const ANY_ITEM = Symbol('an item')

/** Where a value comes from: `input` is the execution's input, `answer` what a Task was answered. */
export interface Origin {
  readonly source: 'input' | 'answer'
  readonly path: readonly Step[]
}

/**
 * What is known of a value before a machine has run: where it comes from, and the members that were laid over it since.
 * Nothing at all is known of `{}`.
 */
export interface Traced {
  readonly origin?: Origin
  readonly members?: ReadonlyMap<string, Traced>
}

export const UNKNOWN: Traced = {}

/** The part of a value at a path. */
export function partOf(traced: Traced, steps: readonly Step[]): Traced {
  let part = traced
  for (const step of steps) {
    const laid = typeof step === 'string' ? part.members?.get(step) : undefined
    if (laid) part = laid
    else if (part.origin) part = { origin: { ...part.origin, path: [...part.origin.path, step] } }
    else return UNKNOWN
  }
  return part
}

/** The value with another one laid over it at a path; nothing is known of one whose items change. */
export function withPart(traced: Traced, steps: readonly Step[], value: Traced): Traced {
  const [step, ...rest] = steps
  if (step === undefined) return value
  if (typeof step !== 'string') return UNKNOWN
  const members = new Map(traced.members).set(step, withPart(partOf(traced, [step]), rest, value))
  return { ...traced, members }
}
