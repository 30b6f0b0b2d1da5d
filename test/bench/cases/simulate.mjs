import { EXECUTIONS, runOnce } from '../simulate.mjs'

export const title = `Simulation: ${EXECUTIONS} executions of the PDF pipeline against one world, in bursts of 100`
export const unit = 'executions/s'
export const better = 'more'
export const target = {}

export const sides = {
  aslx: async () => (await runOnce()).perSecond,
}
