import type { Code } from './callables.js'
import type { Compile } from './constructors.js'
import type { Frame } from './frame.js'
import { compileGroup } from './group.js'
import { compileStep, type JsonataStep } from './jsonata-steps.js'
import { compileQuickPath } from './quick-path.js'
import type { JsonataRun } from './jsonata-run.js'
import type { PathNode } from './syntax-node.js'
import { ConstructedArray, Sequence, sequenceOf, type Tuple, type Value } from './jsonata-values.js'

/** `a.b[c].d`: each step maps the items of the one before it. */
export function compilePath(node: PathNode, compile: Compile): Code {
  const steps = node.steps.map((step) => compileStep(step, compile))
  const group = node.group && compileGroup(node.group, compile)
  const startsAbsolute = node.steps[0]?.type === 'variable'
  const walk = (run: JsonataRun, items: readonly Value[], frame: Frame, from: number): Value => {
    const walked = walkSteps(run, steps, items, frame, from)
    if (group && walked.tuples) return group(run, walked.tuples, frame)
    const result = walked.tuples && !node.tuple ? itemsOf(walked.tuples) : (walked.tuples ?? walked.items)
    const kept = node.keepSingletonArray ? keepSingleton(result) : result
    return group ? group(run, kept, frame) : kept
  }
  const whole: Code = (run, input, frame) =>
    walk(run, Array.isArray(input) && !startsAbsolute ? input : sequenceOf(input), frame, 0)
  return compileQuickPath(node, whole, walk) ?? whole
}

interface Walked {
  readonly items: readonly Value[]
  /** Marked as a tuple stream, but for a plain array that a sort made (as in 2.0.6). */
  readonly tuples: readonly Value[] | undefined
}

function walkSteps(
  run: JsonataRun,
  steps: readonly JsonataStep[],
  input: readonly Value[],
  frame: Frame,
  from: number,
): Walked {
  let items = input
  let result = input
  let tuples: readonly Value[] | undefined
  let isTupleStream = false
  for (let index = from; index < steps.length; index++) {
    const step = steps[index]
    if (!step) break
    isTupleStream ||= step.isTuple
    if (index === 0 && step.whole) {
      result = itemsOfWhole(step.whole(run, items, frame))
    } else if (isTupleStream) {
      tuples = step.mapTuples(run, items, tuples, frame)
    } else {
      result = step.mapItems(run, items, frame, index === steps.length - 1)
    }
    if (!isTupleStream && result.length === 0) break
    if (!step.bindsFocus) items = result
  }
  return { items: result, tuples: isTupleStream ? (tuples ?? new Sequence()) : undefined }
}

/** What is no array has no items, but for text: 2.0.6 then goes through its characters. */
function itemsOfWhole(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value
  return typeof value === 'string' && value !== '' ? value.split('') : new Sequence()
}

function itemsOf(tuples: readonly Value[]): Sequence {
  const items = new Sequence()
  for (const tuple of tuples) items.push((tuple as Tuple)['@'])
  return items
}

/** `[]` somewhere in the path. An array of the data is not a sequence and stays an array anyway. */
function keepSingleton(result: Value): Value {
  if (result instanceof ConstructedArray) {
    const kept = sequenceOf(result)
    kept.keepSingleton = true
    return kept
  }
  if (result instanceof Sequence) result.keepSingleton = true
  return result
}
