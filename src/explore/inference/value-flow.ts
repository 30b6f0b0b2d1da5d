import { isObject, type Json, type JsonObject, member } from '../../asl/json.js'
import { parsePath } from '../../data/jsonpath/parse-path.js'
import { jsonataValue } from './expression-value.js'
import { valueAtPath } from './path-value.js'
import type { ValueScope } from './value-scope.js'
import { queryValue, templateValue } from './template-value.js'
import { EMPTY, impose, known, present, type OpenValue, withValuePart } from './open-value.js'
import { ANY_COUNT, ANY_TEXT, ANY_TIME, type Want } from './wanted-value.js'

export type OpenVariables = ReadonlyMap<string, OpenValue>

/** What a state hands on. */
export interface HandedOn {
  readonly data: OpenValue
  readonly variables: OpenVariables
}

/** The fields through which data goes in a state of one query language. Undefined where a path leads nowhere. */
export interface ValueFlow {
  /** The effective input, from a scope over the raw one. */
  effectiveInput(state: JsonObject, scope: ValueScope): OpenValue | undefined
  /** A template of the state. */
  template(field: Json, scope: ValueScope): OpenValue | undefined
  /** After success: `holder` is the state, or the rule of a Choice. */
  handOn(holder: JsonObject, raw: OpenValue, result: OpenValue, scope: ValueScope): HandedOn | undefined
  /** Behind a catcher. */
  handOver(catcher: JsonObject, raw: OpenValue, error: OpenValue, scope: ValueScope): HandedOn | undefined
  /** Notes what else the state reads: times, numbers, an error's name. */
  readFields(state: JsonObject, scope: ValueScope): boolean
}

export const JSONATA_FLOW: ValueFlow = {
  effectiveInput: (_state, { input }) => input,
  template: jsonataValue,
  handOn(holder, _raw, result, scope) {
    const at = { ...scope, result }
    const output = member(holder, 'Output')
    const data = output === undefined ? result : jsonataValue(output, at)
    return data && withAssigned(holder, data, at, (assign) => jsonataValue(assign, at))
  },
  handOver(catcher, _raw, error, scope) {
    const at = { ...scope, errorOutput: error }
    const output = member(catcher, 'Output')
    const data = output === undefined ? error : jsonataValue(output, at)
    return data && withAssigned(catcher, data, at, (assign) => jsonataValue(assign, at))
  },
  readFields(state, scope) {
    for (const [field, want] of JSONATA_FIELDS) {
      const written = member(state, field)
      const value = typeof written === 'string' ? jsonataValue(written, scope) : known(0)
      if (typeof written === 'string' && !value) return false
      if (typeof written === 'string' && value) impose(value, want, scope.trail)
    }
    return ['ItemReader', 'ItemBatcher', 'Credentials', 'ResultWriter'].every(
      (field) => jsonataValue(member(state, field) ?? null, scope) !== undefined,
    )
  },
}

const JSONATA_FIELDS: readonly (readonly [string, Want])[] = [
  ['Seconds', ANY_COUNT],
  ['TimeoutSeconds', { ...ANY_COUNT, examples: [60, 1] }],
  ['HeartbeatSeconds', { ...ANY_COUNT, examples: [30, 1] }],
  ['MaxConcurrency', ANY_COUNT],
  ['ToleratedFailureCount', ANY_COUNT],
  ['ToleratedFailurePercentage', ANY_COUNT],
  ['Timestamp', ANY_TIME],
  ['Error', ANY_TEXT],
  ['Cause', ANY_TEXT],
]

export const JSONPATH_FLOW: ValueFlow = {
  effectiveInput: (state, scope) => pathStep(member(state, 'InputPath'), scope),
  template: templateValue,
  handOn(holder, raw, result, scope) {
    const at = { ...scope, input: result }
    const selector = member(holder, 'ResultSelector')
    const selected = selector === undefined ? result : templateValue(selector, at)
    const type = member(holder, 'Type')
    const merges = typeof type === 'string' && MERGES.has(type)
    const merged = selected && (merges ? resultIn(holder, raw, selected) : selected)
    const data = merged && pathStep(member(holder, 'OutputPath'), { ...scope, input: merged })
    return data && withAssigned(holder, data, at, (assign) => templateValue(assign, at))
  },
  handOver(catcher, raw, error, scope) {
    const data = resultIn(catcher, raw, error)
    const at = { ...scope, input: error }
    return data && withAssigned(catcher, data, at, (assign) => templateValue(assign, at))
  },
  readFields(state, scope) {
    for (const [field, want] of JSONPATH_FIELDS) {
      const path = member(state, field)
      if (typeof path !== 'string') continue
      const value = queryValue(path, scope)
      if (!value || !impose(value, want, scope.trail)) return false
    }
    return ['ItemReader', 'ItemBatcher', 'Credentials', 'ResultWriter'].every((field) => {
      const holder = member(state, field)
      return holder === undefined || templateValue(holder, scope) !== undefined
    })
  },
}

const MERGES: ReadonlySet<string> = new Set(['Task', 'Pass', 'Parallel', 'Map'])

const JSONPATH_FIELDS: readonly (readonly [string, Want])[] = JSONATA_FIELDS.map(
  ([field, want]) => [`${field}Path`, want] as const,
)

/** The effective input of a JSONPath state; `null` makes it empty. */
function pathStep(path: Json | undefined, scope: ValueScope): OpenValue | undefined {
  if (path === null) return EMPTY
  if (typeof path !== 'string' || path === '$') return scope.input
  return valueAtPath(path, scope)
}

/** ResultPath: where a result or an error goes. */
function resultIn(holder: JsonObject, raw: OpenValue, result: OpenValue): OpenValue | undefined {
  const path = member(holder, 'ResultPath')
  if (path === undefined || path === '$') return result
  if (typeof path !== 'string') return raw
  const steps = stepsOf(path)
  return steps && withValuePart(raw, steps, result)
}

function stepsOf(path: string): readonly (string | number)[] | undefined {
  const steps: (string | number)[] = []
  try {
    for (const token of parsePath(path)) {
      if (token.kind === 'name') steps.push(token.name)
      else if (token.kind === 'index') steps.push(token.index)
      else return undefined
    }
  } catch {
    return undefined
  }
  return steps
}

function withAssigned(
  holder: JsonObject,
  data: OpenValue,
  { variables }: ValueScope,
  evaluate: (assign: Json) => OpenValue | undefined,
): HandedOn | undefined {
  const assign = member(holder, 'Assign')
  if (!isObject(assign)) return { data, variables }
  const value = evaluate(assign)
  if (value?.kind !== 'object' || !present(value)) return undefined
  return { data, variables: new Map([...variables, ...value.members]) }
}
