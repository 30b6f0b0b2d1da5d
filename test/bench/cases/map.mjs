import { PEER } from '../peer.mjs'
import { loadAslx, peerMachine } from '../sides.mjs'
import { medianMs } from '../statistics.mjs'

const ITEMS = Array.from({ length: 10_000 }, (_, index) => index)

const DEFINITION = {
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'INLINE' },
        StartAt: 'Work',
        States: {
          Work: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work', End: true },
        },
      },
      End: true,
    },
  },
}

export const title = `Inline Map of ${ITEMS.length} mocked tasks, EXPRESS`
export const unit = 'ms'
export const better = 'less'
export const target = { aslx: 30 }

const CALLS = { warmUps: 10, samples: 15 }

export const sides = {
  aslx: async () => {
    const { machine, returns } = await loadAslx()
    const map = machine(DEFINITION, { type: 'EXPRESS' })
    const tasks = { Work: returns({ ok: true }) }
    return medianMs(async () => {
      const run = await map.run({ input: ITEMS, tasks })
      if (run.output.length !== ITEMS.length) throw new Error('the Map went wrong')
    }, CALLS)
  },
  [PEER]: async () => {
    const map = await peerMachine(DEFINITION)
    const overrides = { taskResourceLocalHandlers: { Work: () => ({ ok: true }) } }
    return medianMs(async () => {
      const output = await map.run(ITEMS, { overrides }).result
      if (output.length !== ITEMS.length) throw new Error('the Map went wrong')
    }, CALLS)
  },
}
