import { runOnce } from '../distributed-map.mjs'

export const title = 'The same: peak memory (RSS) of the process'
export const unit = 'MB'
export const better = 'less'
export const target = { aslx: 1024 }

export const sides = {
  aslx: async () => (await runOnce()).peakMb,
}
