import type { Code } from './callables.js'
import type { Compile } from './constructors.js'
import { Frame } from './frame.js'
import type { JsonataRun } from './jsonata-run.js'
import type { SyntaxNode } from './syntax-node.js'
import { isNumeric, isTrue, Sequence, sequenceOf, type Tuple, type Value } from './jsonata-values.js'

/** `[...]` behind a step: a number picks by position, anything else keeps the items for which it is true. */
export function compilePredicate(predicate: SyntaxNode, compile: Compile): Code {
  if (predicate.type === 'number') return pick(predicate.value)
  const condition = compile(predicate)
  return (run, input, frame) => {
    const items = asItems(input)
    const isTupleStream = items instanceof Sequence && items.tupleStream === true
    const kept = new Sequence()
    if (isTupleStream) kept.tupleStream = true
    items.forEach((item, index) => {
      const answer = isTupleStream
        ? condition(run, (item as Tuple)['@'], frameOf(item as Tuple, frame))
        : condition(run, item, frame)
      for (let times = timesKept(run, answer, index, items.length); times > 0; times--) kept.push(item)
    })
    return kept
  }
}

/** The variables of a tuple as a frame around an evaluation. */
export function frameOf(tuple: Readonly<Tuple>, outer: Frame): Frame {
  return new Frame(outer, Object.keys(tuple), Object.values(tuple))
}

function asItems(input: Value): readonly Value[] {
  return Array.isArray(input) ? input : sequenceOf(input)
}

function pick(position: number): Code {
  return (_run, input) => {
    const items = asItems(input)
    const item = items[toIndex(position, items.length)]
    if (Array.isArray(item)) return item
    const picked = new Sequence()
    if (items instanceof Sequence && items.tupleStream) picked.tupleStream = true
    if (item !== undefined) picked.push(item)
    return picked
  }
}

/** A negative position counts from the end. */
function toIndex(position: number, length: number): number {
  const index = Math.floor(position)
  return index < 0 ? length + index : index
}

/** Positions keep an item as often as they name it; an empty array counts as positions and keeps nothing. */
function timesKept(run: JsonataRun, answer: Value, index: number, length: number): number {
  if (isNumeric(answer)) return toIndex(answer, length) === index ? 1 : 0
  if (!Array.isArray(answer)) return isTrue(answer) ? 1 : 0
  run.spend(answer.length)
  if (!answer.every(isNumeric)) return isTrue(answer) ? 1 : 0
  return answer.filter((position) => toIndex(position, length) === index).length
}
