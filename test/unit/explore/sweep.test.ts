import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type StrikeTimes, Sweeper, strikeStates } from '../../../src/explore/sweep.js'
import { catalogue } from '../../../src/faults/catalogue.js'
import { fault } from '../../../src/faults/fault.js'
import { loadMachine } from '../../../src/harness/machines/load-machine.js'
import { type Machine, machineFromSource } from '../../../src/harness/machines/machine.js'
import { machine } from '../../../src/harness/machines/typed-machine.js'
import type { Scenario } from '../../../src/harness/scenarios/scenario.js'
import { findMachines } from '../../../src/iac/load-machine-source.js'
import { loadScenario } from '../../../src/harness/scenarios/load-scenario.js'
import { returns } from '../../../src/tasks/script.js'

const TIMES: readonly StrikeTimes[] = ['once', 'always', 2]

/** Every `n`-th row of the catalogue that needs no argument. */
const rows = (n: number) =>
  catalogue.filter(
    ({ effect, parameters = {} }, i) =>
      i % n === 0 && effect.kind !== 'outside' && Object.values(parameters).every((one) => one.default !== undefined),
  )

/** All strikes as they are judged, with the run as JSON. */
async function struck(subject: Machine, scenario: Scenario, forks: boolean, every: number): Promise<readonly string[]> {
  const sweeper = await Sweeper.over(subject, scenario, { forks })
  const found: string[] = []
  for (const row of rows(every)) {
    for (const strike of await sweeper.sweep(fault(row.id), strikeStates(subject, row), TIMES)) {
      found.push(JSON.stringify(strike))
    }
  }
  return found
}

async function expectSame(subject: Machine, scenario: Scenario, every = 1): Promise<void> {
  const forked = await struck(subject, scenario, true, every)
  expect(forked.length).toBeGreaterThan(0)
  expect(forked).toEqual(await struck(subject, scenario, false, every))
}

describe('strikes that fork the run without faults come to what fresh runs come to', () => {
  const folder = resolve(import.meta.dirname, '../../../machines/01-pdf-pipeline')

  it.each(['template', 'template.mended'])('in %s.yaml', async (name) => {
    const subject = await loadMachine(join(folder, `${name}.yaml`))
    await expectSame(subject, loadScenario(join(folder, `${name}.aslx.yaml`)), 9)
  })

  const corpus = join(process.env['ASLX_SHARED'] ?? resolve(import.meta.dirname, '../../../../shared'), 'iac')
  const absent = existsSync(corpus) ? '' : `: the corpus is absent (${corpus})`
  it.skipIf(absent !== '')(`in public machines${absent}`, async () => {
    const { length } = await publicMachines(corpus, async (subject) => {
      await expectSame(subject, { onUnmockedTask: 'infer' }, 10)
    })
    expect(length).toBeGreaterThan(4)
  })
})

/** Some machines of the corpus that have a Task and can be run. */
async function publicMachines(corpus: string, each: (subject: Machine) => Promise<void>): Promise<readonly string[]> {
  const index = JSON.parse(readFileSync(join(corpus, 'index.json'), 'utf8')) as { id: string; main: string }[]
  const done: string[] = []
  for (const { id, main } of index.filter((_, i) => i % 50 === 3)) {
    const [source] = ((): ReturnType<typeof findMachines>['machines'] => {
      try {
        return findMachines(join(corpus, id, main)).machines
      } catch {
        return []
      }
    })()
    if (!source || !JSON.stringify(source.definition).includes('"Task"')) continue
    await each(machineFromSource(source))
    done.push(id)
  }
  return done
}

describe('what became of a fault that raises no error', () => {
  const task = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:F' }
  const judge = async (definition: object, spec: string) => {
    const sweeper = await Sweeper.over(machine(definition), { tasks: { A: returns({ n: 1 }) } })
    const strike = await sweeper.strikeAt({ fault: fault(spec), state: 'A', times: 'once' })
    return [strike.fate?.outcome, strike.fate?.handler]
  }

  it('is absorbed where the execution ends as without it', async () => {
    expect(await judge({ StartAt: 'A', States: { A: { ...task, End: true } } }, 'slow-response(5s)')).toEqual([
      'absorbed',
      undefined,
    ])
  })

  it('is unnoticed where only the output is another one', async () => {
    expect(await judge({ StartAt: 'A', States: { A: { ...task, End: true } } }, 'empty-result')).toEqual([
      'unnoticed',
      undefined,
    ])
  })

  it('is recovered where it makes a timeout that is retried', async () => {
    const A = { ...task, TimeoutSeconds: 2, Retry: [{ ErrorEquals: ['States.Timeout'] }], End: true }
    expect(await judge({ StartAt: 'A', States: { A } }, 'slow-response(5s)')).toEqual([
      'recovered',
      '/States/A/Retry/0',
    ])
  })

  it('is caught at a Fail state, and unhandled where the execution fails otherwise', async () => {
    const Choices = [{ Variable: '$.n', NumericEquals: 1, Next: 'Done' }]
    const rest = { A: { ...task, Next: 'Check' }, Done: { Type: 'Succeed' }, No: { Type: 'Fail', Error: 'Refused' } }
    const check = { Type: 'Choice', Choices: [{ Variable: '$.n', IsPresent: false, Next: 'No' }, ...Choices] }
    const replaced = 'replaced-result({"m":1})'
    expect(await judge({ StartAt: 'A', States: { ...rest, Check: check } }, replaced)).toEqual(['caught', '/States/No'])
    const { No: _no, ...without } = rest
    const States = { ...without, Check: { Type: 'Choice', Choices } }
    expect(await judge({ StartAt: 'A', States }, replaced)).toEqual(['unhandled', undefined])
  })
})
