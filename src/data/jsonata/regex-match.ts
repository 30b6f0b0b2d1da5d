import { setMember } from '../../asl/json.js'
import type { Json, JsonObjectBuilder } from '../../asl/json.js'
import { apply, Native } from './callables.js'
import { EvaluationError } from './evaluation-error.js'
import type { JsonataRun } from './jsonata-run.js'
import { Callable, isRecord, type Value } from './jsonata-values.js'

/** One place where a pattern matches. */
export interface Match {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly groups: readonly Value[]
  /** The match behind this one. */
  next(): Match | undefined
}

/** `/pattern/`: a function from a string to its first match. */
export class RegexMatcher extends Callable {
  override readonly arity = 2
  readonly #regex: RegExp

  constructor(regex: RegExp) {
    super()
    this.#regex = new RegExp(regex)
  }

  override call(run: JsonataRun, [text, from]: readonly Value[]): Value {
    if (typeof text !== 'string') return undefined
    return matchAsValue(this.find(run, text, typeof from === 'number' ? from : 0))
  }

  find(run: JsonataRun, text: string, from: number): Match | undefined {
    run.spendText(text.length)
    this.#regex.lastIndex = from
    const found = this.#regex.exec(text)
    if (!found) return undefined
    const [matched, ...groups] = found
    const resumeAt = this.#regex.lastIndex
    return {
      text: matched,
      start: found.index,
      end: found.index + matched.length,
      groups,
      next: () => this.#findNext(run, text, resumeAt),
    }
  }

  /** An empty match would be found for ever. */
  #findNext(run: JsonataRun, text: string, from: number): Match | undefined {
    if (from >= text.length) return undefined
    const match = this.find(run, text, from)
    if (match?.text === '') throw new EvaluationError('D1004', { value: this.#regex.source })
    return match
  }
}

/** A match as functions of the expression see it. */
export function matchAsValue(match: Match | undefined): Value {
  if (!match) return undefined
  const next = new Native(0, undefined, () => matchAsValue(match.next()))
  return { match: match.text, start: match.start, end: match.end, groups: [...match.groups], next }
}

/** A match as `$match` returns it. */
export function asResult(match: Match): JsonObjectBuilder {
  const result: JsonObjectBuilder = {}
  setMember(result, 'match', match.text)
  setMember(result, 'index', match.start)
  setMember(result, 'groups', match.groups as readonly Json[])
  return result
}

/** The first match of a regular expression, or of a function of the expression that answers like one. */
export function findFirst(run: JsonataRun, matcher: Value, text: string): Match | undefined {
  const target = matcher instanceof Callable ? matcher.target : matcher
  if (target instanceof RegexMatcher) return target.find(run, text, 0)
  return readMatch(run, apply(run, matcher, [text], null))
}

function readMatch(run: JsonataRun, value: Value): Match | undefined {
  if (value === undefined || value === null) return undefined
  if (!isRecord(value)) throw new EvaluationError('T1010')
  const { match, start, end, groups, next } = value
  if (typeof match !== 'string' || typeof start !== 'number') throw new EvaluationError('T1010')
  return {
    text: match,
    start,
    end: typeof end === 'number' ? end : start + match.length,
    groups: Array.isArray(groups) ? groups : [],
    next: () => (next instanceof Callable ? readMatch(run, apply(run, next, [undefined], null)) : undefined),
  }
}
