import { isArray, isObject, type Json } from '../asl/json.js'
import type { Need } from './input-shape.js'
import { plainPath, stepsFrom } from './path-steps.js'
import { ANY_ITEM, partOf, type Step, type Traced, UNKNOWN } from './traced.js'

/** What an expression can reach, and who is told what it reads. */
export interface TraceScope {
  /** `$` in JSONPath, `$states.input` in JSONata. */
  readonly data: Traced
  /** `$states.result`. */
  readonly result?: Traced
  /** The context object. */
  readonly context: Traced
  readonly variables: ReadonlyMap<string, Traced>
  readonly onRead: (read: Traced, need: Need) => void
}

/** The value of a path, which is told as read. */
export function readPath(text: string, scope: TraceScope, need: Need = 'any'): Traced {
  const path = plainPath(text)
  if (!path) return UNKNOWN
  const { root, steps } = path
  const from = root === '' ? scope.data : root === '$' ? scope.context : (scope.variables.get(root) ?? UNKNOWN)
  const read = partOf(from, steps)
  scope.onRead(read, need)
  return read
}

/** The value of a payload template: a member `x.$` is a path or an intrinsic function. */
export function traceTemplate(template: Json, scope: TraceScope): Traced {
  if (isArray(template)) {
    for (const item of template) traceTemplate(item, scope)
    return UNKNOWN
  }
  if (!isObject(template)) return UNKNOWN
  const members = new Map<string, Traced>()
  for (const [key, value] of Object.entries(template)) {
    const isQuery = key.endsWith('.$') && typeof value === 'string'
    members.set(isQuery ? key.slice(0, -2) : key, isQuery ? traceQuery(value, scope) : traceTemplate(value, scope))
  }
  return { members }
}

/** What the first argument of an intrinsic function has to be. https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html */
const FIRST_ARGUMENT: Readonly<Record<string, Need>> = {
  ArrayPartition: 'list',
  ArrayContains: 'list',
  ArrayRange: 'number',
  ArrayGetItem: 'list',
  ArrayLength: 'list',
  ArrayUnique: 'list',
  Base64Encode: 'text',
  Base64Decode: 'text',
  Hash: 'text',
  MathAdd: 'number',
  MathRandom: 'number',
  StringSplit: 'text',
  StringToJson: 'json-text',
}

const CALLED = /(?:States\.(\w+)\(\s*)?(\$\$?(?:\w+)?(?:\.[\w-]+|\['[^']*'\]|\[[\d*]+\])*)/g

/** Texts among the arguments; what stands in brackets is a name. */
const TEXTS = /(?<!\[)'(?:\\.|[^'\\])*'/g

function traceQuery(text: string, scope: TraceScope): Traced {
  if (!text.startsWith('States.')) return readPath(text, scope)
  for (const [, name = '', path = ''] of text.replaceAll(TEXTS, "''").matchAll(CALLED)) {
    readPath(path, scope, Object.hasOwn(FIRST_ARGUMENT, name) ? (FIRST_ARGUMENT[name] ?? 'any') : 'any')
  }
  return UNKNOWN
}

/** The value of a JSONata field: `{% ... %}` may stand anywhere in it. */
export function traceJsonata(field: Json, scope: TraceScope): Traced {
  if (typeof field === 'string') return traceExpression(field, scope)
  if (isArray(field)) {
    for (const item of field) traceJsonata(item, scope)
    return UNKNOWN
  }
  if (!isObject(field)) return UNKNOWN
  return { members: new Map(Object.entries(field).map(([key, value]) => [key, traceJsonata(value, scope)])) }
}

const ROOT =
  /(\$(?:count|sum|map|filter|reduce|each)\(\s*)?\$(?:states\.(input|result|context|errorOutput)|([A-Za-z_]\w*))(?!\w|\s*\()/g

/** A JSONata expression that is nothing but a path has its value; of others only what they read is known. */
export function traceExpression(text: string, scope: TraceScope): Traced {
  const code = /^\{%([^]*)%\}$/.exec(text.trim())?.[1]?.trim()
  if (code === undefined) return UNKNOWN
  let value = UNKNOWN
  for (const match of code.matchAll(ROOT)) {
    const [whole, listFunction, root, variable] = match
    const { steps, end } = stepsFrom(code, match.index + whole.length)
    const plain = steps.filter((step) => typeof step !== 'string' || !step.startsWith('$'))
    const read = partOf(rootOf(root, variable, scope), plain)
    scope.onRead(read, listFunction === undefined ? neededBy(code.slice(end)) : 'list')
    if (match.index === 0 && end === code.length) value = read
  }
  return value
}

function rootOf(root: string | undefined, variable: string | undefined, scope: TraceScope): Traced {
  if (variable !== undefined) return scope.variables.get(variable) ?? UNKNOWN
  if (root === 'input') return scope.data
  if (root === 'context') return scope.context
  return root === 'result' ? (scope.result ?? UNKNOWN) : UNKNOWN
}

/** What stands behind a path tells what it has to be: a comparison, a sum, a filter. */
function neededBy(rest: string): Need {
  const [, compared, number, truth] =
    /^\s*(?:=|>=|<=|<|>)\s*(?:["']([^"']*)["']|(-?\d+(?:\.\d+)?)|(true|false))/.exec(rest) ?? []
  if (compared !== undefined) return { value: compared }
  if (number !== undefined) return { value: Number(number) }
  if (truth !== undefined) return { value: truth === 'true' }
  if (/^\s*[-+*/]\s*[\d$(]/.test(rest)) return 'number'
  return rest.startsWith('[') ? 'list' : 'any'
}

/** An item of a list. */
export const ITEM: readonly Step[] = [ANY_ITEM]

/** The members of an object as steps of a context: what a template may read of it. */
export function contextOf(input: Traced, item: Traced): Traced {
  const nest = (name: string, traced: Traced): Traced => ({ members: new Map([[name, traced]]) })
  const members = new Map([
    ['Execution', nest('Input', input)],
    ['Map', nest('Item', nest('Value', item))],
  ])
  return { members }
}
