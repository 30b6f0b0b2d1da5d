import { fiftyStates } from '../fifty-states.mjs'
import { PEER } from '../peer.mjs'
import { loadAslx, loadPeer } from '../sides.mjs'
import { medianMs } from '../statistics.mjs'

export const title = 'Parse, check and compile a machine of 50 states, warm'
export const unit = 'ms'
export const better = 'less'
export const target = { aslx: 3 }

const CALLS = { warmUps: 20, samples: 30 }

export const sides = {
  aslx: async () => {
    const { machine } = await loadAslx()
    const text = fiftyStates()
    return medianMs(() => machine(JSON.parse(text)), CALLS)
  },
  [PEER]: async () => {
    const { StateMachine } = await loadPeer()
    const text = fiftyStates()
    return medianMs(() => new StateMachine(JSON.parse(text)), CALLS)
  },
}
