import { fileURLToPath } from 'node:url'
import { loadAslx } from '../sides.mjs'

const PAGES = 12_000

export const title = `Warm leak: ${PAGES} pages of the PDF pipeline, one by one on one instance, until the last fails`
export const unit = 'ms'
export const better = 'less'
export const target = { aslx: 1000 }

function pathOf(file) {
  return fileURLToPath(new URL(`../../../machines/01-pdf-pipeline/${file}`, import.meta.url))
}

export const sides = {
  aslx: async () => {
    const { loadMachine, loadScenario, simulate, steady } = await loadAslx()
    const machine = await loadMachine(pathOf('template.yaml'))
    const scenario = loadScenario(pathOf('leak.load.yaml'))
    const startMs = performance.now()
    const { firstFailure, statuses } = simulate(machine, {
      arrivals: steady({ every: '5s' }),
      duration: PAGES * 5000,
      scenario,
    })
    const tookMs = performance.now() - startMs
    if (statuses.FAILED !== 1 || firstFailure?.index !== PAGES - 1) {
      throw new Error(`the leak did not show: ${JSON.stringify(statuses)}`)
    }
    return tookMs
  },
}
