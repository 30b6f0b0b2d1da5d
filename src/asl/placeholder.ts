/** A substitution as templates write it: `${Name}`. One that is not closed is text. */
const SUBSTITUTION = /\$\{[^}]+\}/

/** Whether a value is a string that is known only once a template is deployed, in whole or in part. */
export function isPlaceholder(value: unknown): boolean {
  return typeof value === 'string' && SUBSTITUTION.test(value)
}
