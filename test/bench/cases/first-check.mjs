import { fiftyStates } from '../fifty-states.mjs'
import { PEER } from '../peer.mjs'
import { loadAslx, loadPeer } from '../sides.mjs'
import { medianMs } from '../statistics.mjs'

export const title = 'The same, first call of a process'
export const unit = 'ms'
export const better = 'less'
export const target = {}

const CALLS = { warmUps: 0, samples: 1 }

export const sides = {
  aslx: async () => {
    const { machine } = await loadAslx()
    return medianMs(() => machine(JSON.parse(fiftyStates())), CALLS)
  },
  [PEER]: async () => {
    const { StateMachine } = await loadPeer()
    return medianMs(() => new StateMachine(JSON.parse(fiftyStates())), CALLS)
  },
}
