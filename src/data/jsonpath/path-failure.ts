/** A path that gives no value, as a value. */
export class PathFailure {
  /** `missing`: nothing is there. `invalid-context`: the path cannot be applied to what is there, such as `[0]` to a number. */
  readonly kind: 'missing' | 'invalid-context'
  /** What Jayway JsonPath 2.0.0 says, without "Invalid path '...' : " in front. */
  readonly message: string
  constructor(kind: 'missing' | 'invalid-context', message: string) {
    this.kind = kind
    this.message = message
  }
}
