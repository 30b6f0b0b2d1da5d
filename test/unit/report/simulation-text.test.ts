import { describe, expect, it } from 'vitest'
import { spike } from '../../../src/explore/simulation/arrivals.js'
import { simulate } from '../../../src/explore/simulation/simulate.js'
import { machine } from '../../../src/harness/machines/typed-machine.js'
import { returns } from '../../../src/tasks/script.js'
import { simulationJson } from '../../../src/report/simulation-json.js'
import { printSimulation } from '../../../src/report/simulation-text.js'

const worker = machine({
  StartAt: 'Work',
  States: { Work: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:work', End: true } },
}).withDefaults({ tasks: { Work: returns(1) } })

const simulation = simulate(worker, {
  arrivals: [spike({ at: 0, size: 3 }), spike({ at: '10m', size: 1 })],
  bucket: '1m',
  scenario: { faults: ['oom@Work:2th', 'timeout@Work:4th'] },
})
const origin = { source: 'work.json', replayCommand: (): string => 'aslx run work.json' }
const plain = { colour: (_: unknown, text: string): string => text, unicode: true }

describe('a simulation as text', () => {
  const text = printSimulation(simulation, origin, plain)

  it('has a bar for each stretch in which something ended, and dots for what lies between', () => {
    expect(text).toMatch(/ 0s +█{27}░{13} +2 succeeded, 1 failed\n +\.\.\.\n/)
  })

  it('tells the first failure, and how to repeat it', () => {
    expect(text).toContain('first failure: execution 1 after 0s in Work: Runtime.ExitError')
    expect(text).toContain('replay: aslx run work.json')
  })
})

describe('a simulation as JSON', () => {
  it('leaves the runs out', () => {
    const { simulation: told } = simulationJson(simulation, origin) as {
      readonly simulation: { readonly failures: readonly object[]; readonly firstFailure: object }
    }
    expect(told.firstFailure).toMatchObject({ index: 1, state: 'Work', replay: 'aslx run work.json' })
    expect(told.failures.every((failed) => !('run' in failed))).toBe(true)
  })
})
