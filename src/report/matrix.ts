import type { SweepStrike } from '../explore/sweep.js'
import { type ShownOutcome, outcomeOf } from './outcome-style.js'

/** What every fault came to at every state: faults down, in the order in which they were struck, and states across. */
export interface Matrix {
  /** Names of the states, or sites that were given in full. */
  readonly states: readonly string[]
  /** How often each state was struck, e.g. `once` and `always`: what a cell has an outcome for. */
  readonly times: readonly SweepStrike['times'][]
  readonly rows: readonly MatrixRow[]
}

export interface MatrixRow {
  /** The fault's id. */
  readonly fault: string
  /** By state, for the states that the fault applies to: an outcome for each of `times`; undefined where there is none. */
  readonly cells: ReadonlyMap<string, readonly (ShownOutcome | undefined)[]>
}

/** The strikes as a matrix; pairs are not in it. Its states are in this order, and sites given in full come behind them. */
export function matrixOf(strikes: readonly SweepStrike[], order: readonly string[]): Matrix {
  const single = strikes.filter((strike) => strike.second === undefined)
  const struck = new Set(single.map(({ state }) => state))
  const times = [...new Set(single.map((strike) => strike.times))]
  const rows = new Map<string, Map<string, (ShownOutcome | undefined)[]>>()
  for (const strike of single) {
    const cells = rows.get(strike.fault) ?? new Map<string, (ShownOutcome | undefined)[]>()
    rows.set(strike.fault, cells)
    const cell = cells.get(strike.state) ?? times.map(() => undefined)
    cells.set(strike.state, cell)
    cell[times.indexOf(strike.times)] = outcomeOf(strike)
  }
  return {
    states: [...order.filter((state) => struck.has(state)), ...[...struck].filter((state) => !order.includes(state))],
    times,
    rows: [...rows].map(([fault, cells]) => ({ fault, cells })),
  }
}

/** The matrix with a cell for each state that a fault applies to: the outcome by how often it struck. */
export interface MatrixJson {
  readonly states: readonly string[]
  readonly rows: readonly {
    readonly fault: string
    readonly cells: Readonly<Record<string, Readonly<Record<string, ShownOutcome>>>>
  }[]
}

/** The matrix as `aslx inject --format json` prints it: by state, and by how often it was struck. */
export function matrixJson({ states, times, rows }: Matrix): MatrixJson {
  return {
    states,
    rows: rows.map(({ fault, cells }) => ({
      fault,
      cells: Object.fromEntries(
        [...cells].map(([state, cell]) => [
          state,
          Object.fromEntries(cell.flatMap((outcome, i) => (outcome ? [[String(times[i]), outcome]] : []))),
        ]),
      ),
    })),
  }
}
