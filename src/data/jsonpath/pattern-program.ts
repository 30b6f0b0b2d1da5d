import { patternAtom } from './pattern-atom.js'

/** `fork` goes on at each of the places; the others at the next one. */
export type Instruction =
  | { readonly kind: 'char'; readonly accepts: (char: string) => boolean }
  | { readonly kind: 'fork'; readonly to: readonly number[] }
  | { readonly kind: 'start' | 'end' | 'match' }

/** Chosen: `x{1000}` fits, and a text of 256 KiB is still done within seconds. */
const MAX_INSTRUCTIONS = 1_000
const MAX_DEPTH = 50

type Refuse = (reason: string) => never

interface Source {
  readonly text: string
  readonly ignoreCase: boolean
  readonly refuse: Refuse
  at: number
  depth: number
}

/** Code that can stand anywhere: the places in its forks are relative to themselves. */
type Code = readonly Instruction[]

/** Translates a regular expression, in the part of Java's syntax that needs no backtracking. */
export function assemble(text: string, ignoreCase: boolean, refuse: Refuse): readonly Instruction[] {
  const source: Source = { text, ignoreCase, refuse, at: 0, depth: 0 }
  const code = [...alternatives(source), { kind: 'match' } as const]
  if (source.at < text.length) refuse('a parenthesis is closed but not opened')
  return code.map((step, place) =>
    step.kind === 'fork' ? { kind: 'fork', to: step.to.map((to) => place + to) } : step,
  )
}

function alternatives(source: Source): Code {
  const all = [sequence(source)]
  while (source.text[source.at] === '|') {
    source.at++
    all.push(sequence(source))
  }
  return all.reduceRight((rest, first) => join(source, fork(1, first.length + 2), first, fork(rest.length + 1), rest))
}

function sequence(source: Source): Code {
  const code: Instruction[] = []
  while (source.at < source.text.length && source.text[source.at] !== '|' && source.text[source.at] !== ')') {
    code.push(...repeated(source, single(source)))
    if (code.length > MAX_INSTRUCTIONS) source.refuse('it is too long')
  }
  return code
}

function single(source: Source): Code {
  const char = source.text[source.at]
  if (char === '^' || char === '$') {
    source.at++
    return [{ kind: char === '^' ? 'start' : 'end' }]
  }
  if (char === '(') return group(source)
  const atom = patternAtom(source.text, source.at, source.ignoreCase)
  if (typeof atom === 'string') return source.refuse(atom)
  source.at = atom.end
  return [{ kind: 'char', accepts: atom.accepts }]
}

function group(source: Source): Code {
  const [opening = '('] = /^\((?:\?:|\?<[A-Za-z][A-Za-z0-9]*>)?/.exec(source.text.slice(source.at)) ?? []
  source.at += opening.length
  if (source.text[source.at] === '?') source.refuse('only plain groups are supported')
  if (++source.depth > MAX_DEPTH) source.refuse(`it has more than ${MAX_DEPTH} levels`)
  const code = alternatives(source)
  source.depth--
  if (source.text[source.at] !== ')') source.refuse('a parenthesis is not closed')
  source.at++
  return code
}

/** Whether a quantifier is lazy says only how to search, not what matches. */
function repeated(source: Source, code: Code): Code {
  const quantifier = /^(?:([*+?])|\{(\d{1,5})(?:(,)(\d{0,5}))?\})(\??)(?=([*+?]?))/.exec(
    source.text.slice(source.at, source.at + 16),
  )
  if (!quantifier) return code
  const [whole, symbol, least = '0', comma, most = '', , follower] = quantifier
  if (follower) source.refuse('possessive and doubled quantifiers are not supported')
  source.at += whole.length
  if (symbol === '*') return star(source, code)
  if (symbol === '+') return join(source, code, star(source, code))
  if (symbol === '?') return optional(source, code)
  const min = Number(least)
  const required = times(source, code, min)
  if (!comma) return required
  if (most === '') return join(source, required, star(source, code))
  if (Number(most) < min) source.refuse('a repetition counts backwards')
  return join(source, required, times(source, optional(source, code), Number(most) - min))
}

function times(source: Source, code: Code, count: number): Code {
  if (code.length * count > MAX_INSTRUCTIONS) source.refuse('its repetitions are too long')
  return Array.from({ length: count }, () => code).flat()
}

function star(source: Source, code: Code): Code {
  return join(source, fork(1, code.length + 2), code, fork(-code.length - 1))
}

function optional(source: Source, code: Code): Code {
  return join(source, fork(1, code.length + 1), code)
}

function fork(...to: readonly number[]): Code {
  return [{ kind: 'fork', to }]
}

function join(source: Source, ...parts: readonly Code[]): Code {
  const code = parts.flat()
  if (code.length > MAX_INSTRUCTIONS) source.refuse('it is too long')
  return code
}
