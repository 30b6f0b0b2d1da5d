import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadScenario } from '../../../../src/harness/scenarios/load-scenario.js'
import type { Scenario } from '../../../../src/harness/scenarios/scenario.js'
import { fails, hangs, returns } from '../../../../src/tasks/script.js'

const folder = mkdtempSync(join(tmpdir(), 'aslx-scenario-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Reads the text as a scenario file. */
function read(text: string): Scenario {
  const path = join(folder, 'orders.yaml')
  writeFileSync(path, text)
  return loadScenario(path)
}

describe('a scenario file', () => {
  it('holds all that people may write', () => {
    const scenario = read(`
input: { order: 1 }
tasks:
  Charge: { returns: { paid: true }, delay: 2s }
  Ship:
    - { fails: Carrier.Down, times: 2 }
    - { fails: { error: Address.Unknown, cause: no such street } }
  Refund: { hangs: true }
faults: [lambda-oom@Ship.1]
seed: 7
startAt: 2031-01-01T00:00:00Z
profile: documented
onUnmockedTask: infer
`)
    expect(scenario).toEqual({
      input: { order: 1 },
      tasks: {
        Charge: returns({ paid: true }, { delay: '2s' }),
        Ship: [fails('Carrier.Down', { times: 2 }), fails('Address.Unknown', { cause: 'no such street' })],
        Refund: hangs(),
      },
      faults: ['lambda-oom@Ship.1'],
      seed: 7,
      startAt: '2031-01-01T00:00:00Z',
      profile: 'documented',
      onUnmockedTask: 'infer',
    })
  })

  it('may be JSON, and may be next to nothing', () => {
    expect(read('{"input": null}')).toEqual({ input: null })
    expect(read('{}')).toEqual({})
  })

  it.each([
    ['fault: [x]', 'did you mean "faults"?'],
    ['faults: oom', 'faults must be a list of faults such as "oom@Resize.1"'],
    ['faults: [1]', 'faults[0] must be text'],
    ['seed: seven', 'seed must be a number'],
    ['profile: strict', 'profile must be one of recorded, documented'],
    ['tasks: [1]', 'tasks must be an object: one answer for each Task by its name'],
    ['tasks: { Ship: { return: 1 } }', 'tasks.Ship has an unknown member "return"; did you mean "returns"?'],
    ['- 1', 'a scenario is an object with input, tasks'],
  ])('says what is wrong with %j', (text, message) => {
    expect(() => read(text)).toThrow(message)
    expect(() => read(text)).toThrow(/orders\.yaml:(?:\d+:\d+:)? /)
  })

  it('makes no prototype of a state that is called __proto__', () => {
    const { tasks } = read('{"tasks": {"__proto__": {"returns": 1}}}')
    expect(Object.keys(tasks ?? {})).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(tasks)).toBe(Object.prototype)
  })
})
