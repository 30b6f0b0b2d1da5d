import { InvalidExpressionError } from '../failure.js'
import type { Token } from './tokens.js'

/** Steps in one path. Chosen: no path comes near it, and evaluation may recurse once per step. */
const MAX_STEPS = 1_000

/**
 * Splits a path into its steps as Jayway JsonPath 2.0.0 does: it is lenient where that engine is (`$.a-b`, `$.['a']`,
 * a missing `$.`, `@` for `$`) and strict where it is (`$["a"]`, blanks, escapes).
 */
export function parsePath(text: string): readonly Token[] {
  const path = rooted(text.trim())
  if (path.length > 1 && path[1] !== '.' && path[1] !== '[') throw invalidPath(text, '"." or "[" must follow "$"')
  const tokens: Token[] = []
  let at = 1
  while (at < path.length) {
    if (path[at] === '.' && path[at + 1] === '.') {
      tokens.push({ kind: 'scan' })
      at += 2
    } else if (path[at] === '*') {
      tokens.push({ kind: 'wildcard' })
      at += 1
    } else if (path[at] === '[') {
      const end = bracketEnd(path, at)
      tokens.push(bracketToken(path.slice(at, end), text))
      at = end
    } else {
      const start = path[at] === '.' ? at + 1 : at
      at = nameEnd(path, start)
      const name = path.slice(start, at)
      if (name !== '') tokens.push(name === '*' ? { kind: 'wildcard' } : namesToken(`'${name}']`, text))
      else if (path[at] !== '[') throw invalidPath(text, `a name is missing at character ${at + 1}`)
    }
    if (tokens.length > MAX_STEPS) throw invalidPath(text.slice(0, 80), `it has more than ${MAX_STEPS} steps`)
  }
  if (tokens.at(-1)?.kind === 'scan') throw invalidPath(text, 'it ends with ".."')
  return tokens
}

function invalidPath(text: string, reason: string): InvalidExpressionError {
  return new InvalidExpressionError(`'${text}' is not a JSONPath: ${reason}`)
}

function rooted(path: string): string {
  if (path === '') throw invalidPath(path, 'it is empty')
  if (path.startsWith('$')) return path
  return path.startsWith('@') ? `$${path.slice(1)}` : `$.${path}`
}

function nameEnd(path: string, start: number): number {
  let at = start
  while (at < path.length && path[at] !== '.' && path[at] !== '[' && path[at] !== ' ') at++
  return at
}

/** The index behind the bracket that closes the one at `start`. Quotes do not hide brackets. */
function bracketEnd(path: string, start: number): number {
  let open = 0
  for (let at = start; at < path.length; at++) {
    if (path[at] === '[') open++
    else if (path[at] === ']' && --open === 0) return at + 1
  }
  return path.length
}

/** The first telling character decides what a bracket is, wherever it stands. */
function bracketToken(fragment: string, text: string): Token {
  if (fragment === '[*]') return { kind: 'wildcard' }
  const at = fragment.search(/[?'@:\-\d]/)
  const rest = fragment.slice(Math.max(at, 0))
  if (rest.startsWith('?')) return { kind: 'filter', body: filterBody(fragment.slice(0, at), rest, text) }
  if (rest.startsWith("'")) return namesToken(rest, text)
  if (rest.startsWith('@')) return fromEndToken(rest, text)
  if (at >= 0) return arrayToken(rest, text)
  throw invalidPath(text, `${fragment} is neither a name in single quotes, an index, a slice nor a filter`)
}

/** `rest` begins with a quote. There are no escapes, and `]` ends the bracket even inside quotes. */
function namesToken(rest: string, text: string): Token {
  const end = rest.indexOf(']')
  if (end < 0) throw invalidPath(text, 'a bracket is not closed')
  const parts = rest.slice(0, end).split("'")
  const names = parts.filter((_, i) => i % 2 === 1 && i < parts.length - 1)
  const [name] = names
  return names.length === 1 && name !== undefined ? { kind: 'name', name } : { kind: 'names', names }
}

function fromEndToken(rest: string, text: string): Token {
  const [, name, offset] = /^@.([^-]*)(-[^)]*)\)/s.exec(rest) ?? []
  const called = name?.replaceAll(/[ ()]/g, '')
  if (offset === undefined || (called !== 'length' && called !== 'size')) {
    throw invalidPath(text, 'only [(@.length-n)] and [(@.size()-n)] are supported')
  }
  return { kind: 'from-end', offset: integer(offset.replaceAll(' ', ''), text) }
}

/** An index, several, or a slice; a slice's step is read over, and so is a colon behind a comma (`[0,:5]`). */
function arrayToken(rest: string, text: string): Token {
  const [run = ''] = /^[\d ,:-]*/.exec(rest) ?? []
  if (run.length === rest.length) throw invalidPath(text, 'a bracket is not closed')
  const list = run.replaceAll(' ', '')
  const [, from, to] = /^(-?\d*)(?::(-?\d*).*)?$/.exec(list) ?? []
  if (from !== undefined && to !== undefined) {
    const end = to === '' && from !== '' ? undefined : integer(to, text)
    return { kind: 'slice', from: from === '' ? undefined : integer(from, text), to: end }
  }
  const indexes = list
    .replaceAll(/,:(?=[\d-])/g, ',')
    .replace(/,$/, '')
    .split(/[,:]/)
    .map((part) => integer(part, text))
  const [index] = indexes
  return indexes.length === 1 && index !== undefined ? { kind: 'index', index } : { kind: 'indexes', indexes }
}

function integer(digits: string, text: string): number {
  const value = Number(digits)
  if (!/^-?\d+$/.test(digits) || value !== (value | 0)) throw invalidPath(text, `'${digits}' is not a 32-bit integer`)
  return value | 0
}

/** What stands between `[?(` and `)]`. Here quotes do hide parentheses and brackets. */
function filterBody(before: string, rest: string, text: string): string {
  const fragment = before.slice(before.lastIndexOf('[')) + rest
  const filter = fragment.slice(1, filterEnd(fragment, text) - 1).trim()
  const call = filter.slice(1).trim()
  if (!filter.startsWith('?') || !call.startsWith('(') || !call.endsWith(')')) {
    throw invalidPath(text, 'a filter must be written [?(...)]')
  }
  return call.slice(1, -1)
}

function filterEnd(fragment: string, text: string): number {
  let quoted = false
  let brackets = 0
  let parentheses = 0
  for (let at = 0; at < fragment.length; at++) {
    const char = fragment[at]
    if (char === "'" && fragment[at - 1] !== '\\') quoted = !quoted
    else if (quoted) continue
    else if (char === '(') parentheses++
    else if (char === ')') parentheses--
    else if (char === '[') brackets++
    else if (char === ']') {
      brackets--
      if (parentheses === 0 && brackets === 0) return at + 1
      if (parentheses === 0) break
    }
  }
  throw invalidPath(text, 'the brackets of a filter are not balanced')
}
