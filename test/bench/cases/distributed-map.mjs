import { ROWS, runOnce } from '../distributed-map.mjs'

export const title = `Distributed Map over a CSV of ${ROWS} rows, 1 % of them failing and tolerated`
export const unit = 's'
export const better = 'less'
export const target = { aslx: 10 }

export const sides = {
  aslx: async () => (await runOnce()).seconds,
}
