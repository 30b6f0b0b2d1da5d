import { basename } from 'node:path'
import type { LocateSource } from '../asl/positions.js'
import type { FindingSeverity } from '../explore/findings/finding.js'
import type { KnownFinding, MachineFindings } from '../explore/machine-findings.js'
import { printable } from '../verify/printable.js'
import type { Colour, Style } from './colour.js'
import type { LocatedFindings } from './findings-json.js'
import { rowNames } from './row-names.js'
import { screenText, type ScreenText } from './screen-text.js'
import { cutTo, widthOf, wrapped, wrappedCommand } from './wrapped-text.js'

/** How findings are printed. */
export interface FindingsLayout {
  readonly colour: Colour
  /** Columns of the terminal; 80 where there is none. */
  readonly columns: number
  /** What is only worth knowing, too: findings of severity `info`. */
  readonly verbose: boolean
  /** Only what is wrong. */
  readonly quiet: boolean
}

/** Places of one finding that are listed before the rest is counted. */
const PLACES_SHOWN = 6
const SEVERITY_COLUMNS = 9
const LABEL_COLUMNS = 8

const STYLES: Readonly<Record<FindingSeverity, Style>> = { error: 'red', warning: 'yellow', info: 'cyan' }

/** The findings of one machine: what was reached, then one block for each thing to mend. */
export function printFindings(located: LocatedFindings, layout: FindingsLayout): ScreenText | undefined {
  const { findings: machine, locate } = located
  const shown = machine.findings.filter(({ severity }) => layout.verbose || severity !== 'info')
  if (layout.quiet && shown.length === 0 && !machine.broken && machine.waiverProblems.length === 0) return undefined
  const blocks = shown.map((finding) => findingBlock(finding, located, layout))
  const head = [...headLines(located, layout), ...brokenLines(machine, layout), ...waiverLines(machine, locate, layout)]
  return screenText([...head, ...blocks.flatMap((lines) => ['', ...lines]), ''], layout.colour)
}

/** A line for each of several machines: its name, what was reached and what was found; then one for each that could not be loaded. */
export function printMachineRows(
  machines: readonly MachineFindings[],
  unloaded: readonly string[],
  { colour, columns }: FindingsLayout,
): ScreenText {
  const rows = [
    ...machines.map((machine) => ({ name: machine.machine, told: rowText(machine), style: rowStyle(machine) })),
    ...unloaded.map((name) => ({ name, told: 'could not be loaded', style: 'red' as const })),
  ].map((row) => ({ ...row, name: printable(row.name) }))
  const room = columns - Math.max(0, ...rows.map(({ told }) => widthOf(told))) - 2
  const names = rowNames(
    rows.map(({ name }) => name),
    Math.max(room, FEWEST_NAME_COLUMNS),
  )
  const width = Math.max(0, ...names.map(widthOf))
  const lines = rows.map(({ told, style }, at) => `${names[at]?.padEnd(width)}  ${colour(style, told)}`)
  return screenText([...lines, ''], colour)
}

/** Columns that a name has in any case. */
const FEWEST_NAME_COLUMNS = 12

const NOTHING = 'no Task: nothing to explore'

/** Without a Task nothing fails by itself; what Step Functions refuses is a finding all the same. */
function hasNothing({ callingStates, findings }: MachineFindings): boolean {
  return callingStates === 0 && findings.every(({ severity }) => severity === 'info')
}

function rowText(machine: MachineFindings): string {
  const { findings, reach, broken, known, waived } = machine
  if (broken) return 'fails without any fault'
  if (hasNothing(machine)) return NOTHING
  const count = (severity: FindingSeverity): number =>
    findings.filter((finding) => finding.severity === severity).length
  return [
    `${reach.reached} of ${reach.total} states`,
    counted(count('error'), 'error'),
    counted(count('warning'), 'warning'),
    ...(known > 0 ? [`${known} known`] : []),
    ...(waived > 0 ? [`${waived} waived`] : []),
  ].join(', ')
}

function rowStyle({ findings, broken, waiverProblems }: MachineFindings): Style {
  if (broken || waiverProblems.length > 0) return 'red'
  const worst = findings[0]?.severity ?? 'info'
  return worst === 'info' ? 'green' : STYLES[worst]
}

function headLines(located: LocatedFindings, { colour, columns }: FindingsLayout): readonly string[] {
  const { findings: machine, locate } = located
  const name = colour('bold', printable(machine.machine))
  const source = printable(machine.source ?? '', MESSAGE_CHARACTERS)
  const isLong = widthOf(printable(machine.machine)) + 2 + widthOf(source) > columns
  const at = source === '' ? '' : `${isLong ? '\n' : ''}  ${colour('dim', source)}`
  const reach = hasNothing(machine) ? NOTHING : reachText(located)
  return [...`${name}${at}`.split('\n'), ...placesFile(machine, locate), ...wrapped(reach, columns)]
}

/** Places are lines of the file that holds the definition: it is said where a template takes it from another file. */
function placesFile({ source }: MachineFindings, locate: LocateSource | undefined): readonly string[] {
  const file = locate?.('')?.file
  return file === undefined || file === source ? [] : [`places are lines of ${printable(file, MESSAGE_CHARACTERS)}`]
}

/** `15 of 15 states reached, 5 of them only behind a fault; no scenario`. */
function reachText({ findings: { reach, broken, certificate }, scenarioFile }: LocatedFindings): string {
  const { total, reached, reachedWithoutFault } = reach
  const behind = reached - reachedWithoutFault
  const only = behind === 0 ? '' : `, ${behind} of them only behind a fault`
  const missing = reach.list.filter(({ reachedBy }) => reachedBy === undefined)
  const [first] = missing
  const not =
    first?.because === undefined || broken ? '' : `; not ${printable(first.state)}: ${printable(first.because)}`
  const scenario = certificate.k === 0 ? '' : `; ${scenarioText(scenarioFile)}`
  return `${reached} of ${total} states reached${only}${scenario}${not}`
}

function scenarioText(file: string | undefined): string {
  return file === undefined ? 'no scenario' : `scenario ${printable(basename(file))}`
}

function brokenLines({ broken }: MachineFindings, { colour, columns }: FindingsLayout): readonly string[] {
  if (!broken) return []
  return [
    '',
    ...wrapped(`without any fault it fails: ${printable(broken.reason)}`, columns).map((line) => colour('red', line)),
    ...labelled('give', printable(broken.give), columns),
  ]
}

function waiverLines(
  { waiverProblems }: MachineFindings,
  locate: LocateSource | undefined,
  { colour, columns }: FindingsLayout,
): readonly string[] {
  const head = `${'error'.padEnd(SEVERITY_COLUMNS)}waiver   `
  return waiverProblems.flatMap(({ state, pointer, message }) => [
    '',
    placeLine(head, printable(state), positionText(locate, pointer), columns).replace('error', colour('red', 'error')),
    ...wrapped(printable(message, MESSAGE_CHARACTERS), columns - SEVERITY_COLUMNS).map(
      (line) => `${' '.repeat(SEVERITY_COLUMNS)}${line}`,
    ),
  ])
}

function findingBlock(
  finding: KnownFinding,
  { locate, replayWords }: LocatedFindings,
  { colour, columns }: FindingsLayout,
): readonly string[] {
  const head = `${finding.severity.padEnd(SEVERITY_COLUMNS)}${finding.class}   `
  const places = finding.states.slice(0, PLACES_SHOWN).map(({ state, pointer }, index) => {
    const lead = index === 0 ? head : ' '.repeat(head.length)
    const line = placeLine(lead, printable(state), positionText(locate, pointer), columns)
    return index === 0 ? line.replace(finding.severity, colour(STYLES[finding.severity], finding.severity)) : line
  })
  const more = finding.states.length - PLACES_SHOWN
  const rest = more > 0 ? [`${' '.repeat(head.length)}and ${more} more`] : []
  const indent = ' '.repeat(SEVERITY_COLUMNS)
  const text = wrapped(printable(finding.message, MESSAGE_CHARACTERS), columns - SEVERITY_COLUMNS)
  const fix = finding.fix ? labelled('write', printable(finding.fix.summary, MESSAGE_CHARACTERS), columns) : []
  const replay = finding.states.some(({ proof }) => proof)
    ? labelledLines('replay', wrappedCommand(replayWords(finding.id), columns - SEVERITY_COLUMNS - LABEL_COLUMNS))
    : labelled('explain', `aslx explain ${finding.rule}`, columns)
  return [...places, ...rest, ...text.map((line) => `${indent}${line}`), ...fix, ...replay]
}

/** Longer messages are cut: names in them come from the template. */
const MESSAGE_CHARACTERS = 600

/** A state and its place: the place ends at the last column, and the name is what is cut. */
function placeLine(lead: string, state: string, position: string, columns: number): string {
  const room = columns - widthOf(lead) - widthOf(position) - (position === '' ? 0 : 2)
  const name = cutTo(state, Math.max(room, 12))
  return position === '' ? `${lead}${name}` : `${lead}${name.padEnd(room)}  ${position}`
}

function positionText(locate: LocateSource | undefined, pointer: string): string {
  const at = locate?.(pointer)
  return at ? `${at.line}:${at.column}` : ''
}

/** `         write   ...`, with the lines that follow under the first one's text. */
function labelled(label: string, text: string, columns: number): readonly string[] {
  return labelledLines(label, wrapped(text, columns - SEVERITY_COLUMNS - LABEL_COLUMNS))
}

function labelledLines(label: string, lines: readonly string[]): readonly string[] {
  const indent = ' '.repeat(SEVERITY_COLUMNS)
  return lines.map((line, index) => `${indent}${(index === 0 ? label : '').padEnd(LABEL_COLUMNS)}${line}`)
}

/** The last lines: how many findings, how many machines could not be loaded, how far it was looked, and what was taken for granted. */
export function printFindingsTotal(
  machines: readonly MachineFindings[],
  unloadedCount: number,
  layout: FindingsLayout,
): ScreenText {
  const { columns, verbose } = layout
  const count = (severity: FindingSeverity): number =>
    machines.reduce((sum, { findings }) => sum + findings.filter((one) => one.severity === severity).length, 0)
  const counts = [counted(count('error'), 'error'), counted(count('warning'), 'warning')].join(', ')
  const infos = count('info')
  const silent = infos > 0 && !verbose ? `, ${infos} worth knowing (--verbose lists them)` : ''
  const handled = machines.reduce((sum, { handledWell }) => sum + handledWell, 0)
  const unloaded = unloadedCount === 0 ? '' : `, ${unloadedCount} could not be loaded`
  const brokenCount = machines.filter(({ broken }) => broken).length
  const brokenText = brokenCount === 0 ? '' : `, ${brokenCount} not explored, as a run without any fault fails`
  const total = `${counts} in ${counted(machines.length, 'machine')}${brokenText}${unloaded}${silent}${leftOutText(machines)}; handled well: ${handled}`
  return screenText([...wrapped(total, columns), ...proofLines(machines, columns), ''], layout.colour)
}

/** `; known: 12 (baseline); waived: 2`. */
function leftOutText(machines: readonly MachineFindings[]): string {
  const known = machines.reduce((sum, machine) => sum + machine.known, 0)
  const waived = machines.reduce((sum, machine) => sum + machine.waived, 0)
  return `${known === 0 ? '' : `; known: ${known} (baseline)`}${waived === 0 ? '' : `; waived: ${waived}`}`
}

/** Of the machines that were struck: none of one that is refused, broken or calls nothing. */
function proofLines(machines: readonly MachineFindings[], columns: number): readonly string[] {
  const certificates = machines
    .filter(({ callingStates }) => callingStates > 0)
    .map(({ certificate }) => certificate)
    .filter(({ k }) => k > 0)
  const [first] = certificates
  if (!first) return []
  const sum = (of: (index: number) => number): number => certificates.reduce((all, _, index) => all + of(index), 0)
  const generated = sum((index) => certificates[index]?.scenarios.generated ?? 0)
  const distinct = sum((index) => certificates[index]?.scenarios.distinct ?? 0)
  const kinds = new Set(certificates.flatMap((one) => one.kinds)).size
  const cuts = [...new Set(certificates.flatMap((one) => one.cuts))]
  const proof = `proof: every <= ${first.k} faults of ${kinds} kinds, ${generated} scenarios, ${distinct} distinct${cuts.map((cut) => `, ${cut}`).join('')}`
  const assumptions = [...inferredTexts(machines), ...new Set(certificates.flatMap((one) => one.assumptions))]
  const assumed = assumptions.length === 0 ? [] : wrapped(`assumed: ${assumptions.join('; ')}`, columns)
  return [...wrapped(proof, columns), ...assumed]
}

/** `callers' input {"order":7}; 5 answers inferred`; the inputs of several machines are too much to say. */
function inferredTexts(machines: readonly MachineFindings[]): readonly string[] {
  const [only, second] = machines
  const input = second === undefined ? only?.inferred.input : undefined
  const answers = machines.reduce((sum, { inferred }) => sum + inferred.answers.length, 0)
  return [
    ...(input === undefined ? [] : [`callers' input ${printable(JSON.stringify(input), INPUT_CHARACTERS)}`]),
    ...(answers === 0 ? [] : [`${counted(answers, 'answer')} inferred`]),
  ]
}

/** Longer inputs are cut. */
const INPUT_CHARACTERS = 60

/** `1 error`, `2 errors`. */
function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
