import type { TracedText } from '../traced-text.js'
import { type Inside, readHeredoc, readQuoted } from './parse-template.js'
import type { Scanner } from './scanner.js'
import type { Expression, ForHead, ObjectEntry, SplatStep } from './hcl-syntax.js'

const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy

/** Operators from the weakest to the strongest. */
const OPERATORS: readonly RegExp[] = [/\|\|/y, /&&/y, /==|!=/y, /<=|>=|<|>/y, /[+-]/y, /[*%]|\/(?![/*])/y]

/** What may stand in a template. */
export const INSIDE: Inside = { expression: readExpression, forHead: readForHead }

/** Reads the expression that begins here. */
export function readExpression(scanner: Scanner): Expression {
  return scanner.nested(() => {
    scanner.blanks()
    const condition = readBinary(scanner, 0)
    scanner.blanks()
    if (!scanner.take('?')) return condition
    const yes = readExpression(scanner)
    scanner.blanks()
    scanner.expect(':')
    const no = readExpression(scanner)
    return { kind: 'conditional', condition, yes, no, ...span(scanner, condition.start) }
  })
}

function span(scanner: Scanner, start: number): { source: TracedText; start: number; end: number } {
  return { source: scanner.source, start, end: scanner.at }
}

function readBinary(scanner: Scanner, level: number): Expression {
  const pattern = OPERATORS[level]
  if (pattern === undefined) return readUnary(scanner)
  let left = readBinary(scanner, level + 1)
  for (;;) {
    const before = scanner.at
    scanner.blanks()
    const operator = scanner.match(pattern)?.[0]
    if (operator === undefined) {
      scanner.at = before
      return left
    }
    scanner.blanks()
    const right = readBinary(scanner, level + 1)
    left = { kind: 'binary', operator, left, right, ...span(scanner, left.start) }
  }
}

function readUnary(scanner: Scanner): Expression {
  const start = scanner.at
  const operator = scanner.match(/[!-]/y)?.[0]
  if (operator === undefined) return readSteps(scanner)
  return scanner.nested(() => {
    scanner.blanks()
    const of = readUnary(scanner)
    return { kind: 'unary', operator, of, ...span(scanner, start) }
  })
}

/** A value with the members, indexes and splats after it. */
function readSteps(scanner: Scanner): Expression {
  let of = readPrimary(scanner)
  for (;;) {
    const splat = scanner.match(/\.\*|\[[ \t]*\*[ \t]*\]/y)?.[0]
    if (splat !== undefined) {
      const steps = readSplatSteps(scanner, splat !== '.*')
      of = { kind: 'splat', of, steps, ...span(scanner, of.start) }
      continue
    }
    const step = readStep(scanner)
    if (step === undefined) return of
    of =
      'name' in step
        ? { kind: 'member', of, name: step.name, ...span(scanner, of.start) }
        : { kind: 'index', of, key: step.key, ...span(scanner, of.start) }
  }
}

function readSplatSteps(scanner: Scanner, indexes: boolean): readonly SplatStep[] {
  const steps: SplatStep[] = []
  for (;;) {
    const step = indexes || scanner.char() === '.' ? readStep(scanner) : undefined
    if (step === undefined) return steps
    steps.push(step)
  }
}

function readStep(scanner: Scanner): SplatStep | undefined {
  const start = scanner.at
  const before = scanner.at
  // A chain may go on in the next line within brackets.
  scanner.blanks()
  if (scanner.char() === '.' && !scanner.startsWith('...')) {
    scanner.at++
    const number = scanner.match(/\d+/y)?.[0]
    if (number !== undefined) return { key: { kind: 'literal', value: Number(number), ...span(scanner, start) } }
    const name = scanner.match(NAME)?.[0]
    if (name === undefined) throw scanner.fail('expected a name')
    return { name }
  }
  scanner.at = before
  if (!scanner.take('[')) return undefined
  return scanner.within(false, () => {
    const key = readExpression(scanner)
    scanner.blanks()
    scanner.expect(']')
    return { key }
  })
}

function readPrimary(scanner: Scanner): Expression {
  const start = scanner.at
  const char = scanner.char()
  if (char === '"' || scanner.startsWith('<<')) {
    const parts = char === '"' ? readQuoted(scanner, INSIDE) : readHeredoc(scanner, INSIDE)
    return { kind: 'template', parts, ...span(scanner, start) }
  }
  if (char === '(') return readParentheses(scanner)
  if (char === '[') return readBrackets(scanner)
  if (char === '{') return readBraces(scanner)
  const number = scanner.match(/\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y)?.[0]
  if (number !== undefined) return { kind: 'literal', value: Number(number), ...span(scanner, start) }
  const name = scanner.match(NAME)?.[0]
  if (name === undefined) throw scanner.fail('expected a value')
  return readNamed(scanner, name, start)
}

const CONSTANTS: ReadonlyMap<string, null | boolean> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])

function readNamed(scanner: Scanner, first: string, start: number): Expression {
  const constant = CONSTANTS.get(first)
  if (constant !== undefined) return { kind: 'literal', value: constant, ...span(scanner, start) }
  const name = first + (scanner.match(/(?:::[\w-]+)+(?=\()/y)?.[0] ?? '')
  if (!scanner.sees(/[ \t]*\(/y)) return { kind: 'name', name, ...span(scanner, start) }
  scanner.blanks()
  scanner.expect('(')
  const { args, expand } = scanner.within(false, () => readArguments(scanner))
  return { kind: 'call', name, args, expand, ...span(scanner, start) }
}

function readArguments(scanner: Scanner): { args: readonly Expression[]; expand: boolean } {
  const args: Expression[] = []
  let expand = false
  for (;;) {
    scanner.blanks()
    if (scanner.take(')')) return { args, expand }
    args.push(readExpression(scanner))
    scanner.blanks()
    expand = scanner.take('...')
    scanner.blanks()
    if (!scanner.take(',') && scanner.char() !== ')') throw scanner.fail('expected "," or ")"')
  }
}

function readParentheses(scanner: Scanner): Expression {
  const start = scanner.at
  scanner.expect('(')
  return scanner.within(false, () => {
    const inside = readExpression(scanner)
    scanner.blanks()
    scanner.expect(')')
    return { ...inside, ...span(scanner, start) }
  })
}

function readBrackets(scanner: Scanner): Expression {
  const start = scanner.at
  scanner.expect('[')
  return scanner.within(false, () => {
    scanner.blanks()
    if (scanner.sees(/for\b(?!\s*[=,\]])/y)) return readFor(scanner, start, ']')
    const items: Expression[] = []
    for (;;) {
      scanner.blanks()
      if (scanner.take(']')) return { kind: 'list', items, ...span(scanner, start) }
      items.push(readExpression(scanner))
      scanner.blanks()
      if (!scanner.take(',') && scanner.char() !== ']') throw scanner.fail('expected "," or "]"')
    }
  })
}

function readBraces(scanner: Scanner): Expression {
  const start = scanner.at
  scanner.expect('{')
  scanner.lines()
  if (scanner.sees(/for\b(?!\s*[=:])/y)) return scanner.within(false, () => readFor(scanner, start, '}'))
  return scanner.within(true, () => {
    const entries: ObjectEntry[] = []
    for (;;) {
      scanner.lines()
      if (scanner.take('}')) return { kind: 'object', entries, ...span(scanner, start) }
      entries.push(readEntry(scanner))
      scanner.blanks()
      if (!scanner.take(',') && !scanner.sees(/[\n}]/y)) throw scanner.fail('expected ",", a new line or "}"')
    }
  })
}

function readEntry(scanner: Scanner): ObjectEntry {
  const start = scanner.at
  const bare = scanner.match(/[\p{ID_Start}_][\p{ID_Continue}-]*(?=[ \t]*(?:=(?!=)|:(?!:)))/uy)?.[0]
  const key: Expression =
    bare === undefined
      ? readExpression(scanner)
      : { kind: 'template', parts: [{ kind: 'text', text: bare, start }], ...span(scanner, start) }
  scanner.blanks()
  if (!scanner.match(/[=:]/y)) throw scanner.fail('expected "="')
  return { key, value: readExpression(scanner) }
}

/** `for k, v in collection :`, without what comes of each element. */
function readForHead(scanner: Scanner): ForHead {
  scanner.blanks()
  scanner.expect('for')
  const names: string[] = []
  do {
    scanner.blanks()
    const name = scanner.match(NAME)?.[0]
    if (name === undefined) throw scanner.fail('expected a name')
    names.push(name)
    scanner.blanks()
  } while (scanner.take(','))
  if (!scanner.match(/in\b/y)) throw scanner.fail('expected "in"')
  const of = readExpression(scanner)
  return { keyName: names.length > 1 ? names[0] : undefined, valueName: names.at(-1) ?? '', of }
}

function readFor(scanner: Scanner, start: number, close: string): Expression {
  const head = readForHead(scanner)
  scanner.blanks()
  scanner.expect(':')
  const first = readExpression(scanner)
  scanner.blanks()
  const second = scanner.take('=>') ? readExpression(scanner) : undefined
  scanner.blanks()
  const grouped = scanner.take('...')
  scanner.blanks()
  const condition = scanner.match(/if\b/y) ? readExpression(scanner) : undefined
  scanner.blanks()
  scanner.expect(close)
  const key = second === undefined ? undefined : first
  return { kind: 'for', ...head, key, value: second ?? first, condition, grouped, ...span(scanner, start) }
}
