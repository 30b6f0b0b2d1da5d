import { chainOf } from '../chain.mjs'
import { loadAslx, loadExploration } from '../sides.mjs'

export const title = 'Explore 5 retried Tasks in a row with every two faults, again and again: scenarios'
export const unit = 'per second'
export const better = 'more'
export const target = { aslx: 100_000 }

export const sides = {
  aslx: async () => {
    const { machine } = await loadAslx()
    const { exploreScenarios } = await loadExploration()
    const subject = machine(JSON.parse(chainOf(5)))
    const explore = () => exploreScenarios(subject, [{ onUnmockedTask: 'infer' }], () => undefined).scenarios.generated
    for (let i = 0; i < 5; i++) explore()
    const before = performance.now()
    let told = 0
    for (let i = 0; i < 20; i++) told += explore()
    return (told / (performance.now() - before)) * 1000
  },
}
