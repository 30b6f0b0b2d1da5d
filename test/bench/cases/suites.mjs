import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSuites } from '../sides.mjs'
import { medianMs } from '../statistics.mjs'

const MACHINES = 20
const CASES = 50

export const title = `Run ${MACHINES * CASES} cases of suites over ${MACHINES} machines: read, run and judge, in one process`
export const unit = 'ms'
export const better = 'less'
export const target = { aslx: 3000 }

const CALLS = { warmUps: 0, samples: 1 }

/** Ten Tasks in a row, each retried and caught. */
function definition() {
  const names = Array.from({ length: 10 }, (_, i) => `Step${i}`)
  const states = names.map((name, i) => [
    name,
    {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: name, 'Payload.$': '$' },
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 1, MaxAttempts: 2, BackoffRate: 2 }],
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Failed' }],
      ResultPath: '$.result',
      Next: names[i + 1] ?? 'Done',
    },
  ])
  const ends = { Failed: { Type: 'Fail', Error: 'Gone' }, Done: { Type: 'Succeed' } }
  return { StartAt: 'Step0', States: { ...Object.fromEntries(states), ...ends } }
}

/** A suite as people write it: half of the cases recover, half fail. */
function suite(machine) {
  const answers = Array.from({ length: 10 }, (_, i) => `  Step${i}: { returns: { n: ${i} } }`)
  const cases = Array.from({ length: CASES }, (_, i) => {
    const state = `Step${i % 10}`
    const recovers = i % 2 === 0
    return `
  case ${i}:
    input: { order: ${i} }
    tasks: { ${state}: [{ fails: ${recovers ? 'Busy' : 'Broken'} }, { returns: { again: true } }] }
    expect:
      ${recovers ? 'succeeds: { result: { Payload: { n: 9 } } }' : 'fails: Gone'}
      ${recovers ? `retries: { ${state}: { times: 1, delays: [1s], on: Busy } }` : `catches: { ${state}: { on: Broken, next: Failed } }`}
      visits: { ${state}: 1 }`.replace('n: 9', state === 'Step9' ? 'again: true' : 'n: 9')
  })
  return `machine: ${machine}\ntasks:\n${answers.join('\n')}\ncases:${cases.join('')}\n`
}

export const sides = {
  aslx: async () => {
    const { loadSuite, trySuites } = await loadSuites()
    const folder = mkdtempSync(join(tmpdir(), 'aslx-bench-'))
    try {
      const files = Array.from({ length: MACHINES }, (_, i) => {
        writeFileSync(join(folder, `m${i}.asl.json`), JSON.stringify(definition()))
        writeFileSync(join(folder, `m${i}.aslx.yaml`), suite(`m${i}.asl.json`))
        return join(folder, `m${i}.aslx.yaml`)
      })
      return await medianMs(async () => {
        const results = await trySuites(
          files.map((file) => loadSuite(file)),
          {},
          () => 0,
        )
        const passed = results.filter(({ outcome }) => outcome === 'passed').length
        if (passed !== MACHINES * CASES) throw new Error(`${passed} cases passed`)
      }, CALLS)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}
