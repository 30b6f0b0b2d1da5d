/** A substitution as templates write it: `${Name}`. One that is not closed is text. */
const SUBSTITUTION = /\$\{[^}]+\}/

/** Whether a value is a string that is known only once a template is deployed, in whole or in part. */
export function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && SUBSTITUTION.test(value)
}

/** One that begins exactly at the cursor, inside a quoted string: it holds neither quotes nor braces. */
const SUBSTITUTION_IN_STRING = /\$\{[^{}'"\\]+\}/y

/** The placeholder that begins at this index of a text, in the string literal that stands there; undefined if none does. */
export function placeholderAt(text: string, index: number): string | undefined {
  SUBSTITUTION_IN_STRING.lastIndex = index
  return SUBSTITUTION_IN_STRING.exec(text)?.[0]
}
