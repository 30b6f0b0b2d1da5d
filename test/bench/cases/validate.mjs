import { createRequire } from 'node:module'
import { fiftyStates } from '../fifty-states.mjs'
import { loadAslx } from '../sides.mjs'
import { medianMs } from '../statistics.mjs'

export const title = 'Validate a machine of 50 states, warm: our own checks beside asl-validator'
export const unit = 'ms'
export const better = 'less'
export const target = { aslx: 5 }

const CALLS = { warmUps: 20, samples: 30 }

export const sides = {
  aslx: async () => {
    const { validateDefinition } = await loadAslx()
    const text = fiftyStates()
    return medianMs(() => sound(validateDefinition(text).result === 'OK'), CALLS)
  },
  'asl-validator': async () => {
    const validate = createRequire(import.meta.url)('asl-validator')
    const text = fiftyStates()
    return medianMs(() => sound(validate(JSON.parse(text)).isValid), CALLS)
  },
}

function sound(isSound) {
  if (!isSound) throw new Error('the machine of the bench is refused')
}
