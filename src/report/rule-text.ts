import { rules } from '../explore/findings/finding-rules.js'
import type { Rule } from '../explore/findings/rule.js'
import type { Colour } from './colour.js'
import { screenText, type ScreenText } from './screen-text.js'
import { table } from './table.js'

/** What `aslx explain ASLX101 --format json` prints. */
export type RuleJson = Pick<Rule, 'id' | 'title' | 'class' | 'severity' | 'why' | 'write'>

/** The rule of this id, whatever its case. */
export function ruleNamed(id: string): Rule | undefined {
  return rules.find((rule) => rule.id === id.toUpperCase())
}

/** One rule: what it finds, why that matters, and what to write. */
export function printRule({ id, title, why, write, severity, ...rule }: Rule, colour: Colour): ScreenText {
  const facts = [
    ['class', rule.class],
    ['severity', `${severity}, where nothing else is said`],
    ['why', why],
    ['write', write],
  ]
  return screenText([`${colour('bold', id)}: ${title}`, '', ...table(facts).map((row) => `  ${row}`), ''], colour)
}

export function ruleJson({ id, title, why, write, severity, ...rule }: Rule): RuleJson {
  return { id, title, class: rule.class, severity, why, write }
}
