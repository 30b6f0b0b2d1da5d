import { argument, type TerraformCall, type Functions } from './call.js'
import {
  byText,
  equal,
  fingerprint,
  isList,
  isMembers,
  type ListValue,
  membersOf,
  needBoolean,
  needList,
  needNumber,
  needText,
  NoValue,
  settled,
  textOfValue,
  Unknown,
  type TerraformValue,
} from './terraform-values.js'

/** Elements that differ, in the order they first appear. */
function distinct(list: ListValue): ListValue {
  const seen = new Map<string, TerraformValue>()
  for (const item of list) {
    const print = fingerprint(item)
    if (!seen.has(print)) seen.set(print, item)
  }
  return [...seen.values()]
}

/** A set: without repetitions; texts in their order. */
export function toSet(list: ListValue): ListValue {
  const all = distinct(list)
  return all.every((item) => textOfValue(item) !== undefined)
    ? [...all].sort((a, b) => byText(textOfValue(a) ?? '', textOfValue(b) ?? ''))
    : all
}

/** Lists one after the other. One that is not known takes part as the elements it stands in for. */
function concat(args: readonly TerraformValue[], call: TerraformCall): ListValue {
  return args.flatMap((arg) => {
    const inside = settled(arg)
    const items = arg instanceof Unknown && !isList(inside) ? [arg] : needList(arg)
    call.spend(items.length)
    return items
  })
}

function flatten(list: ListValue, call: TerraformCall): ListValue {
  return list.flatMap((item) => {
    call.spend(1)
    const inside = settled(item)
    return isList(inside) ? flatten(inside, call) : [item]
  })
}

function element(list: ListValue, index: number): TerraformValue {
  const item = list[((index % list.length) + list.length) % list.length]
  if (item === undefined) throw new NoValue('the list is empty')
  return item
}

function slice(list: ListValue, from: number, to: number): ListValue {
  if (from < 0 || to < from || to > list.length) throw new NoValue('there are no such elements')
  return list.slice(from, to)
}

function range(args: readonly TerraformValue[], call: TerraformCall): ListValue {
  const [first = 0, second] = args.map(needNumber)
  const [from, to] = second === undefined ? [0, first] : [first, second]
  const step = args[2] === undefined ? (from <= to ? 1 : -1) : needNumber(args[2])
  if (step === 0 || !Number.isFinite(from + to + step)) throw new NoValue('there is no such range')
  const items: number[] = []
  for (let value = from; step > 0 ? value < to : value > to; value += step) {
    call.spend(1)
    items.push(value)
  }
  return items
}

function setProduct(lists: readonly ListValue[], call: TerraformCall): ListValue {
  let rows: readonly ListValue[] = [[]]
  for (const list of lists) {
    call.spend(rows.length * list.length * lists.length)
    rows = rows.flatMap((row) => list.map((item) => [...row, item]))
  }
  return rows
}

function chunks(list: ListValue, size: number): ListValue {
  if (!(size >= 1)) throw new NoValue('a chunk has at least one element')
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  )
}

/** How many: elements, members or characters. */
function length(value: TerraformValue): number {
  const inside = settled(value)
  if (isList(inside)) return inside.length
  if (isMembers(inside)) return inside.size
  return Array.from(needText(value)).length
}

function contains(list: ListValue, value: TerraformValue): boolean {
  return list.some((item) => equal(item, value))
}

function intersect(lists: readonly ListValue[]): ListValue {
  const [first = [], ...rest] = lists
  return toSet(first.filter((item) => rest.every((list) => contains(list, item))))
}

function one(list: ListValue): TerraformValue {
  if (list.length > 1) throw new NoValue('the list has several elements')
  return list[0] ?? null
}

function list(args: readonly TerraformValue[], index = 0): ListValue {
  return needList(argument(args, index))
}

export const LIST_FUNCTIONS: Functions = [
  ['length', (args) => length(argument(args, 0))],
  ['concat', concat],
  ['flatten', (args, call) => flatten(list(args), call)],
  ['distinct', (args) => distinct(list(args))],
  ['compact', (args) => list(args).filter((item) => settled(item) !== null && textOfValue(item) !== '')],
  ['toset', (args) => toSet(list(args))],
  ['tolist', (args) => list(args)],
  ['element', (args) => element(list(args), needNumber(argument(args, 1)))],
  ['slice', (args) => slice(list(args), needNumber(argument(args, 1)), needNumber(argument(args, 2)))],
  ['sort', (args) => list(args).toSorted((a, b) => byText(needText(a), needText(b)))],
  ['reverse', (args) => list(args).toReversed()],
  ['range', range],
  ['contains', (args) => contains(list(args), argument(args, 1))],
  ['index', (args) => indexOf(list(args), argument(args, 1))],
  [
    'setproduct',
    (args, call) =>
      setProduct(
        args.map((arg) => needList(arg)),
        call,
      ),
  ],
  ['setunion', (args) => toSet(args.flatMap((arg) => needList(arg)))],
  ['setintersection', (args) => intersect(args.map((arg) => needList(arg)))],
  ['setsubtract', (args) => toSet(list(args).filter((item) => !contains(list(args, 1), item)))],
  ['chunklist', (args) => chunks(list(args), needNumber(argument(args, 1)))],
  ['one', (args) => one(list(args))],
  ['alltrue', (args) => list(args).every(needBoolean)],
  ['anytrue', (args) => list(args).some(needBoolean)],
  ['zipmap', (args) => membersOf(list(args).map((key, index) => [needText(key), list(args, 1)[index] ?? null]))],
]

function indexOf(items: ListValue, value: TerraformValue): number {
  const index = items.findIndex((item) => equal(item, value))
  if (index === -1) throw new NoValue('the list has no such element')
  return index
}
