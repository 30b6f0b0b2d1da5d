import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type CorpusMachine, corpusMachines, machinesIn, median } from '../corpus-machines.js'
import { claimsOf } from './claims.js'
import { isJsonata, statesOfDefinition, statesOfRun } from './states.js'

interface Row {
  readonly machine: string
  readonly jsonata: boolean
  readonly states: number
  readonly reached: number
  readonly reachedWithoutFault: number
  /** With those that another value of a template's parameter leads to: of each value alone. */
  readonly reachedElsewhere: number
  readonly missed: Readonly<Record<string, string>>
  /** Claims that the plain run did not confirm. */
  readonly unconfirmed: readonly string[]
  readonly scenarios: number
  readonly tookMs: number
  readonly crash?: string
}

/** Values of parameters that are tried. */
const MOST_VALUES = 12

/** Enough of a machine's states are reached from here on. */
const ENOUGH = 0.95

/** Of these states, those that runs enter after the template was loaded with another value of a parameter. */
async function statesElsewhere(
  { source: { name, otherParameters = [] }, path }: CorpusMachine,
  missed: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const entered = new Set<string>()
  for (const { parameter, value } of missed.size === 0 ? [] : otherParameters.slice(0, MOST_VALUES)) {
    const other = machinesIn(path, { [parameter]: value }).find(({ source }) => source.name === name)
    if (!other) continue
    for (const { again } of claimsOf(other.machine).scenarios)
      for (const state of statesOfRun(await again())) if (missed.has(state)) entered.add(state)
  }
  return entered
}

async function examine(corpusMachine: CorpusMachine): Promise<Row> {
  const { id, machine, source } = corpusMachine
  const { definition } = source
  const states = statesOfDefinition(definition)
  const row = { machine: id, jsonata: isJsonata(definition), states: states.size }
  try {
    const claims = claimsOf(machine)
    const reached = new Set<string>()
    const free = new Set<string>()
    const unconfirmed: string[] = []
    for (const { again, states: claimed, withoutFault, text } of claims.scenarios) {
      const entered = statesOfRun(await again())
      for (const name of entered) reached.add(name)
      if (withoutFault) for (const name of entered) free.add(name)
      unconfirmed.push(...claimed.filter((name) => !entered.has(name)).map((name) => `${name}: ${text}`))
    }
    const missed = Object.fromEntries(
      [...states].filter((name) => !reached.has(name)).map((name) => [name, claims.reasons[name] ?? '']),
    )
    return {
      ...row,
      reached: reached.size,
      reachedWithoutFault: free.size,
      reachedElsewhere: reached.size + (await statesElsewhere(corpusMachine, new Set(Object.keys(missed)))).size,
      missed,
      unconfirmed,
      scenarios: claims.scenarios.length,
      tookMs: claims.tookMs,
    }
  } catch (error) {
    const crash = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return {
      ...row,
      reached: 0,
      reachedWithoutFault: 0,
      reachedElsewhere: 0,
      missed: {},
      unconfirmed: [],
      scenarios: 0,
      tookMs: 0,
      crash,
    }
  }
}

function line(name: string, rows: readonly Row[]): string {
  const enough = rows.filter(({ reached, states }) => reached >= states * ENOUGH).length
  const states = rows.reduce((sum, row) => sum + row.states, 0)
  const reached = rows.reduce((sum, row) => sum + row.reached, 0)
  const free = rows.reduce((sum, row) => sum + row.reachedWithoutFault, 0)
  const percent = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
  const elsewhere = rows.filter((row) => row.reachedElsewhere >= row.states * ENOUGH).length
  return `${name}: ${enough} of ${rows.length} machines (${percent(enough, rows.length)}) reach ${100 * ENOUGH} % of their states, ${elsewhere} (${percent(elsewhere, rows.length)}) with other values of parameters; states ${reached} of ${states} (${percent(reached, states)}), without a fault ${percent(free, states)}`
}

async function main(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      dir: { type: 'string' },
      json: { type: 'string' },
      verbose: { type: 'boolean' },
      only: { type: 'string' },
    },
  })
  const machines = corpusMachines(values.dir, values.only)
  if (!machines) return 1
  const rows: Row[] = []
  for (const machine of machines) rows.push(await examine(machine))
  if (values.verbose) {
    for (const row of rows) {
      const missed = Object.entries(row.missed)
      if (row.crash !== undefined) console.log(`CRASH ${row.machine}: ${row.crash}`)
      else if (missed.length > 0 || row.unconfirmed.length > 0)
        console.log(
          `${row.machine}${row.jsonata ? ' (JSONata)' : ''}: ${row.reached} of ${row.states}, ${row.tookMs.toFixed(0)} ms\n${missed.map(([name, why]) => `    ${name}: ${why}`).join('\n')}${row.unconfirmed.map((one) => `\n    UNCONFIRMED ${one}`).join('')}`,
        )
    }
  }
  const times = rows.map(({ tookMs }) => tookMs)
  console.log(
    line(
      'JSONPath',
      rows.filter(({ jsonata }) => !jsonata),
    ),
  )
  console.log(
    line(
      'JSONata',
      rows.filter(({ jsonata }) => jsonata),
    ),
  )
  console.log(
    `median ${median(times).toFixed(1)} ms, longest ${Math.max(...times).toFixed(0)} ms; ${rows.filter(({ crash }) => crash !== undefined).length} crashes, ${rows.reduce((sum, row) => sum + row.unconfirmed.length, 0)} claims not confirmed`,
  )
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
