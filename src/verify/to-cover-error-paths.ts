import type { Json } from '../asl/json.js'
import { type LocateSource, printPosition } from '../asl/positions.js'
import { UserError } from '../asl/user-error.js'
import { type Run, originOf } from '../harness/machines/run.js'
import { coveredErrorPaths } from './covered-error-paths.js'
import { type ErrorPathItem, type ErrorPathKind, errorPathItems } from './error-path-items.js'
import { countText, printable, siteName } from './printable.js'
import type { Verdict } from './verdict.js'

/** The machine whose error paths are counted: a `Machine` is one. */
export interface CoverableMachine {
  readonly name: string
  readonly definition: Json
  readonly origin?: { readonly locate: LocateSource | undefined }
}

export interface CoverOptions<State extends string = string> {
  /** States, or ids such as `/States/Ship/Catch/1`, that need no cover. An entry that fits nothing is an error. */
  readonly except?: readonly (State | `/${string}`)[]
  /** Share of the error paths that is enough, over 0 and at most 1. Default 1: all of them. */
  readonly atLeast?: number
}

/** What runs cover of the error paths of a machine. */
export interface ErrorPathCoverage {
  readonly covered: readonly ErrorPathItem[]
  readonly missing: readonly ErrorPathItem[]
  /** Left out by `except`. */
  readonly waived: readonly ErrorPathItem[]
}

/** Counts which error paths of a machine these runs took. UserError for an `except` that fits nothing. */
export function errorPathCoverage(
  machine: CoverableMachine,
  runs: readonly Run[],
  { except = [] }: Pick<CoverOptions, 'except'> = {},
): ErrorPathCoverage {
  const items = errorPathItems(machine.definition)
  const unused = except.find((entry) => !items.some((item) => isExcepted(item, entry)))
  if (unused !== undefined) {
    throw new UserError(
      'usage',
      `except: "${printable(unused)}" is neither a state nor a path of ${machine.name} that can fail`,
    )
  }
  const taken = new Set(runs.flatMap((run) => [...coveredErrorPaths(run)]))
  const waived = items.filter((item) => except.some((entry) => isExcepted(item, entry)))
  const counted = items.filter((item) => !waived.includes(item))
  return {
    covered: counted.filter(({ id }) => taken.has(id)),
    missing: counted.filter(({ id }) => !taken.has(id)),
    waived,
  }
}

function isExcepted({ state, pointer, statePointer }: ErrorPathItem, entry: string): boolean {
  return entry === state || entry === pointer || (entry === statePointer && entry !== '')
}

/**
 * Passes if these runs take every error path of their machine: each retrier hit, recovered from and used up, each catcher,
 * each timeout and heartbeat, and an error that nothing handles where one can be.
 */
export function toCoverErrorPaths(
  runs: readonly Run[],
  { atLeast = 1, except = [] }: CoverOptions = {},
  machine: CoverableMachine = machineOf(runs),
): Verdict {
  if (!(atLeast > 0 && atLeast <= 1)) {
    throw new UserError('usage', `atLeast is a share over 0 and at most 1, and it is ${String(atLeast)}`)
  }
  checkSameMachine(runs, machine)
  const coverage = errorPathCoverage(machine, runs, { except })
  const { covered, missing, waived } = coverage
  const total = covered.length + missing.length
  const pass = covered.length >= atLeast * total
  const message = () => {
    const all = atLeast === 1 ? 'all' : `${Math.round(atLeast * 100)} % of`
    const what = `${countText(runs.length, 'run')} of ${printable(machine.name)} ${pass ? 'not ' : ''}to take ${all} ${countText(total, 'error path')}`
    const left = waived.length === 0 ? '' : `, and ${waived.length} ${waived.length === 1 ? 'is' : 'are'} excepted`
    const lines = missing.length === 0 ? [] : ['', '  never taken:', ...missingLines(missing, machine.origin?.locate)]
    return [`expected ${what}; they took ${covered.length}${left}`, ...lines].join('\n')
  }
  return { pass, message }
}

function machineOf(runs: readonly Run[]): CoverableMachine {
  const [first] = runs
  if (!first) throw new UserError('usage', 'toCoverErrorPaths got no runs: which machine is it about?')
  const origin = originOf(first)
  if (origin) return { name: first.machine, definition: origin.definition, origin }
  throw new UserError(
    'usage',
    `a run of ${first.machine} that was read back from JSON does not know its definition: expect(machine).toCoverErrorPaths(runs)`,
  )
}

function checkSameMachine(runs: readonly Run[], machine: CoverableMachine): void {
  const other = runs.find((run) => run.machine !== machine.name)
  if (other === undefined) return
  const names = `${printable(machine.name)} and ${printable(other.machine)}`
  throw new UserError('usage', `toCoverErrorPaths judges the runs of one machine, and it got runs of ${names}`)
}

const WORDS: Readonly<Record<ErrorPathKind, string>> = {
  retry: 'never retried',
  recovered: 'no success after a retry',
  exhausted: 'never used up',
  catch: 'never caught',
  timeout: 'never ran out',
  heartbeat: 'never missed',
  unhandled: 'never failed unhandled',
  'execution-timeout': 'never ran out',
}

/** What was never taken, place by place: a retrier that never came to anything is one line. */
function missingLines(missing: readonly ErrorPathItem[], locate: LocateSource | undefined): readonly string[] {
  const byPlace = new Map<string, ErrorPathItem[]>()
  for (const item of missing) {
    const items = byPlace.get(item.pointer)
    if (items) items.push(item)
    else byPlace.set(item.pointer, [item])
  }
  const rows = [...byPlace.values()].map((items) => placeCells(items, locate))
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => `    ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd())
}

function placeCells(items: readonly ErrorPathItem[], locate: LocateSource | undefined): readonly string[] {
  const [first] = items
  if (!first) return []
  const { state, statePointer, pointer, index, names, kind } = first
  const place = pointer.slice(statePointer.length + 1).replaceAll('/', ' ')
  const never = items.some((item) => item.kind === 'retry') ? [WORDS.retry] : items.map((item) => WORDS[item.kind])
  const position = locate?.(pointer)
  const listed = names.length > 0 ? ` (${printable(names.join(', '), 60)})` : ''
  const shadowed = index !== undefined && names.length === 0 ? ': no error reaches it, earlier ones take them all' : ''
  const where = kind === 'execution-timeout' ? 'TimeoutSeconds' : place
  const at = position ? printPosition(position) : pointer
  return [
    state === undefined ? '(the machine)' : siteName(state),
    `${where}${listed}`,
    `${never.join(', ')}${shadowed}`,
    at,
  ]
}
