import { RESERVED_ERROR_NAMES } from '../asl/error-names.js'
import { printable } from '../verify/printable.js'
import { type Behaviour, TOPICS, behaviours } from './behaviours.js'
import type { Colour } from './colour.js'
import type { Explanation } from './explanation.js'
import { screenText, type ScreenText } from './screen-text.js'
import { table } from './table.js'

const STATUS: Readonly<Record<Behaviour['status'], string>> = {
  differs: 'documents and recordings differ',
  assumption: 'an assumption of aslx',
  unknown: 'not known',
}

/** Topics and error names, a line each: what `aslx explain` can tell about. */
export function printExplainable(colour: Colour): ScreenText {
  const topics = Object.entries(TOPICS).map(([name, title]) => [colour('bold', name), title])
  const names = RESERVED_ERROR_NAMES.map((name) => `  ${name}`)
  return screenText(
    [
      'topics',
      ...table(topics).map((row) => `  ${row}`),
      '',
      'errors of Step Functions (those of your Tasks have names of their own)',
      ...names,
      '',
      'aslx explain <error|topic> tells what takes an error, the evidence, and where the profiles differ',
      '',
    ],
    colour,
  )
}

/** One explanation: the rule, then every behaviour it touches, with the evidence. */
export function printExplanation(explanation: Explanation, colour: Colour): ScreenText {
  const rows = explanation.behaviours.flatMap((row) => [...printRow(row, colour), ''])
  return screenText([...headOf(explanation, colour), ...rows], colour)
}

function headOf(explanation: Explanation, colour: Colour): readonly string[] {
  if (explanation.kind === 'error') return [...errorHead(explanation, colour), '']
  return explanation.kind === 'topic' ? [`${colour('bold', explanation.topic)}: ${TOPICS[explanation.topic]}`, ''] : []
}

function errorHead(explanation: Extract<Explanation, { kind: 'error' }>, colour: Colour): readonly string[] {
  const { name, rule, faults } = explanation
  const facts = [
    ['raised by', rule?.raisedBy ?? 'a Task; Step Functions has no rule of its own for this name'],
    ['caught', rule?.caught ?? 'by Retry and Catch of the Task, else of the Parallel or Map around it'],
    ...takenBy(explanation),
    ...faults.map(({ id, title }) => ['fault', `${title}: aslx faults ${id}`]),
  ]
  return [colour('bold', printable(name)), '', ...table(facts).map((row) => `  ${row}`)]
}

function takenBy({ rule, matchedBy }: Extract<Explanation, { kind: 'error' }>): readonly (readonly string[])[] {
  if (rule && !rule.seen.recorded && !rule.seen.documented) return []
  const [recorded, documented] = [matchedBy.recorded, matchedBy.documented].map(
    (names) => names.join(', ') || 'nothing',
  )
  if (recorded === documented) return recorded === undefined ? [] : [['taken by', recorded]]
  return [
    ['taken by', `${recorded} (recorded, the default)`],
    ['', `${documented} (documented)`],
  ]
}

function printRow(row: Behaviour, colour: Colour): readonly string[] {
  const flips = row.profile === undefined ? '' : ' (--profile documented)'
  const facts = [
    ['recorded', row.recorded],
    ['documented', `${row.documented}${flips}`],
    ...row.evidence.map(({ kind, source }, index) => [index === 0 ? 'evidence' : '', `${kind}: ${source}`]),
  ]
  return [`${colour('cyan', row.id)}: ${STATUS[row.status]}`, ...table(facts).map((line) => `  ${line}`)]
}

/** All there is to explain. */
export interface ExplainableJson {
  readonly topics: readonly { readonly name: string; readonly title: string }[]
  readonly errors: readonly string[]
  readonly behaviours: readonly Behaviour[]
}

/** One explanation, with faults by id. */
export type ExplanationJson =
  | Exclude<Explanation, { readonly kind: 'error' }>
  | (Pick<Extract<Explanation, { readonly kind: 'error' }>, 'kind' | 'name' | 'matchedBy' | 'behaviours'> & {
      readonly raisedBy?: string
      readonly caught?: string
      readonly faults: readonly string[]
    })

/** For `--format json`: all there is to explain. */
export function explainableJson(): ExplainableJson {
  const topics = Object.entries(TOPICS).map(([name, title]) => ({ name, title }))
  return { topics, errors: RESERVED_ERROR_NAMES, behaviours }
}

/** For `--format json`: one explanation, with faults by id. */
export function explanationJson(explanation: Explanation): ExplanationJson {
  if (explanation.kind !== 'error') return { ...explanation }
  const { kind, name, rule, matchedBy, behaviours: rows, faults } = explanation
  const facts = rule && { raisedBy: rule.raisedBy, caught: rule.caught }
  return { kind, name, ...facts, matchedBy, faults: faults.map(({ id }) => id), behaviours: rows }
}
