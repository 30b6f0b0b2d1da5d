/** What kind of mistake it is, and so the exit code: 2 usage, 3 a definition or template, 4 not supported. */
export type UserErrorKind = 'usage' | 'definition' | 'unsupported'

/** A file, or a place in it; lines and columns count from 1. */
export interface ErrorPlace {
  readonly file: string
  readonly line?: number
  readonly column?: number
  /** The JSON Pointer of what stands there, in the definition. */
  readonly pointer?: string
}

export interface Advice {
  /** What to do. */
  readonly hint?: string | undefined
  /** The valid choice that was most likely meant; without a hint it is the hint. */
  readonly nearest?: string | undefined
}

/** What a mistake has besides what is wrong. */
export interface UserErrorDetails extends Advice {
  readonly at?: ErrorPlace | undefined
  /** The parts that it is about, the outermost first: `tasks.Ship`. */
  readonly parts?: readonly string[] | undefined
}

/**
 * A mistake of the person who uses aslx: what is wrong, where, and what to do. It is never an ASL error: no Retry or Catch of a
 * machine can see it. The message is made of the members, here and nowhere else, and nobody reads it back; line breaks in what
 * it quotes become blanks.
 * @example
 * const mistake = await loadMachine('nowhere.asl.json').catch((error: unknown) => error)
 * mistake instanceof UserError && mistake.kind // => 'definition'
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly kind: UserErrorKind
  readonly what: string
  readonly at: ErrorPlace | undefined
  readonly parts: readonly string[]
  readonly hint: string | undefined
  readonly nearest: string | undefined

  constructor(kind: UserErrorKind, what: string, { at, parts = [], hint, nearest }: UserErrorDetails = {}) {
    super(messageOf(what, { at, parts, hint, nearest }))
    this.kind = kind
    this.what = what
    this.at = at
    this.parts = parts
    this.hint = hint
    this.nearest = nearest
  }

  /** The same mistake, found at a place; of a place that it has already the message tells as well. */
  placedAt(at: ErrorPlace | undefined): UserError {
    if (!at) return this
    return this.#with({ at, parts: this.at ? [printErrorPlace(this.at), ...this.parts] : this.parts })
  }

  /** The same mistake, at another place than it was thought to be. */
  movedTo(at: ErrorPlace): UserError {
    return this.#with({ at })
  }

  /** The same mistake, in a part such as `tasks.Ship`. */
  inPart(part: string): UserError {
    const own = this.at ? [printErrorPlace(this.at)] : []
    return this.#with({ at: undefined, parts: [part, ...own, ...this.parts] })
  }

  ofKind(kind: UserErrorKind): UserError {
    return new UserError(kind, this.what, this)
  }

  #with(details: UserErrorDetails): UserError {
    const { parts, hint, nearest } = this
    return new UserError(this.kind, this.what, { parts, hint, nearest, ...details })
  }
}

/** What an action gives; its UserError is told with the place. */
export function withErrorPlace<T>(at: ErrorPlace | undefined, action: () => T): T {
  return withUserError(action, (error) => error.placedAt(at))
}

/** What an action gives; its UserError is told as one of the part. */
export function withErrorPart<T>(part: string, action: () => T): T {
  return withUserError(action, (error) => error.inPart(part))
}

/** What an action gives; its UserError is another. */
export function withUserError<T>(action: () => T, change: (error: UserError) => UserError): T {
  try {
    return action()
  } catch (error) {
    throw error instanceof UserError ? change(error) : error
  }
}

function messageOf(what: string, { at, parts = [], hint, nearest }: UserErrorDetails): string {
  const advice = hint ?? (nearest === undefined ? undefined : `did you mean "${nearest}"?`)
  const where = [...(at ? [printErrorPlace(at)] : []), ...parts].map((part) => `${part}: `).join('')
  return `${where}${what}${advice === undefined ? '' : `; ${advice}`}`.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
}

/** `file:line:col`, or the file alone. */
function printErrorPlace({ file, line, column }: ErrorPlace): string {
  return line === undefined ? file : `${file}:${line}:${column ?? 1}`
}
