import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadAslx } from './sides.mjs'

export const EXECUTIONS = 100_000
const BURST = 100
const EVERY_MS = 300_000

function pathOf(file) {
  return fileURLToPath(new URL(`../../machines/01-pdf-pipeline/${file}`, import.meta.url))
}

/** Simulates the PDF pipeline once in this process: executions per second, and the most memory the process ever had, in MB. */
export async function runOnce() {
  const { bursts, loadMachine, loadScenario, simulate } = await loadAslx()
  const machine = (await loadMachine(pathOf('template.yaml'))).withDefaults(loadScenario(pathOf('template.aslx.yaml')))
  const arrivals = bursts({ every: EVERY_MS, size: BURST })
  const startMs = performance.now()
  const { statuses } = simulate(machine, { arrivals, duration: (EXECUTIONS / BURST) * EVERY_MS, seed: 7 })
  const seconds = (performance.now() - startMs) / 1000
  if (statuses.SUCCEEDED !== EXECUTIONS) throw new Error(`the simulation went wrong: ${JSON.stringify(statuses)}`)
  return { perSecond: EXECUTIONS / seconds, peakMb: peakMb() }
}

/** The kernel's own count where there is one: a process that was forked from a large one inherits its parent's peak. */
function peakMb() {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))
    if (peak) return Number(peak[1]) / 1024
  } catch {
    // Not on this system.
  }
  return process.resourceUsage().maxRSS / 1024
}
