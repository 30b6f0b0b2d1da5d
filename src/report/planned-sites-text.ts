import type { PlannedSite } from '../faults/planned-sites.js'
import { printable } from '../verify/printable.js'
import type { Colour } from './colour.js'
import { joinedTexts, screenText, type ScreenText } from './screen-text.js'
import { table } from './table.js'

/** What the faults of a plan would strike in one machine. */
export interface PlannedMachine {
  readonly machine: string
  readonly source: string
  readonly sites: readonly PlannedSite[]
}

const POINTS: Readonly<Record<PlannedSite['point'], string>> = {
  task: 'its call',
  items: 'the reading of its items',
  results: 'the writing of its results',
  state: 'before it begins',
}

/** Characters of a cell that are shown: longer than any ARN. */
const SHOWN_CELL = 2100

/** A line for each place that would be struck: the state, what strikes there, at which point, and what is called. */
export function printPlannedSites(machines: readonly PlannedMachine[], colour: Colour): ScreenText {
  const texts = machines.map(({ machine, sites }) => {
    const rows = sites.map(({ state, strikes, point, resource }) =>
      [state, strikes, POINTS[point], resource ?? ''].map((cell) => printable(cell, SHOWN_CELL)),
    )
    const places = sites.length === 1 ? '1 place' : `${sites.length} places`
    const head = `${colour('bold', printable(machine))}: ${places} to strike`
    return screenText([head, ...table(rows).map((row) => `  ${row}`), ''], colour)
  })
  return joinedTexts(texts)
}

/** What would be struck in one machine. */
export interface PlannedMachineJson {
  readonly machine: string
  readonly source: string
  readonly sites: readonly (Pick<PlannedSite, 'state' | 'pointer' | 'strikes' | 'point'> & {
    readonly fault: string
    readonly resource: string | null
  })[]
}

/** The same as `aslx inject --dry-run --format json` prints it. */
export function plannedSitesJson(machines: readonly PlannedMachine[]): {
  readonly machines: readonly PlannedMachineJson[]
} {
  return {
    machines: machines.map(({ machine, source, sites }) => ({
      machine,
      source,
      sites: sites.map(({ fault, state, pointer, strikes, point, resource }) => {
        return { fault: String(fault), state, pointer, strikes, point, resource: resource ?? null }
      }),
    })),
  }
}
