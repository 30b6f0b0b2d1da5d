/** What accepts one character (a code point), and the index behind it in the pattern. */
export interface PatternAtom {
  readonly accepts: (char: string) => boolean
  readonly end: number
}

/** Java's meaning of the classes that JavaScript reads otherwise. */
const JAVA_CLASSES: Readonly<Record<string, string>> = { '\\s': '[ \\t\\n\\v\\f\\r]', '\\S': '[^ \\t\\n\\v\\f\\r]' }

const ESCAPE = /^\\(?:[dDwWsStnrf]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[pP]\{\w+\}|[^A-Za-z0-9])/su

/** The atom at `at`: a literal, `.`, an escape or a class. A string says why there is none. */
export function patternAtom(text: string, at: number, ignoreCase: boolean): PatternAtom | string {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
  if (char === '\\') {
    const [escape] = ESCAPE.exec(text.slice(at, at + 40)) ?? []
    if (escape === undefined) return `the escape ${text.slice(at, at + 2)} is not supported`
    return oneOf(JAVA_CLASSES[escape] ?? plain(escape), ignoreCase, at + escape.length)
  }
  if (char === '[') return characterClass(text, at, ignoreCase)
  if ('*+?{'.includes(char)) return `there is nothing for ${char} to repeat`
  if (char === '.') return oneOf('[^\\n\\r\\u0085\\u2028\\u2029]', false, at + 1)
  return ignoreCase
    ? oneOf(codePoint(char), true, at + char.length)
    : { accepts: (other) => other === char, end: at + char.length }
}

function characterClass(text: string, at: number, ignoreCase: boolean): PatternAtom | string {
  const found = /^\[(\^?)((?:\\.|[^\\[\]])+)\]/su.exec(text.slice(at))
  if (!found) return 'a class in brackets is empty, nested or not closed'
  const [whole, negation = '', body = ''] = found
  const portable = body.replaceAll(/\\s/g, ' \\t\\n\\v\\f\\r').replaceAll(/\\[^A-Za-z0-9]/gsu, plain)
  return oneOf(`[${negation}${portable}]`, ignoreCase, at + whole.length)
}

/** An escaped sign as its code point, which needs no escape of its own anywhere. */
function plain(escape: string): string {
  return /^\\[A-Za-z0-9]/.test(escape) ? escape : codePoint(escape.slice(1))
}

function codePoint(char: string): string {
  return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`
}

/** JavaScript's own engine tells whether one character is in a class: with one character there is nothing to go back over. */
function oneOf(source: string, ignoreCase: boolean, end: number): PatternAtom | string {
  try {
    const single = new RegExp(`^${source}$`, ignoreCase ? 'ui' : 'u')
    return { accepts: (char) => single.test(char), end }
  } catch {
    return `${source} is not understood`
  }
}
