import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** `draw(n)` is an integer from 0 up to, but not including, n. 0 leads to the simplest expression. */
export type Draw = (below: number) => number

/** Where a part stands. */
interface Place {
  /** What the context value is (`order`, `word`, ...): it decides which names mean something. */
  readonly item: string
  readonly variables: readonly (readonly [name: string, kind: string])[]
}

/**
 * Kind of expression -> texts with holes. `‹num›` is a part of the kind `num`, `‹num @order›` one with an order as context
 * value, `‹num +v:num›` one that may use `$v`. Under `num @order` stands what can be written only with an order as
 * context value.
 */
const RULES: ReadonlyMap<string, readonly string[]> = readRules()

function readRules(): ReadonlyMap<string, readonly string[]> {
  const rules = new Map<string, string[]>()
  let texts: string[] = []
  for (const line of readFileSync(join(import.meta.dirname, 'jsonata-grammar.txt'), 'utf8')
    .trimEnd()
    .split('\n')) {
    if (line.startsWith('  ')) texts.push(line.slice(2))
    else rules.set(line, (texts = []))
  }
  return rules
}

const HOLE = /‹(\w+)((?: [@+][\w:]+)*)›/g

/** The kinds of whole expressions. Now and then one of them stands in the place of another. */
const KINDS = ['int', 'num', 'str', 'bool', 'nums', 'strs', 'objs', 'obj', 'fn', 'any']
const ONE_SLIP_IN = 24
/** A part that could grow ends at once. */
const ONE_END_IN = 4

/** An expression; `depth` is how many holes may lie in each other at most. */
export function drawExpression(draw: Draw, depth: number): string {
  return part(draw, pick(draw, KINDS), depth, { item: 'none', variables: [] })
}

function part(draw: Draw, wanted: string, depth: number, place: Place): string {
  const slips = KINDS.includes(wanted) && draw(ONE_SLIP_IN) === ONE_SLIP_IN - 1
  const kind = slips ? pick(draw, KINDS) : wanted
  const all = RULES.get(kind) ?? []
  const known = [
    ...(RULES.get(`${kind} @${place.item}`) ?? []),
    ...place.variables.filter(([, type]) => type === kind || kind === 'any').map(([name]) => `$${name}`),
  ]
  const ends = all.filter((text) => !text.includes('‹'))
  const grows = depth > 0 && ends.length < all.length && draw(ONE_END_IN) > 0
  const rules = grows ? all.filter((text) => text.includes('‹')) : ends
  const text = known.length > 0 && draw(2) === 1 ? pick(draw, known) : pick(draw, rules)
  return text.replaceAll(HOLE, (_hole, inner: string, marks: string) =>
    part(draw, inner, depth - 1, within(place, marks)),
  )
}

function pick(draw: Draw, from: readonly string[]): string {
  const picked = from[draw(from.length)]
  if (picked === undefined) throw new Error('the grammar has no rule for this kind')
  return picked
}

function within(place: Place, marks: string): Place {
  let { item, variables } = place
  for (const mark of marks.split(' ').filter((mark) => mark !== '')) {
    const [name = '', kind = 'any'] = mark.slice(1).split(':')
    if (mark.startsWith('@')) item = name
    else variables = [...variables, [name, kind]]
  }
  return { item, variables }
}
