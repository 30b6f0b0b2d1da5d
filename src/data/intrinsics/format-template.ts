/** A template of `States.Format`. */
export interface FormatTemplate {
  /** The text in pieces, cut at each `{}`: the other arguments come between them. */
  readonly pieces: readonly string[]
  /** The first brace that is no part of a `{}`: with one the call fails. */
  readonly strayBrace?: '{' | '}'
}

/** A template that comes from data. It has no escapes: they belong to the syntax of string literals (assumption). */
export function formatTemplate(text: string): FormatTemplate {
  const pieces = text.split('{}')
  const stray = /[{}]/.exec(pieces.join(''))?.[0]
  return stray === '{' || stray === '}' ? { pieces, strayBrace: stray } : { pieces }
}
