import { isArray, isObject, type Json } from '../../asl/json.js'
import type { SyntaxNode } from '../../data/jsonata/syntax-node.js'
import { partsOfScope } from './value-scope.js'
import { computed, operandValues, sequenceValue, type Sight } from './expression-sight.js'
import { emptyObjects, mergedValue, parsedValue, printedValue } from './template-value.js'
import { EMPTY, impose, itemsOf, jsonOf, known, valuePart, present, type OpenValue } from './open-value.js'
import { textsSplitInto } from './split-text.js'
import { ANY_NUMBER, ANY_NUMBER_OR_ITS_TEXT, ANY_TEXT, ANY_TIME, type Want } from './wanted-value.js'

/** The value of a call, `$name(...)`; what the function takes is noted as needed. https://docs.jsonata.org */
export function callValue(
  node: SyntaxNode,
  procedure: SyntaxNode,
  args: readonly SyntaxNode[],
  sight: Sight,
): OpenValue | undefined {
  const name = procedure.type === 'variable' ? procedure.value : ''
  const special = SPECIAL.get(name)
  const value = special?.(args, sight)
  if (value) return value
  const parts = args.flatMap((arg, i) => argumentParts(name, arg, i, sight))
  const whole = computed(node, sight, parts)
  const tries = name === 'split' ? triesOfSplit(parts) : TRIES[name]
  return tries ? { ...whole, tries } : whole
}

/** The first argument of functions, where it has to be of a kind; the others are taken as they come. */
const FIRST: Readonly<Record<string, Want>> = {
  number: ANY_NUMBER_OR_ITS_TEXT,
  uppercase: ANY_TEXT,
  lowercase: ANY_TEXT,
  length: ANY_TEXT,
  split: ANY_TEXT,
  contains: ANY_TEXT,
  substring: ANY_TEXT,
  substringBefore: ANY_TEXT,
  substringAfter: ANY_TEXT,
  trim: ANY_TEXT,
  pad: ANY_TEXT,
  replace: ANY_TEXT,
  match: ANY_TEXT,
  base64encode: ANY_TEXT,
  base64decode: ANY_TEXT,
  encodeUrlComponent: ANY_TEXT,
  toMillis: ANY_TIME,
  fromMillis: ANY_NUMBER,
  floor: ANY_NUMBER,
  ceil: ANY_NUMBER,
  round: ANY_NUMBER,
  abs: ANY_NUMBER,
  sqrt: ANY_NUMBER,
  power: ANY_NUMBER,
  formatNumber: ANY_NUMBER,
  partition: { test: isArray, examples: [] },
}

/** Functions that take nothing as well as something. */
const TAKES_NOTHING: ReadonlySet<string> = new Set(['exists', 'count', 'not', 'boolean', 'type', 'string', 'append'])

const TRIES: Readonly<Record<string, (wanted: Json) => readonly Json[]>> = {
  count: (wanted) => (typeof wanted === 'number' ? [emptyObjects(wanted), []] : [[], emptyObjects(1), emptyObjects(2)]),
  length: (wanted) => (typeof wanted === 'number' ? ['x'.repeat(Math.max(0, Math.min(wanted, 1000)))] : ['']),
  number: (wanted) => (typeof wanted === 'number' ? [String(wanted), wanted] : []),
  string: (wanted) => (typeof wanted === 'string' ? [wanted] : []),
  uppercase: (wanted) => (typeof wanted === 'string' ? [wanted.toLowerCase()] : []),
  lowercase: (wanted) => (typeof wanted === 'string' ? [wanted] : []),
  boolean: (wanted) => [wanted],
  type: (wanted) =>
    typeof wanted === 'string'
      ? [{ string: 'text', number: 1, boolean: true, array: [], object: {}, null: null }[wanted] ?? null]
      : [],
  sum: (wanted) => (typeof wanted === 'number' ? [wanted, [wanted]] : []),
}

function triesOfSplit([, separator]: readonly OpenValue[]): (wanted: Json) => readonly Json[] {
  const text = separator && jsonOf(separator)
  return textsSplitInto(typeof text === 'string' ? text : ' ')
}

const TAKES_NUMBERS: ReadonlySet<string> = new Set(['sum', 'max', 'min', 'average'])

function argumentParts(name: string, arg: SyntaxNode, index: number, sight: Sight): readonly OpenValue[] {
  if (arg.type === 'lambda') return [...sight.bound.values(), ...partsOfScope(sight.scope)]
  const value = sight.valueOf(arg, sight)
  if (!value) return []
  if (!TAKES_NOTHING.has(name) && !present(value)) return []
  const { trail } = sight.scope
  const want = index === 0 ? FIRST[name] : undefined
  if (name === 'partition' && index === 0) itemsOf(value)
  else if (want) impose(value, want, trail)
  if (TAKES_NUMBERS.has(name)) {
    const items =
      value.kind === 'list' ? value.items : value.kind === 'hole' && value.hole.isList ? itemsOf(value) : [value]
    for (const item of items ?? []) impose(item, ANY_NUMBER, trail)
  }
  return [value]
}

type Special = (args: readonly SyntaxNode[], sight: Sight) => OpenValue | undefined

function first(args: readonly SyntaxNode[], sight: Sight): OpenValue | undefined {
  const [arg] = args
  return arg && sight.valueOf(arg, sight)
}

const merge: Special = (args, sight) => {
  const list = first(args, sight)
  const items = list && (list.kind === 'list' ? list.items : itemsOf(list))
  return items?.reduce(mergedValue, EMPTY)
}

const append: Special = (args, sight) => {
  const items = operandValues(args, sight).flatMap((value) => itemsIfList(value) ?? [value])
  return items.length > 0 ? { kind: 'list', items } : undefined
}

function itemsIfList(value: OpenValue): readonly OpenValue[] | undefined {
  if (value.kind === 'hole') return value.hole.isList ? itemsOf(value) : undefined
  if (value.kind === 'computed') return undefined
  return value.kind === 'object' ? undefined : itemsOf(value)
}

const lookup: Special = (args, sight) => {
  const value = first(args, sight)
  const key = args[1] && sight.valueOf(args[1], sight)
  const name = key && jsonOf(key)
  return value && typeof name === 'string' ? valuePart(value, name) : undefined
}

/** The items that a function of a list goes over, and what the function makes of one. */
function overItems(
  args: readonly SyntaxNode[],
  sight: Sight,
  made: (item: OpenValue, body: SyntaxNode, inner: Sight) => OpenValue | undefined,
): OpenValue | undefined {
  const [, lambda] = args
  const list = first(args, sight)
  if (!list || lambda?.type !== 'lambda') return undefined
  const items = list.kind === 'object' ? [list] : (itemsOf(list) ?? [list])
  const [parameter, position] = lambda.arguments
  const body = bodyOf(lambda.body, lambda.thunk === true)
  return sequenceValue(
    items.map((item, index) => {
      const bound = new Map(sight.bound)
      if (parameter) bound.set(parameter.value, item)
      if (position) bound.set(position.value, known(index))
      return made(item, body, { ...sight, bound })
    }),
  )
}

function bodyOf(body: SyntaxNode, isTailCall: boolean): SyntaxNode {
  return isTailCall && body.type === 'lambda' ? body.body : body
}

const map: Special = (args, sight) => overItems(args, sight, (_, body, inner) => inner.valueOf(body, inner))

const filter: Special = (args, sight) =>
  overItems(args, sight, (item, body, inner) =>
    sight.scope.trail.attempt(() => inner.impose(body, true, inner)) ? item : undefined,
  )

/** What the function of a reduction reads of an item is noted; the result is computed. */
const reduce: Special = (args, sight) => {
  const [list, lambda] = args
  if (list && lambda?.type === 'lambda') {
    const [, item] = lambda.arguments
    const shifted = { ...lambda, arguments: item ? [item] : [] }
    overItems([list, shifted], sight, (_, body, inner) => inner.valueOf(body, inner))
  }
  return undefined
}

/** The JSON text of a value, unless it may be a text already. */
const print: Special = (args, sight) => {
  const value = first(args, sight)
  if (!value || !present(value)) return undefined
  const json = jsonOf(value)
  return value.kind === 'object' || value.kind === 'list' || isObject(json) ? printedValue(value) : undefined
}

const SPECIAL: ReadonlyMap<string, Special> = new Map<string, Special>([
  ['parse', (args, sight) => parsedOf(first(args, sight))],
  ['eval', (args, sight) => parsedOf(first(args, sight))],
  ['merge', merge],
  ['append', append],
  ['lookup', lookup],
  ['map', map],
  ['filter', filter],
  ['reduce', reduce],
  ['string', print],
  ['distinct', (args, sight) => first(args, sight)],
  ['reverse', (args, sight) => first(args, sight)],
  ['sort', (args, sight) => first(args, sight)],
])

function parsedOf(text: OpenValue | undefined): OpenValue | undefined {
  return text && parsedValue(text)
}
