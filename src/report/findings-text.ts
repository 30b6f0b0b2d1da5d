import { basename } from 'node:path'
import type { LocateSource } from '../asl/positions.js'
import type { KnownFinding, MachineFindings } from '../explore/machine-findings.js'
import { printable } from '../verify/printable.js'
import type { LocatedFindings } from './findings-json.js'
import { type FindingsLayout, hasNothing, NOTHING_TO_EXPLORE, SEVERITY_STYLES } from './findings-layout.js'
import { screenText, type ScreenText } from './screen-text.js'
import { cutTo, widthOf, wrapped, wrappedCommand } from './wrapped-text.js'

/** Places of one finding that are listed before the rest is counted. */
const PLACES_SHOWN = 6
const SEVERITY_COLUMNS = 9
const LABEL_COLUMNS = 8

/** The findings of one machine: what was reached, then one block for each thing to mend. */
export function printFindings(located: LocatedFindings, layout: FindingsLayout): ScreenText | undefined {
  const { findings: machine, locate } = located
  const shown = machine.findings.filter(({ severity }) => layout.verbose || severity !== 'info')
  if (layout.quiet && shown.length === 0 && !machine.broken && machine.waiverProblems.length === 0) return undefined
  const blocks = shown.map((finding) => findingBlock(finding, located, layout))
  const head = [...headLines(located, layout), ...brokenLines(machine, layout), ...waiverLines(machine, locate, layout)]
  return screenText([...head, ...blocks.flatMap((lines) => ['', ...lines]), ''], layout.colour)
}

function headLines(located: LocatedFindings, { colour, columns }: FindingsLayout): readonly string[] {
  const { findings: machine, locate } = located
  const name = colour('bold', printable(machine.machine))
  const source = printable(machine.source ?? '', MESSAGE_CHARACTERS)
  const isLong = widthOf(printable(machine.machine)) + 2 + widthOf(source) > columns
  const at = source === '' ? '' : `${isLong ? '\n' : ''}  ${colour('dim', source)}`
  const reach = hasNothing(machine) ? NOTHING_TO_EXPLORE : reachText(located)
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
    return index === 0
      ? line.replace(finding.severity, colour(SEVERITY_STYLES[finding.severity], finding.severity))
      : line
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
