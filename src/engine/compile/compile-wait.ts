import { LIMITS } from '../../asl/limits.js'
import type { Json } from '../../asl/json.js'
import { jsonataText } from '../../asl/query-language.js'
import { printedJson } from '../../asl/nesting.js'
import type { WaitState } from '../../asl/types.js'
import { EvaluationScope } from '../../data/evaluation-scope.js'
import { InvalidExpressionError, QueryFailure } from '../../data/failure.js'
import { PathFailure } from '../../data/jsonpath.js'
import { compileJsonataTemplate, expectType, unexpectedType } from '../../data/jsonata-template.js'
import { isLong } from '../../data/number-rules.js'
import { compilePathExpression } from '../../data/path-expression.js'
import { unknownValue } from '../../data/numeric-field.js'
import { parseTimestamp } from '../../data/timestamps.js'
import type { CompiledWait } from '../program.js'

type Until = CompiledWait['until']

/** Recorded: 24,855 days ahead work and 24,856 do not, so the limit is 2^31 seconds. */
const MAX_DELAY_MS = LIMITS.waitSecondsCeiling.value * 1000

function runtime(cause: string): QueryFailure {
  return new QueryFailure('States.Runtime', cause)
}

/** Assumption, worded after the recorded text for SecondsPath. */
const negativeSeconds = runtime('The Seconds parameter cannot be negative.')

function bounded(untilMs: number, nowMs: number): number | QueryFailure {
  return untilMs - nowMs > MAX_DELAY_MS ? runtime('Wait state delay is too long.') : untilMs
}

/** The moment at which a Wait ends, from whichever of its four fields it has. All causes here are recorded. */
export function compileWait(state: WaitState, jsonata: boolean): Until {
  if (state.SecondsPath !== undefined) return fromPath('SecondsPath', state.SecondsPath, secondsAtPath)
  if (state.TimestampPath !== undefined) return fromPath('TimestampPath', state.TimestampPath, timestampAtPath)
  if (state.Timestamp !== undefined) return jsonata ? fromJsonataTimestamp(state.Timestamp) : literal(state.Timestamp)
  const seconds = state.Seconds
  if (typeof seconds === 'number') return literalSeconds(seconds)
  if (typeof seconds === 'string' && jsonata) return fromJsonataSeconds(seconds)
  throw (
    unknownValue('Seconds', seconds) ??
    new InvalidExpressionError('a Wait needs one of Seconds, SecondsPath, Timestamp, TimestampPath')
  )
}

function literalSeconds(seconds: number): Until {
  return (_input, { nowMs }) => (seconds < 0 ? negativeSeconds : bounded(nowMs + seconds * 1000, nowMs))
}

function literal(timestamp: string): Until {
  const untilMs = parseTimestamp(timestamp)
  if (untilMs === undefined) {
    throw unknownValue('Timestamp', timestamp) ?? new InvalidExpressionError('String does not match RFC3339 timestamp')
  }
  return (_input, sources) => bounded(untilMs, sources.nowMs)
}

type ReadMoment = (value: Json, at: string, nowMs: number) => number | QueryFailure

function fromPath(field: 'SecondsPath' | 'TimestampPath', text: string, readMoment: ReadMoment): Until {
  const path = compilePathExpression(text)
  return (input, sources) => {
    const value = path.read(new EvaluationScope(sources, input))
    if (value instanceof PathFailure)
      return runtime(`The ${field} parameter does not reference an input value: ${text}`)
    const untilMs = readMoment(
      value,
      `${text} == ${typeof value === 'string' ? value : printedJson(value)}`,
      sources.nowMs,
    )
    return untilMs instanceof QueryFailure ? untilMs : bounded(untilMs, sources.nowMs)
  }
}

const secondsAtPath: ReadMoment = (value, at, nowMs) => {
  if (typeof value !== 'number' || !isLong(value)) {
    return runtime(`The SecondsPath parameter cannot be parsed as a long value: ${at}`)
  }
  return value < 0 ? runtime(`The SecondsPath parameter references a negative value: ${at}`) : nowMs + value * 1000
}

const timestampAtPath: ReadMoment = (value, at) => {
  const untilMs = typeof value === 'string' ? parseTimestamp(value) : undefined
  return (
    untilMs ??
    runtime(
      `The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: ${at}`,
    )
  )
}

function fromJsonataTimestamp(source: string): Until {
  const evaluate = compileJsonataTemplate(source)
  const text = jsonataText(source) ?? source
  return (input, sources) => {
    const value = evaluate(new EvaluationScope(sources, input), 'Timestamp')
    if (value instanceof QueryFailure) return value
    if (typeof value !== 'string') return expectType(value, 'string', text, 'Timestamp') ?? sources.nowMs
    const untilMs = parseTimestamp(value)
    if (untilMs !== undefined) return bounded(untilMs, sources.nowMs)
    const cause = `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${value}`
    return new QueryFailure('States.QueryEvaluationError', cause, 'Timestamp')
  }
}

function fromJsonataSeconds(source: string): Until {
  const evaluate = compileJsonataTemplate(source)
  const text = jsonataText(source) ?? source
  return (input, sources) => {
    const value = evaluate(new EvaluationScope(sources, input), 'Seconds')
    if (value instanceof QueryFailure) return value
    if (typeof value !== 'number') return expectType(value, 'number', text, 'Seconds') ?? sources.nowMs
    if (!isLong(value)) return unexpectedType(value, 'integer', text, 'Seconds')
    return value < 0 ? negativeSeconds : bounded(sources.nowMs + value * 1000, sources.nowMs)
  }
}
