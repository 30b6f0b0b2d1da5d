import type { Code } from './callables.js'
import type { Compile } from './constructors.js'
import { compilePredicate, frameOf } from './predicate.js'
import type { Frame } from './frame.js'
import { checkItems } from './evaluation-limits.js'
import type { JsonataRun } from './jsonata-run.js'
import { compileSort } from './sort.js'
import type { SyntaxNode } from './syntax-node.js'
import { append, ConstructedArray, Sequence, type Tuple, tupleOf, type Value } from './jsonata-values.js'

/** One step of a path, compiled. */
export interface JsonataStep {
  readonly isTuple: boolean
  readonly bindsFocus: boolean
  /** An array constructor as first step is evaluated once, not for each item. */
  readonly whole: Code | undefined
  /** What the step makes of the items of the step before. */
  mapItems(run: JsonataRun, items: readonly Value[], frame: Frame, isLast: boolean): readonly Value[]
  /** The same with tuples; there are none yet at the first step that needs them. */
  mapTuples(
    run: JsonataRun,
    items: readonly Value[],
    tuples: readonly Value[] | undefined,
    frame: Frame,
  ): readonly Value[]
}

type Stage = (run: JsonataRun, items: Value, frame: Frame) => Value

export function compileStep(node: SyntaxNode, compile: Compile): JsonataStep {
  const marks = { isTuple: node.tuple === true, bindsFocus: node.focus !== undefined }
  const stages = (node.stages ?? []).map((stage): Stage =>
    stage.type === 'filter'
      ? compilePredicate(stage.expr, compile)
      : (_run, tuples) => numberTuples(tuples, stage.value),
  )
  if (node.type === 'sort') {
    const sort = compileSort(node, compile)
    const staged: Code = (run, items, frame) =>
      runStages(stages, run, sort(run, items as readonly Value[], frame), frame)
    return {
      ...marks,
      whole: undefined,
      mapItems: (run, items, frame) => asArray(staged(run, items, frame)),
      mapTuples: (run, items, tuples, frame) =>
        tuples
          ? asArray(staged(run, tuples, frame))
          : sortedTuples(run, sort(run, items, frame), node.index, stages, frame),
    }
  }
  const code = compile(node)
  return {
    ...marks,
    whole: node.consarray ? code : undefined,
    mapItems: (run, items, frame, isLast) => mapItems(run, code, stages, items, frame, isLast),
    mapTuples: (run, items, tuples, frame) => mapTuples(run, node, code, stages, tuples ?? firstTuples(items), frame),
  }
}

function asArray(value: Value): readonly Value[] {
  return Array.isArray(value) ? value : []
}

function runStages(stages: readonly Stage[], run: JsonataRun, items: Value, frame: Frame): Value {
  let result = items
  for (const stage of stages) result = stage(run, result, frame)
  return result
}

function numberTuples(tuples: Value, name: string): Value {
  asArray(tuples).forEach((tuple, index) => {
    ;(tuple as Tuple)[name] = index
  })
  return tuples
}

function mapItems(
  run: JsonataRun,
  code: Code,
  stages: readonly Stage[],
  items: readonly Value[],
  frame: Frame,
  isLast: boolean,
): readonly Value[] {
  const results: Value[] = []
  for (const item of items) {
    const result = runStages(stages, run, code(run, item, frame), frame)
    if (result !== undefined) results.push(result)
  }
  const [only] = results
  if (isLast && results.length === 1 && Array.isArray(only) && !(only instanceof Sequence)) return only
  const flat = new Sequence()
  for (const result of results) {
    if (result instanceof ConstructedArray) flat.push(result)
    else append(run, flat, result)
  }
  return flat
}

function firstTuples(items: readonly Value[]): readonly Tuple[] {
  return items.map((item) => tupleOf({ '@': item }))
}

function newTupleStream(): Sequence {
  const stream = new Sequence()
  stream.tupleStream = true
  return stream
}

function sortedTuples(
  run: JsonataRun,
  sorted: readonly Value[],
  index: string | undefined,
  stages: readonly Stage[],
  frame: Frame,
) {
  const stream = newTupleStream()
  sorted.forEach((item, position) => {
    stream.push(index === undefined ? tupleOf({ '@': item }) : tupleOf({ '@': item, [index]: position }))
  })
  return asArray(runStages(stages, run, stream, frame))
}

function mapTuples(
  run: JsonataRun,
  node: SyntaxNode,
  code: Code,
  stages: readonly Stage[],
  tuples: readonly Value[],
  frame: Frame,
): readonly Value[] {
  const stream = newTupleStream()
  for (const before of tuples as readonly Tuple[]) {
    const result = code(run, before['@'], frameOf(before, frame))
    if (result === undefined) continue
    const results: readonly Value[] = Array.isArray(result) ? result : [result]
    checkItems(stream.length + results.length)
    run.spend(results.length)
    const isStream = result instanceof Sequence && result.tupleStream === true
    results.forEach((item, position) => {
      stream.push(isStream ? tupleOf(before, item as Tuple) : nextTuple(node, before, item, position))
    })
  }
  return asArray(runStages(stages, run, stream, frame))
}

function nextTuple(node: SyntaxNode, before: Readonly<Tuple>, item: Value, position: number): Tuple {
  const tuple = tupleOf(before)
  if (node.focus === undefined) tuple['@'] = item
  else tuple[node.focus] = item
  if (node.index !== undefined) tuple[node.index] = position
  if (node.ancestor) tuple[node.ancestor.label] = before['@']
  return tuple
}
