import { setMember } from '../../asl/json.js'
import type { Json, JsonObjectBuilder } from '../../asl/json.js'
import type { Code } from './callables.js'
import type { Compile } from './constructors.js'
import { EvaluationError } from './evaluation-error.js'
import { frameOf } from './predicate.js'
import type { Frame } from './frame.js'
import type { JsonataRun } from './jsonata-run.js'
import type { GroupNode, ObjectNode, PairNodes } from './syntax-node.js'
import { append, Sequence, sequenceOf, type Tuple, tupleOf, type Value } from './jsonata-values.js'

interface Pair {
  readonly key: Code
  /** The key, if it is literal. */
  readonly name: string | undefined
  readonly value: Code
}

/** The items under one key. They become an array of our own as soon as there are two. */
interface Group {
  readonly pair: Pair
  data: Value
  merged?: Value[]
}

/** `{key: value}` behind a path or step: over its items, grouped by key. */
export function compileGroup(node: GroupNode, compile: Compile): Code {
  return groupBy(node.lhs.map((pair) => compilePair(pair, compile)))
}

/** `{key: value}` as a constructor: with different literal keys and one context value there is nothing to group. */
export function compileObject(node: ObjectNode, compile: Compile): Code {
  const pairs = node.lhs.map((pair) => compilePair(pair, compile))
  const grouped = groupBy(pairs)
  const values: Record<string, Code> = Object.create(null)
  for (const { name, value } of pairs) if (name !== undefined) values[name] = value
  const members = Object.entries(values)
  if (members.length < pairs.length) return grouped
  return (run, input, frame) => {
    if (Array.isArray(input)) return grouped(run, input, frame)
    const object: JsonObjectBuilder = {}
    for (const [name, code] of members) {
      const value = code(run, input, frame)
      if (value !== undefined) setMember(object, name, value as Json)
    }
    return object
  }
}

function compilePair([key, value]: PairNodes, compile: Compile): Pair {
  const name = key.type === 'string' && !key.predicate && !key.group ? key.value : undefined
  return { key: compile(key), name, value: compile(value) }
}

function groupBy(pairs: readonly Pair[]): Code {
  return (run, input, frame) => {
    const isTupleStream = input instanceof Sequence && input.tupleStream === true
    const groups = groupItems(run, pairs, input, frame, isTupleStream)
    const object: JsonObjectBuilder = {}
    for (const [key, group] of Object.entries(groups)) {
      const value = isTupleStream ? evaluateTuples(run, group, frame) : group.pair.value(run, group.data, frame)
      if (value !== undefined) setMember(object, key, value as Json)
    }
    return object
  }
}

function evaluateTuples(run: JsonataRun, group: Group, frame: Frame): Value {
  const { '@': context, ...variables } = mergeTuples(run, group.data)
  return group.pair.value(run, context, frameOf(variables, frame))
}

function groupItems(
  run: JsonataRun,
  pairs: readonly Pair[],
  input: Value,
  frame: Frame,
  isTupleStream: boolean,
): Readonly<Record<string, Group>> {
  // In the order of an object's members: keys such as '2' come first.
  const groups: Record<string, Group> = Object.create(null)
  const given: readonly Value[] = Array.isArray(input) ? input : sequenceOf(input)
  // Without any item a constructor still makes its object, from nothing.
  for (const item of given.length === 0 ? [undefined] : given) {
    const context = isTupleStream ? (item as Tuple | undefined)?.['@'] : item
    const itemFrame = isTupleStream && item !== undefined ? frameOf(item as Tuple, frame) : frame
    for (const pair of pairs) {
      const key = pair.key(run, context, itemFrame)
      if (key === undefined) continue
      if (typeof key !== 'string') throw new EvaluationError('T1003', { value: key })
      const group = groups[key]
      if (!group) groups[key] = { pair, data: item }
      else if (group.pair === pair) addTo(run, group, item)
      else throw new EvaluationError('D1009', { value: key })
    }
  }
  return groups
}

function addTo(run: JsonataRun, group: Group, item: Value): void {
  if (item === undefined) return
  if (group.data === undefined) {
    group.data = item
    return
  }
  if (!group.merged) {
    group.merged = []
    append(run, group.merged, group.data)
    group.data = group.merged
  }
  append(run, group.merged, item)
}

/** One tuple of several: under each name the values of all. */
function mergeTuples(run: JsonataRun, data: Value): Tuple {
  const tuples: readonly Tuple[] = Array.isArray(data) ? data : [data as Tuple]
  const [first, ...others] = tuples
  const merged = tupleOf(first ?? {})
  const own = new Set<string>()
  for (const tuple of others) {
    for (const [name, value] of Object.entries(tuple)) mergeMember(run, merged, own, name, value)
  }
  return merged
}

function mergeMember(run: JsonataRun, merged: Tuple, own: Set<string>, name: string, value: Value): void {
  if (value === undefined) return
  const before = merged[name]
  if (before === undefined) {
    merged[name] = value
    return
  }
  const values: Value[] = own.has(name) ? (before as Value[]) : []
  if (!own.has(name)) append(run, values, before)
  append(run, values, value)
  merged[name] = values
  own.add(name)
}
