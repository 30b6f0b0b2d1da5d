import { withUserError } from '../../asl/user-error.js'
import { TracedText } from '../traced-text.js'
import { isHcl } from './hcl.js'
import { readExpression } from './parse-expression.js'
import { HclSyntaxError, Scanner } from './scanner.js'
import type { Attribute, HclBlock, Body } from './hcl-syntax.js'

/** Reads a file of Terraform: `.tf` or `.tfvars`. Throws UserError with the place of a mistake. */
export function parseFile(text: string, file: string): Body {
  const scanner = new Scanner(TracedText.ofFile(text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text, file))
  return withUserError(
    () => scanner.within(true, () => readBody(scanner, () => scanner.done)),
    (error) => {
      if (isHcl(text) !== true) return error
      // A file that Terraform takes is right, and what is missing is here.
      return error instanceof HclSyntaxError ? error.asUnsupported() : error.ofKind('unsupported')
    },
  )
}

function readBody(scanner: Scanner, ends: () => boolean): Body {
  const attributes = new Map<string, Attribute>()
  const blocks: HclBlock[] = []
  for (;;) {
    scanner.lines()
    if (ends()) return { attributes, blocks }
    if (scanner.done) throw scanner.fail('a block has no closing "}"')
    const start = scanner.at
    const name = scanner.match(/[\p{ID_Start}_][\p{ID_Continue}-]*/uy)?.[0]
    if (name === undefined) throw scanner.fail('expected the name of an argument or block')
    scanner.blanks()
    if (scanner.match(/=(?!=)/y)) attributes.set(name, { start, value: readExpression(scanner) })
    else blocks.push(readBlock(scanner, name, start))
    scanner.blanks()
    if (!ends() && !scanner.sees(/\n/y)) throw scanner.fail('expected a new line')
  }
}

function readBlock(scanner: Scanner, type: string, start: number): HclBlock {
  const labels: string[] = []
  for (;;) {
    scanner.blanks()
    if (scanner.take('{')) break
    const label = scanner.match(/"((?:[^"\\\n]|\\.)*)"|[\p{ID_Start}_][\p{ID_Continue}-]*/uy)
    if (!label) throw scanner.fail('expected "=", a label or "{"')
    labels.push(label[1] ?? label[0])
  }
  const body = scanner.within(true, () => readBody(scanner, () => scanner.char() === '}'))
  scanner.expect('}')
  return { type, labels, body, source: scanner.source, start, end: scanner.at }
}
