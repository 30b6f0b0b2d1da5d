import { PEER } from '../peer.mjs'
import { loadAslx, peerMachine } from '../sides.mjs'
import { medianMs } from '../statistics.mjs'

const EXECUTIONS = 1_000
const FAILURES = 5

const DEFINITION = {
  StartAt: 'Work',
  States: {
    Work: {
      Type: 'Task',
      Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work',
      Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, BackoffRate: 2, MaxAttempts: FAILURES }],
      End: true,
    },
  },
}

export const title = `Retry storm: ${EXECUTIONS} executions, ${FAILURES} failures each (the peer's waits of 31 s cut to 0)`
export const unit = 'ms'
export const better = 'less'
export const target = {}

const CALLS = { warmUps: 10, samples: 9 }

/** All executions at once, so that the peer's timers run beside each other. */
function storm(execute) {
  return medianMs(async () => {
    const outputs = await Promise.all(Array.from({ length: EXECUTIONS }, execute))
    if (outputs.some((output) => output?.ok !== true)) throw new Error('an execution failed')
  }, CALLS)
}

export const sides = {
  aslx: async () => {
    const { fails, machine, returns } = await loadAslx()
    const retrying = machine(DEFINITION, { type: 'EXPRESS' })
    const tasks = { Work: [fails('Down', { times: FAILURES }), returns({ ok: true })] }
    return storm(async () => (await retrying.run({ tasks })).output)
  },
  [PEER]: async () => {
    const retrying = await peerMachine(DEFINITION)
    return storm(() => {
      let failed = 0
      const work = () => {
        if (failed === FAILURES) return { ok: true }
        failed += 1
        throw new Error('down')
      }
      const overrides = { taskResourceLocalHandlers: { Work: work }, retryIntervalOverrides: { Work: 0 } }
      return retrying.run({}, { overrides }).result
    })
  },
}
