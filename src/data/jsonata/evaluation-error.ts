/** What the message of a code mentions: `{{value}}`, `{{token}}` and so on in the package's catalogue. */
export interface ErrorDetails {
  readonly value?: unknown
  readonly value2?: unknown
  readonly index?: number
  readonly type?: string
  readonly message?: string
  readonly token?: string
}

/** An error with one of JSONata's codes (T2001, D3137, ...). Its message is filled in from the package's catalogue. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError'
  readonly code: string
  readonly value: unknown
  readonly value2: unknown
  readonly index: number | undefined
  readonly type: string | undefined
  /** The operator or function that failed. */
  token: string | undefined

  constructor(code: string, details: ErrorDetails = {}) {
    super(details.message)
    this.code = code
    this.value = details.value
    this.value2 = details.value2
    this.index = details.index
    this.type = details.type
    this.token = details.token
  }
}

/** An error with a code: ours, or a plain object that a function of the package threw. */
export interface CodedError {
  readonly code: string
  readonly value?: unknown
  token?: string | undefined
  message?: string
}

export function isCoded(error: unknown): error is CodedError {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
}

/** Names the function a coded error came from, unless something closer to it did already. */
export function nameFunction(error: unknown, token: string | undefined): void {
  if (token !== undefined && isCoded(error)) error.token ??= token
}

/** Names the operator a coded error came from; the outermost operator wins, as in the package. */
export function nameOperator(error: unknown, token: string): void {
  if (isCoded(error)) error.token = token
}
