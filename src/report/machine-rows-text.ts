import type { MachineFindings } from '../explore/machine-findings.js'
import { printable } from '../verify/printable.js'
import type { Style } from './colour.js'
import {
  counted,
  type FindingsLayout,
  hasNothing,
  NOTHING_TO_EXPLORE,
  SEVERITY_STYLES,
  severityCount,
} from './findings-layout.js'
import { rowNames } from './row-names.js'
import { screenText, type ScreenText } from './screen-text.js'
import type { UnansweredMachine } from './unanswered-machine.js'
import { widthOf } from './wrapped-text.js'

/** A line for each of several machines: its name, what was reached and what was found; then one for each of which nothing can be told. */
export function printMachineRows(
  machines: readonly MachineFindings[],
  unanswered: readonly UnansweredMachine[],
  { colour, columns }: FindingsLayout,
): ScreenText {
  const rows = [
    ...machines.map((machine) => ({ name: machine.machine, told: rowText(machine), style: rowStyle(machine) })),
    ...unanswered.map(({ name, isOurFault }) => ({ name, told: WHY_NOT[isOurFault ? 1 : 0], style: 'red' as const })),
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

const WHY_NOT = ['could not be loaded', 'internal error'] as const

/** Columns that a name has in any case. */
const FEWEST_NAME_COLUMNS = 12

function rowText(machine: MachineFindings): string {
  const { reach, broken, known, waived } = machine
  if (broken) return 'fails without any fault'
  if (hasNothing(machine)) return NOTHING_TO_EXPLORE
  return [
    `${reach.reached} of ${reach.total} states`,
    counted(severityCount(machine, 'error'), 'error'),
    counted(severityCount(machine, 'warning'), 'warning'),
    ...(known > 0 ? [`${known} known`] : []),
    ...(waived > 0 ? [`${waived} waived`] : []),
  ].join(', ')
}

function rowStyle({ findings, broken, waiverProblems }: MachineFindings): Style {
  if (broken || waiverProblems.length > 0) return 'red'
  const worst = findings[0]?.severity ?? 'info'
  return worst === 'info' ? 'green' : SEVERITY_STYLES[worst]
}
