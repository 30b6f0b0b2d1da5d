// npm run exam:rates: how often each rule speaks over a corpus of templates, and how long exploring takes.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { format } from 'prettier'
import { exploreMachine } from '../../../src/explore/explore-machine.js'
import { rules } from '../../../src/explore/findings/finding-rules.js'
import type { MachineFindings } from '../../../src/explore/machine-findings.js'
import { type CorpusMachine, corpusMachines, median } from '../corpus-machines.js'
import { RATES_FILE, type RuleRates } from '../../docs/rule-rates.js'

interface Explored {
  readonly id: string
  readonly tookMs: number
  /** Undefined where exploring ended with an error of its own. */
  readonly findings: MachineFindings | undefined
  readonly crash?: string
}

async function explored({ id, machine }: CorpusMachine): Promise<Explored> {
  const startMs = performance.now()
  try {
    const findings = await exploreMachine(machine, {})
    return { id, tookMs: performance.now() - startMs, findings }
  } catch (error) {
    const crash = error instanceof Error ? error.message : String(error)
    return { id, tookMs: performance.now() - startMs, findings: undefined, crash }
  }
}

/** In how many machines each rule speaks, and how severely at most. */
function ratesOf(all: readonly Explored[]): RuleRates {
  const found = all.flatMap(({ findings }) => (findings ? [findings] : []))
  const rates: Record<string, { machines: number; errors: number; warnings: number }> = {}
  for (const { id } of rules) {
    const severities = found.map(
      ({ findings }) => new Set(findings.flatMap((one) => (one.rule === id ? [one.severity] : []))),
    )
    rates[id] = {
      machines: severities.filter(({ size }) => size > 0).length,
      errors: severities.filter((one) => one.has('error')).length,
      warnings: severities.filter((one) => one.has('warning')).length,
    }
  }
  return { machines: found.length, rules: rates }
}

const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    only: { type: 'string' },
    write: { type: 'boolean' },
    verbose: { type: 'boolean' },
  },
})
const machines = corpusMachines(values.dir, values.only)
if (machines) {
  const all: Explored[] = []
  for (const machine of machines) {
    const one = await explored(machine)
    all.push(one)
    if (one.crash !== undefined) console.log(`CRASH ${one.id}: ${one.crash}`)
    if (values.verbose) console.log(`${one.tookMs.toFixed(0).padStart(7)} ms  ${one.id}`)
  }
  const rates = ratesOf(all)
  const times = all.map(({ tookMs }) => tookMs)
  const sum = (severity: 'error' | 'warning'): number =>
    all.reduce(
      (total, { findings }) => total + (findings?.findings.filter((one) => one.severity === severity).length ?? 0),
      0,
    )
  const crashes = all.filter(({ crash }) => crash !== undefined).length
  console.log(
    `${rates.machines} machines, ${(sum('error') / rates.machines).toFixed(2)} errors and ${(sum('warning') / rates.machines).toFixed(2)} warnings a machine; median ${median(times).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms, over 10 s: ${times.filter((ms) => ms > 10_000).length}; ${crashes} crashes`,
  )
  if (values.write) writeFileSync(RATES_FILE, await format(JSON.stringify(rates), { parser: 'json', printWidth: 120 }))
  if (crashes > 0) process.exitCode = 1
} else {
  process.exitCode = 1
}
