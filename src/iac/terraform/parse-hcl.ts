import type { TracedText } from '../traced-text.js'
import { INSIDE, readExpression } from './parse-expression.js'
import { readTemplate } from './parse-template.js'
import { Scanner } from './scanner.js'
import type { Expression } from './hcl-syntax.js'

/** Reads a text that is one expression, e.g. the value of a variable given on the command line. Throws UserError. */
export function parseExpression(source: TracedText): Expression {
  const scanner = new Scanner(source)
  const result = scanner.within(false, () => readExpression(scanner))
  scanner.blanks()
  if (!scanner.done) throw scanner.fail('expected the end of the expression')
  return result
}

/** Reads a whole text as a template, as `templatefile` does. Throws UserError. */
export function parseTemplate(source: TracedText): Expression {
  const parts = readTemplate(new Scanner(source), INSIDE)
  return { kind: 'template', parts, source, start: 0, end: source.text.length }
}
