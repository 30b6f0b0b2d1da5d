import { type Json, isArray } from '../../asl/json.js'
import { compiledOnce } from '../../data/compiled-once.js'
import { parsePath } from '../../data/jsonpath/parse-path.js'
import { compileJsonPath, PathFailure } from '../../data/jsonpath.js'
import type { Token } from '../../data/jsonpath/tokens.js'
import { criteriaOf } from './filter-criteria.js'
import type { ValueScope } from './value-scope.js'
import { impose, itemsOf, jsonOf, known, present, valuePart, type OpenValue } from './open-value.js'

const ROOTED = /^\$(?:(\$)|(\p{ID_Start}\p{ID_Continue}*))?/u

/** Where a JSONPath of a state leads to; undefined where it leads nowhere. `mayBeAbsent`: only the place is asked for. */
export function valueAtPath(text: string, scope: ValueScope, mayBeAbsent = false): OpenValue | undefined {
  const [head = '$', context, variable] = ROOTED.exec(text) ?? []
  const root = context ? scope.context : variable === undefined ? scope.input : scope.variables.get(variable)
  const below = `$${text.slice(head.length)}`
  const tokens = tokensOf(below)
  if (!root || !tokens) return undefined
  const value = follow(root, tokens, { scope, root }) ?? computedPath(below, tokens, root)
  if (mayBeAbsent) return value
  return present(value) ? value : undefined
}

/** What a path is read from, and in what. */
interface Reading {
  readonly scope: ValueScope
  readonly root: OpenValue
}

/** Loops read the same paths again and again. */
const tokensOf = compiledOnce((text): readonly Token[] | undefined => {
  try {
    return parsePath(text)
  } catch {
    return undefined
  }
})

/** Undefined where nothing is there. */
function follow(from: OpenValue, tokens: readonly Token[], reading: Reading, isItem = false): OpenValue | undefined {
  let value: OpenValue | undefined = from
  for (const [i, token] of tokens.entries()) {
    if (value === undefined || token.kind === 'names') return undefined
    if (token.kind === 'name') value = valuePart(value, token.name)
    else if (token.kind === 'index') value = valuePart(value, token.index)
    else if (token.kind === 'from-end') value = itemsOf(value)?.at(token.offset)
    else return followMany(value, token, tokens.slice(i + 1), reading, isItem && i === 0)
  }
  return value
}

/** What is behind a step that leads to any number of values: a list. Behind `[*]` a filter takes the item itself. */
function followMany(
  value: OpenValue,
  token: Token,
  rest: readonly Token[],
  reading: Reading,
  isItem: boolean,
): OpenValue | undefined {
  if (token.kind === 'scan') return scanned(value, rest, reading)
  const isWhole = isItem && token.kind === 'filter' && !(value.kind === 'hole' && value.hole.isList)
  const items = isWhole ? [value] : manyItems(value, token, reading.scope.listLength)
  if (!items) return undefined
  const chosen = token.kind === 'filter' ? items.filter((item) => isSelected(item, token.body, reading)) : items
  const found = chosen.map((item) => follow(item, rest, reading, true)).filter(present)
  const lists = rest.some(({ kind }) => kind === 'filter' || kind === 'wildcard' || kind === 'slice')
  return { kind: 'list', items: lists ? found.flatMap((one) => (one.kind === 'list' ? one.items : [one])) : found }
}

function manyItems(value: OpenValue, token: Token, atLeast?: number): readonly OpenValue[] | undefined {
  if (value.kind === 'object' && token.kind === 'wildcard') return [...value.members.values()]
  if (token.kind !== 'slice') return itemsOf(value, atLeast)
  // An open list is as long as it takes for the slice to have an item.
  const from = token.from ?? 0
  if (value.kind === 'hole' && from >= 0) valuePart(value, from)
  return itemsOf(value)?.slice(token.from, token.to)
}

/** `..name` is looked for in what is known; in what is not it is a member. */
function scanned(value: OpenValue, rest: readonly Token[], reading: Reading): OpenValue | undefined {
  if (value.kind !== 'hole') return undefined
  const found = follow(value, rest, reading)
  return found && { kind: 'list', items: [found] }
}

/** Sees to it that an item is selected by a filter of simple comparisons. */
function isSelected(item: OpenValue, body: string, { scope, root }: Reading): boolean {
  if (scope.isSparse && item.kind === 'hole') return false
  const read = (path: string, from: OpenValue): OpenValue | undefined => {
    const tokens = tokensOf(path)
    return tokens && follow(from, tokens, { scope, root })
  }
  return criteriaOf(body).every((criterion) => {
    if (!criterion) return true
    const value = read(criterion.path, item)
    const { test, reference } = criterion
    if (!test) return present(value)
    const other = reference === undefined ? undefined : read(reference, root)
    const literal = reference === undefined ? criterion.literal : other && jsonOf(other)
    return value !== undefined && literal !== undefined && impose(value, test(literal), scope.trail)
  })
}

/** What is not followed step by step is read for real, from what is known by then. */
function computedPath(text: string, tokens: readonly Token[], root: OpenValue): OpenValue | undefined {
  if (tokens.every(({ kind }) => kind === 'name' || kind === 'index')) return undefined
  const path = compileJsonPath(text)
  const compute = (): Json | undefined => {
    const found = path.read(jsonOf(root) ?? {})
    return found instanceof PathFailure ? undefined : found
  }
  const now = compute()
  if (now === undefined) return undefined
  return isArray(now) && now.length === 0 ? known(now) : { kind: 'computed', compute, parts: [root] }
}
