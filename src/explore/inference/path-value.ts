import { type Json, isArray } from '../../asl/json.js'
import { compilePathExpression } from '../../data/path-expression.js'
import { parsePath } from '../../data/jsonpath/parse-path.js'
import { PathFailure } from '../../data/jsonpath/path-failure.js'
import type { Token } from '../../data/jsonpath/tokens.js'
import { plainScope, type ValueScope } from './value-scope.js'
import { impose, itemsOf, known, valuePart, present, type OpenValue } from './open-value.js'
import { around } from './wanted-value.js'

const ROOTED = /^\$(?:(\$)|(\p{ID_Start}\p{ID_Continue}*))?/u

/** Where a JSONPath of a state leads to; undefined where it leads nowhere. `mayBeAbsent`: only the place is asked for. */
export function valueAtPath(text: string, scope: ValueScope, mayBeAbsent = false): OpenValue | undefined {
  const [head = '$', context, variable] = ROOTED.exec(text) ?? []
  const root = context ? scope.context : variable === undefined ? scope.input : scope.variables.get(variable)
  const tokens = tokensOf(`$${text.slice(head.length)}`)
  if (!root || !tokens) return undefined
  const value = follow(root, tokens, scope) ?? computedPath(text, tokens, root, scope)
  if (mayBeAbsent) return value
  return present(value) ? value : undefined
}

function tokensOf(text: string): readonly Token[] | undefined {
  try {
    return parsePath(text)
  } catch {
    return undefined
  }
}

/** Undefined where nothing is there. */
function follow(from: OpenValue, tokens: readonly Token[], scope: ValueScope): OpenValue | undefined {
  let value: OpenValue | undefined = from
  for (const [i, token] of tokens.entries()) {
    if (value === undefined || token.kind === 'names') return undefined
    if (token.kind === 'name') value = valuePart(value, token.name)
    else if (token.kind === 'index') value = valuePart(value, token.index)
    else if (token.kind === 'from-end') value = itemsOf(value)?.at(token.offset)
    else return followMany(value, token, tokens.slice(i + 1), scope)
  }
  return value
}

/** What is behind a step that leads to any number of values: a list. */
function followMany(value: OpenValue, token: Token, rest: readonly Token[], scope: ValueScope): OpenValue | undefined {
  if (token.kind === 'scan') return scanned(value, rest, scope)
  const items = value.kind === 'object' && token.kind === 'wildcard' ? [...value.members.values()] : itemsOf(value)
  if (!items) return undefined
  const chosen = token.kind === 'filter' ? items.filter((item) => fits(item, token.body, scope)) : items
  const found = chosen.map((item) => follow(item, rest, scope)).filter(present)
  return { kind: 'list', items: found }
}

/** `..name` is looked for in what is known; in what is not it is a member. */
function scanned(value: OpenValue, rest: readonly Token[], scope: ValueScope): OpenValue | undefined {
  if (value.kind !== 'hole') return undefined
  const found = follow(value, rest, scope)
  return found && { kind: 'list', items: [found] }
}

const CRITERION =
  /^\s*@((?:\.[\w-]+|\['[^']*'\])+)\s*(?:(==|!=|<=|>=|<|>)\s*(?:'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?)|(true|false|null)))?\s*$/

/** Sees to it that an item is selected by a filter of simple comparisons. */
function fits(item: OpenValue, body: string, scope: ValueScope): boolean {
  if (scope.isSparse && item.kind === 'hole') return false
  const [first = ''] = body
    .replace(/^[[?( ]+/, '')
    .replace(/[)\] ]+$/, '')
    .split('||')
  return first.split('&&').every((criterion) => {
    const [, path, operator, single, double, number, word] = CRITERION.exec(criterion) ?? []
    if (path === undefined) return true
    const value = follow(item, tokensOf(`$${path}`) ?? [], scope)
    if (operator === undefined) return present(value)
    const literal = single ?? double ?? (number === undefined ? (word ?? '') : number)
    return value !== undefined && impose(value, comparison(operator, plainLiteral(literal, number, word)), scope.trail)
  })
}

function plainLiteral(text: string, number: string | undefined, word: string | undefined): Json {
  if (number !== undefined) return Number(number)
  return word === undefined ? text : word === 'null' ? null : word === 'true'
}

function comparison(operator: string, literal: Json): { test: (value: Json) => boolean; examples: readonly Json[] } {
  const test = (value: Json): boolean => {
    if (operator === '==') return value === literal
    if (operator === '!=') return value !== literal
    if (typeof value !== typeof literal || value === null || literal === null) return false
    if (operator === '<') return value < literal
    if (operator === '>') return value > literal
    return operator === '<=' ? value <= literal : value >= literal
  }
  return { test, examples: around(literal) }
}

/** What is not followed step by step is read for real, from what is known by then. */
function computedPath(
  text: string,
  tokens: readonly Token[],
  root: OpenValue,
  scope: ValueScope,
): OpenValue | undefined {
  if (tokens.every(({ kind }) => kind === 'name' || kind === 'index')) return undefined
  const path = compilePathExpression(text)
  const compute = (): Json | undefined => {
    const found = path.read(plainScope(scope))
    return found instanceof PathFailure ? undefined : found
  }
  const now = compute()
  if (now === undefined) return undefined
  return isArray(now) && now.length === 0 ? known(now) : { kind: 'computed', compute, parts: [root] }
}
