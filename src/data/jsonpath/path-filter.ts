import type { Json } from '../../asl/json.js'
import { InvalidExpressionError } from '../failure.js'
import { printedJson } from '../../asl/nesting.js'
import { compare, type Operator } from './compare.js'
import { evaluateOperand, readDefinite, type FilterTest } from './evaluate-json-path.js'
import { parsePath } from './parse-path.js'
import { PathFailure } from './path-failure.js'
import { compilePattern, type Pattern } from './pattern.js'
import { isDefinite, type DefiniteStep } from './tokens.js'

/** Looked for in this order anywhere in the text, also inside quotes. */
const OPERATORS = ['==', '>=', '<=', '!=', '<', '>', '=~'] as const

interface PathOperand {
  readonly kind: 'path'
  readonly fromRoot: boolean
  readonly steps: readonly DefiniteStep[]
}
type Operand =
  | PathOperand
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pattern'; readonly pattern: Pattern }

/**
 * Compiles what stands in `[?(...)]`. `&&` binds closer than `||`, parentheses do not group, and the right side of
 * either is tried first, which shows when the left one cannot be evaluated.
 */
export function compileFilter(body: string): FilterTest {
  const alternatives = body.split('||').map((alternative) => alternative.split('&&').map(compileCriterion))
  return (item, root) => {
    for (let i = alternatives.length - 1; i >= 0; i--) {
      const accepted = allAccept(alternatives[i] ?? [], item, root)
      if (accepted !== false) return accepted
    }
    return false
  }
}

function allAccept(criteria: readonly FilterTest[], item: Json, root: Json): boolean | PathFailure {
  for (let i = criteria.length - 1; i >= 0; i--) {
    const accepted = criteria[i]?.(item, root)
    if (accepted !== undefined && accepted !== true) return accepted
  }
  return true
}

function compileCriterion(source: string): FilterTest {
  const text = source.replace(/^[[?( ]+/, '').trimEnd()
  const criterion = text.slice(0, lengthWithoutClosing(text)).trim()
  const operator = OPERATORS.find((candidate) => criterion.includes(candidate))
  if (operator === undefined) return compileExistence(criterion)
  const at = criterion.indexOf(operator)
  const left = compileOperand(criterion.slice(0, at).trim(), true)
  const right = compileOperand(criterion.slice(at + operator.length).trim(), false)
  return operator === '=~' ? matches(left, right, criterion) : compares(left, operator, right)
}

function lengthWithoutClosing(text: string): number {
  let length = text.length
  while (length > 0 && (text[length - 1] === ')' || text[length - 1] === ' ')) length--
  return length
}

/** Present means not null; 0, false and '' are present. Of several names all must be there. Here `$` is the item too. */
function compileExistence(criterion: string): FilterTest {
  const wanted = !criterion.startsWith('!')
  const operand = compileOperand(criterion, true)
  if (operand.kind !== 'path') {
    throw new InvalidExpressionError(`'${criterion}' is not a filter: it has no path and no operator`)
  }
  const path: PathOperand = { ...operand, fromRoot: false }
  const last = operand.steps.at(-1)
  const names = last?.kind === 'names' ? new Set(last.names).size : 0
  return (item) => {
    const value = readPath(path, item, item)
    if (value instanceof PathFailure) return value.kind === 'missing' ? !wanted : value
    const present = value !== null && (names === 0 || Object.keys(value).length === names)
    return present === wanted
  }
}

/** Something missing on either side makes every comparison false, `!=` too. */
function compares(left: Operand, operator: Operator, right: Operand): FilterTest {
  return (item, root) => {
    const actual = readOperand(left, item, root)
    if (actual instanceof PathFailure) return actual.kind === 'missing' ? false : actual
    const expected = readOperand(right, item, root)
    if (expected instanceof PathFailure) return expected.kind === 'missing' ? false : expected
    return compare(expected, operator, actual)
  }
}

function matches(left: Operand, right: Operand, criterion: string): FilterTest {
  const [patternSide, other] = left.kind === 'pattern' ? [left, right] : [right, left]
  if (patternSide.kind !== 'pattern') {
    throw new InvalidExpressionError(`'${criterion}' is not a filter: =~ needs a pattern between slashes`)
  }
  return (item, root) => {
    const value = readOperand(other, item, root)
    if (value instanceof PathFailure) return value.kind === 'missing' ? false : value
    if (value === null) return false
    return patternSide.pattern(typeof value === 'string' ? value : printedJson(value))
  }
}

/** Whatever is not a path, a quoted string or a pattern is a string as it stands: numbers, true and null too. */
function compileOperand(text: string, isLeft: boolean): Operand {
  if (/^(?:\$|!?@)/.test(text)) {
    if (!isLeft && text.startsWith('!')) {
      throw new InvalidExpressionError(
        `'${text}' is not an operand: ! may only stand before a path that is tested to exist`,
      )
    }
    const path = text.replace(/^!/, '')
    const steps = parsePath(path)
    if (!steps.every(isDefinite)) throw new InvalidExpressionError(`'${path}' is not an operand: it is not definite`)
    return { kind: 'path', fromRoot: path.startsWith('$'), steps }
  }
  if (text.startsWith("'") && text.endsWith("'")) return { kind: 'text', text: text.slice(1, -1) }
  const pattern = /^\/(.*)\/(i?)$/s.exec(text)
  if (pattern) return { kind: 'pattern', pattern: compilePattern(pattern[1] ?? '', pattern[2] === 'i') }
  return { kind: 'text', text }
}

/** A pattern outside `=~` is something that is not null and has no order. */
const NO_ORDER: Json = []

function readOperand(operand: Operand, item: Json, root: Json): Json | PathFailure {
  if (operand.kind === 'path') return readPath(operand, item, root)
  return operand.kind === 'text' ? operand.text : NO_ORDER
}

function readPath(operand: PathOperand, item: Json, root: Json): Json | PathFailure {
  const document = operand.fromRoot ? root : item
  const value = readDefinite(operand.steps, document)
  return value === undefined ? evaluateOperand(operand.steps, document, !operand.fromRoot) : value
}
