import { TracedText } from '../traced-text.js'
import { elements, type Environment, mayHold, expressionPosition, scoped, tokenOf, unknown } from './environment.js'
import { parseTemplate } from './parse-hcl.js'
import type { Expression, TemplatePart } from './hcl-syntax.js'
import { kindOf, type ObjectMember, NoValue, textOfValue, tracedOf, type TerraformValue } from './terraform-values.js'

/** The text of a template that knows only its own variables. */
export function renderTemplate(
  template: TracedText,
  variables: ReadonlyMap<string, ObjectMember>,
  environment: Environment,
): TerraformValue {
  const bound = new Map([...variables].map(([name, member]) => [name, member.value]))
  return environment.evaluate(parseTemplate(template), {
    ...environment,
    bound,
    reference: () => undefined,
    strict: false,
  })
}

/** A template of one interpolation is its value, of any kind; every other is a text. */
export function evaluateTemplate(
  expression: Expression,
  parts: readonly TemplatePart[],
  environment: Environment,
): TerraformValue {
  const [only, second] = parts
  if (only?.kind === 'value' && second === undefined) return environment.evaluate(only.of, environment)
  const pieces = partTexts(expression, parts, environment)
  if (pieces.length === 0) return TracedText.at('', expressionPosition(expression))
  environment.runtime.spend(pieces.reduce((length, piece) => length + piece.text.length + 16, 0))
  return TracedText.join(pieces)
}

function partTexts(expression: Expression, parts: readonly TemplatePart[], environment: Environment): TracedText[] {
  return parts.flatMap((part) => {
    environment.runtime.spend(1)
    if (part.kind === 'text') {
      const { source } = expression
      return new TracedText([{ text: part.text, origin: (offset) => source.origin(part.start + offset) }])
    }
    if (part.kind === 'value') return interpolated(part.of, environment)
    if (part.kind === 'if') {
      const condition = environment.evaluate(part.condition, environment)
      return partTexts(expression, mayHold(condition) ? part.yes : part.no, environment)
    }
    return elements(environment.evaluate(part.head.of, environment), environment.runtime).flatMap(([key, value]) =>
      partTexts(expression, part.parts, scoped(part.head, key, value, environment)),
    )
  })
}

function interpolated(of: Expression, environment: Environment): TracedText {
  const value = environment.evaluate(of, environment)
  const traced = tracedOf(value)
  if (traced) return traced
  const text = textOfValue(value)
  if (text !== undefined) return TracedText.at(text, expressionPosition(of))
  if (environment.strict) throw new NoValue(`${kindOf(value)} is no text`)
  return TracedText.at(textOfValue(unknown(of, environment)) ?? tokenOf(of), expressionPosition(of))
}
