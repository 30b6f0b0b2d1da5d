import { printable } from './printable.js'

/** An expected value in a sentence, wherever in it an asymmetric matcher stands. */
export function expectedText(output: unknown): string {
  if (isAsymmetric(output)) return printable(matcherText(output))
  try {
    const text = JSON.stringify(output, (_key, value: unknown) => (isAsymmetric(value) ? matcherText(value) : value))
    return printable(text ?? String(output))
  } catch {
    return 'the expected value'
  }
}

function matcherText(matcher: Asymmetric): string {
  if (matcher.toAsymmetricMatcher) return matcher.toAsymmetricMatcher()
  const sample = JSON.stringify(matcher.sample)
  return sample === undefined ? matcher.toString() : `${matcher.toString()} ${sample}`
}

/** A matcher such as `expect.any(String)`, whose text says what it takes. */
interface Asymmetric {
  readonly asymmetricMatch: unknown
  readonly sample?: unknown
  readonly toAsymmetricMatcher?: () => string
  toString(): string
}

function isAsymmetric(value: unknown): value is Asymmetric {
  return typeof value === 'object' && value !== null && 'asymmetricMatch' in value
}
