/** What kind of mistake it is, and so the exit code: 2 usage, 3 a definition or template, 4 not supported. */
export type UserErrorKind = 'usage' | 'definition' | 'unsupported'

/**
 * A mistake of the person who uses aslx, told in one line: what is wrong, where (`file:line:col`), and what to do.
 * It is never an ASL error: no Retry or Catch of a machine can see it. Line breaks in what it quotes become blanks.
 * @example
 * const mistake = await loadMachine('nowhere.asl.json').catch((error: unknown) => error)
 * mistake instanceof UserError && mistake.kind // => 'definition'
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly kind: UserErrorKind
  constructor(kind: UserErrorKind, message: string) {
    super(message.replaceAll(/\s*[\r\n\u2028\u2029]+\s*/g, ' '))
    this.kind = kind
  }
}
