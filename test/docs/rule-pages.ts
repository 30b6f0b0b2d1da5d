import { existsSync, readFileSync } from 'node:fs'
import { format } from 'prettier'
import type { Json } from '../../src/asl/json.js'
import { rules } from '../../src/explore/findings/finding-rules.js'
import type { Rule } from '../../src/explore/findings/rule.js'
import { ruleRates } from './rule-rates.js'

/** Where the pages stand, from the root of the repository. */
export const RULES_FOLDER = 'docs/rules'

/** The two definitions of a page: one that shows the rule, and the same as it is mended. */
export interface RuleExample {
  readonly failing: Json
  readonly mended: Json
  readonly type: 'STANDARD' | 'EXPRESS'
}

export function pageOf({ id }: Rule): string {
  return `${RULES_FOLDER}/${id}.md`
}

/** The examples, which people write; all else on the page is the rule's own. */
export function exampleOf(rule: Rule): RuleExample {
  const path = pageOf(rule)
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const [failing, mended] = [...text.matchAll(/^```json( EXPRESS)?\n([^`]*)^```$/gm)]
  if (!failing?.[2] || !mended?.[2]) throw new Error(`${path} needs two definitions, as blocks of json`)
  const type = failing[1] === undefined ? 'STANDARD' : 'EXPRESS'
  return { failing: jsonOf(failing[2]), mended: jsonOf(mended[2]), type }
}

function jsonOf(text: string): Json {
  return JSON.parse(text) as Json
}

/** A page: what the rule says, and its examples. `npm run docs:rules` writes it. */
export async function rulePage(rule: Rule): Promise<string> {
  const { failing, mended, type } = exampleOf(rule)
  const fence = type === 'EXPRESS' ? 'json EXPRESS' : 'json'
  const block = (value: Json): string => `\`\`\`${fence}\n${JSON.stringify(value, null, 2)}\n\`\`\``
  const text = `# ${rule.id}: ${rule.title}

Class **${rule.class}**, severity **${rule.severity}** where nothing else is said.

${rule.why}

**Write** ${rule.write}.

## Shows it

${block(failing)}

## Mended

${block(mended)}
`
  return await format(text, { parser: 'markdown', printWidth: 120, proseWrap: 'preserve' })
}

/** The table of all rules. */
export async function rulesTable(): Promise<string> {
  const rates = ruleRates()
  const percent = (count = 0): string =>
    count === 0 ? '' : `${Math.max(1, Math.round((100 * count) / rates.machines))} %`
  const rows = rules
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, title, severity, ...rule }) => {
      const { machines, errors, warnings } = rates.rules[id] ?? {}
      const often = [machines, errors, warnings].map(percent).join(' | ')
      return `| [${id}](${id}.md) | ${rule.class} | ${severity} | ${title} | ${often} |`
    })
  const text = `# Rules

What \`aslx explore\` looks for, ${rules.length} rules. 1xx: is an error handled, and rightly; 2xx: how long and how often; 3xx: what is done, lost
or hidden; 4xx: limits, names and form. \`aslx explain ASLX101\` prints one. The severity is that of a finding of which nothing else is said; a
finding may be less or more, and the configuration may set it. \`npm run docs:rules\` writes these pages from the rules; the definitions on them are
explored by a test.

The last columns say in how many of ${rates.machines} machines of public templates a rule speaks without a scenario, in how many as an error and as a warning
(\`npm run exam:rates\`). What is said of many is no false alarm by that: most public machines leave errors unhandled.

| rule | class | severity | what it finds | speaks | error | warning |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`
  return await format(text, { parser: 'markdown', printWidth: 120, proseWrap: 'preserve' })
}
