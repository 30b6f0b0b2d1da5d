import { chainOf } from '../chain.mjs'
import { loadAslx, loadExploration } from '../sides.mjs'

export const title = 'Explore 1,000 retried Tasks in a row, one fault at a time: peak memory'
export const unit = 'MB'
export const better = 'less'
export const target = { aslx: 500 }

export const sides = {
  aslx: async () => {
    const { machine } = await loadAslx()
    const { exploreScenarios } = await loadExploration()
    let told = 0
    const bounds = { scenarios: 1_000_000, steps: 10_000_000 }
    const subject = machine(JSON.parse(chainOf(1000)))
    exploreScenarios(subject, [{ onUnmockedTask: 'infer' }], () => told++, { k: 1, bounds })
    if (told < 40_000) throw new Error(`only ${told} scenarios`)
    return process.resourceUsage().maxRSS / 1024
  },
}
