import { printable } from '../verify/printable.js'
import type { Colour } from './colour.js'
import type { Matrix } from './matrix.js'
import { OUTCOME_NAMES, OUTCOMES, type ShownOutcome } from './outcome-style.js'
import { table } from './table.js'

/** Characters of a state's name at the head of a column. */
const SHOWN_NAME = 8
/** Characters of a fault's id at the head of a row, and the part of the line that they may take. */
const SHOWN_FAULT = 36
const FAULT_SHARE = 0.5
const GAP = 2

/** Where a matrix is printed. */
export interface MatrixLayout {
  readonly colour: Colour
  /** Characters that a line may have. */
  readonly columns: number
}

/**
 * The matrix as lines no wider than the terminal: states that do not fit are in a further block below. A cell has a letter for
 * each time that was struck, and is blank where the fault does not apply; long names are shortened, and told below.
 */
export function printMatrix(matrix: Matrix, { colour, columns }: MatrixLayout): readonly string[] {
  const heads = shortNames(matrix.states)
  const mostOfFault = Math.min(SHOWN_FAULT, Math.floor(columns * FAULT_SHARE))
  const rows = matrix.rows.map((row) => ({ ...row, name: shortFault(row.fault, mostOfFault) }))
  const faultWidth = Math.max(0, ...rows.map(({ name }) => name.length))
  const blocks = blocksOf(matrix, heads, columns - faultWidth)
  const lines = blocks.flatMap((states, i) => {
    const struck = rows.filter(({ cells }) => states.some((state) => cells.has(state)))
    const head = ['', ...states.map((state) => colour('bold', heads.get(state) ?? ''))]
    const body = struck.map(({ name, cells }) => [
      name,
      ...states.map((state) => cellText(cells.get(state) ?? [], colour)),
    ])
    return [...(i === 0 ? [] : ['']), ...table([head, ...body])]
  })
  return [...lines, '', ...wrapped(legend(matrix), columns), ...wrapped(fullNames(heads), columns)]
}

function cellText(cell: readonly (ShownOutcome | undefined)[], colour: Colour): string {
  return cell.map((outcome) => (outcome ? colour(OUTCOMES[outcome].style, OUTCOMES[outcome].letter) : ' ')).join('')
}

function shortFault(fault: string, most: number): string {
  return fault.length > most ? `${fault.slice(0, most - 1)}~` : fault
}

/** The states of each block: as many as fit beside the faults, one at least. */
function blocksOf(
  { states, times }: Matrix,
  heads: ReadonlyMap<string, string>,
  room: number,
): readonly (readonly string[])[] {
  const blocks: string[][] = []
  let left = 0
  for (const state of states) {
    const width = GAP + Math.max(lengthOf(heads.get(state) ?? ''), times.length)
    const block = blocks.at(-1)
    if (block && width <= left) {
      block.push(state)
      left -= width
    } else {
      blocks.push([state])
      left = room - width
    }
  }
  return blocks
}

/** A name for the head of each column, of few characters and none twice. */
function shortNames(states: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  const names = new Map<string, string>()
  for (const state of states) {
    const name = shortName(printable(state), taken)
    taken.add(name)
    names.set(state, name)
  }
  return names
}

function shortName(name: string, taken: ReadonlySet<string>): string {
  const characters = Array.from(name)
  if (characters.length <= SHOWN_NAME && !taken.has(name)) return name
  for (let number = 1; ; number++) {
    const end = number === 1 ? '~' : `~${number}`
    const short = characters.slice(0, SHOWN_NAME - end.length).join('') + end
    if (!taken.has(short)) return short
  }
}

function legend({ rows, times }: Matrix): readonly string[] {
  const seen = new Set(rows.flatMap(({ cells }) => [...cells.values()].flat()))
  const letters = OUTCOME_NAMES.filter((outcome) => seen.has(outcome)).map((outcome) => {
    const { letter, means } = OUTCOMES[outcome]
    return `${letter} ${means}`
  })
  const order = times.length > 1 ? [`letters of a cell: struck ${times.map(timesText).join(', ')}`] : []
  return [...letters, ...order]
}

function timesText(times: Matrix['times'][number]): string {
  if (times === 'asked') return 'as asked'
  return typeof times === 'number' ? `${times} times` : times
}

function fullNames(heads: ReadonlyMap<string, string>): readonly string[] {
  return [...heads].flatMap(([state, head]) => (printable(state) === head ? [] : [`${head} is ${printable(state)}`]))
}

/** Parts one after the other, on as many lines as it takes. */
function wrapped(parts: readonly string[], columns: number): readonly string[] {
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    const joined = last === undefined ? part : `${last}; ${part}`
    if (last !== undefined && lengthOf(joined) <= columns) lines[lines.length - 1] = joined
    else lines.push(part)
  }
  return lines
}

function lengthOf(text: string): number {
  return Array.from(text).length
}
