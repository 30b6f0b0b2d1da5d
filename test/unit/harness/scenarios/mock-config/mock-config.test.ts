import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { machine } from '../../../../../src/harness/machines/typed-machine.js'
import { readMockConfig } from '../../../../../src/harness/scenarios/mock-config/read-mock-config.js'
import {
  chosenMocks,
  loadMockScenario,
  mockScenario,
} from '../../../../../src/harness/scenarios/mock-config/mock-scenario.js'
import { unusedMocks } from '../../../../../src/harness/machines/unused-mocks.js'
import { writeMockConfig } from '../../../../../src/harness/scenarios/mock-config/write-mock-config.js'
import { folderWith } from '../../../../e2e/workspace.js'
import type { Run } from '../../../../../src/harness/machines/run.js'

const TASK = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters: { FunctionName: 'f' } }
const RETRY = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 3 }]
const payload = (value: unknown) => ({ Return: { StatusCode: 200, Payload: value } })
const thrown = { Throw: { Error: 'Lambda.TimeoutException', Cause: 'late' } }

function configText(states: object, responses: object): string {
  const config = { StateMachines: { Orders: { TestCases: { Case: states } } }, MockedResponses: responses }
  return `${JSON.stringify(config, null, 2)}\n`
}

interface Tried {
  readonly run: Run
  readonly unused: readonly string[]
}

/** Runs the one case of a configuration on a machine. */
async function tried(definition: object, states: object, responses: object, input = {}): Promise<Tried> {
  const config = readMockConfig(configText(states, responses), 'Mock.json')
  const orders = machine(definition, { name: 'Orders' })
  const mocks = chosenMocks(config, 'Case', orders)
  const run = await orders.run({ ...mockScenario(mocks, orders), input })
  const unused = unusedMocks(mocks, run)
  return { run, unused: unused.map(({ at, message }) => `${at?.line ?? 0}: ${message}`) }
}

const ship = { StartAt: 'Ship', States: { Ship: { ...TASK, Retry: RETRY, End: true } } }

describe('mocks of Step Functions Local', () => {
  it('answer by number, retries included, and what they return is the whole result', async () => {
    const { run, unused } = await tried(ship, { Ship: 'R' }, { R: { '0-1': thrown, '2': payload('ok') } })
    expect(run.status).toBe('SUCCEEDED')
    expect(run.output).toEqual({ StatusCode: 200, Payload: 'ok' })
    expect(run.calls.map(({ attempt }) => attempt)).toEqual([1, 2, 3])
    expect(unused).toEqual([])
  })

  it('count one state through all items of a Map', async () => {
    const each = {
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          ItemsPath: '$.items',
          ItemProcessor: { StartAt: 'Ship', States: { Ship: { ...TASK, OutputPath: '$.Payload', End: true } } },
          End: true,
        },
      },
    }
    const responses = { R: { '0': payload('first'), '1': payload('second'), '2': payload('third') } }
    const { run, unused } = await tried(each, { Ship: 'R' }, responses, { items: [1, 2, 3] })
    expect(run.output).toEqual(['first', 'second', 'third'])
    expect(unused).toEqual([])
  })

  it('let only the second item fail, and count its retry after the third item', async () => {
    const each = {
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          ItemsPath: '$.items',
          ItemProcessor: {
            StartAt: 'Ship',
            States: { Ship: { ...TASK, Retry: RETRY, OutputPath: '$.Payload', End: true } },
          },
          End: true,
        },
      },
    }
    const responses = { R: { '0': payload('a'), '1': thrown, '2': payload('c'), '3': payload('again') } }
    const { run } = await tried(each, { Ship: 'R' }, responses, { items: [1, 2, 3] })
    expect(run.output).toEqual(['a', 'again', 'c'])
  })

  it('count one state through all children of a distributed Map, however many there are', async () => {
    const each = {
      StartAt: 'Each',
      States: {
        Each: {
          Type: 'Map',
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
            StartAt: 'Ship',
            States: { Ship: { ...TASK, OutputPath: '$.Payload', End: true } },
          },
          End: true,
        },
      },
    }
    const responses = { R: { '0-148': payload('early'), '149': payload('last') } }
    const { run, unused } = await tried(
      each,
      { Ship: 'R' },
      responses,
      Array.from({ length: 150 }, (_, i) => i),
    )
    expect(run.output).toEqual([...Array.from({ length: 149 }, () => 'early'), 'last'])
    expect(run.calls).toHaveLength(150)
    expect(unused).toEqual([])
  })

  it('count one state through loops', async () => {
    const loop = {
      StartAt: 'Poll',
      States: {
        Poll: { ...TASK, OutputPath: '$.Payload', Next: 'Done?' },
        'Done?': { Type: 'Choice', Choices: [{ Variable: '$', BooleanEquals: true, Next: 'End' }], Default: 'Poll' },
        End: { Type: 'Succeed' },
      },
    }
    const { run } = await tried(loop, { Poll: 'R' }, { R: { '0-1': payload(false), '2': payload(true) } })
    expect(run.calls).toHaveLength(3)
    expect(run.status).toBe('SUCCEEDED')
  })

  it('are the same at every replay, and are no part of a place in the file', async () => {
    const responses = { R: { '0': thrown, '1': payload(1) } }
    const [first, second] = await Promise.all([
      tried(ship, { Ship: 'R' }, responses),
      tried(ship, { Ship: 'R' }, responses),
    ])
    expect(second.run.scenario).toBe(first.run.scenario)
    expect(second.run.history).toEqual(first.run.history)
  })

  it('are a scenario for a test', async () => {
    const folder = folderWith({ 'Mock.json': configText({ Ship: 'R' }, { R: { '0': thrown, '1': payload(1) } }) })
    const orders = machine(ship)
    const run = await orders.run(loadMockScenario(join(folder, 'Mock.json#Case'), orders))
    expect(run.calls).toHaveLength(2)
    expect(() => loadMockScenario('Mock.json', orders)).toThrow('must name a test case')
  })

  it('that run out are told with their place', async () => {
    const ran = tried(ship, { Ship: 'R' }, { R: { '0-1': thrown } })
    await expect(ran).rejects.toThrow(
      'Mock.json:12:5: mocked response "R" has 2 responses, and state "Ship" is called for the 3. time (visit 1, attempt 3): add response "2"',
    )
  })

  it('that were not used are told with their place', async () => {
    const spare = await tried(ship, { Ship: 'R' }, { R: { '0': payload(1), '1': thrown } })
    expect(spare.unused).toEqual(['19: response "1" of "R" was not used: state "Ship" was called once'])
    const two = {
      StartAt: 'A',
      States: { A: { Type: 'Pass', Next: 'End' }, End: { Type: 'Succeed' }, Ship: ship.States.Ship },
    }
    const { States, StartAt } = two
    const skipping = {
      StartAt,
      States: {
        ...States,
        A: { Type: 'Choice', Choices: [{ Variable: '$.x', IsPresent: true, Next: 'Ship' }], Default: 'End' },
      },
    }
    const never = await tried(skipping, { Ship: 'R' }, { R: { '0': payload(1) } })
    expect(never.unused).toEqual(['6: test case "Case" mocks state "Ship", and it was never called'])
  })

  it('must be of a state that is there, and a Task', async () => {
    await expect(tried(ship, { Shp: 'R' }, { R: { '0': thrown } })).rejects.toThrow(
      'Mock.json:6:11: Orders has no state "Shp"; did you mean "Ship"?',
    )
    await expect(tried(ship, { Refund: 'R', Close: 'R' }, { R: { '0': thrown } })).rejects.toThrow(
      'has no state "Refund", and no other state of the case: it is of "Orders"; it has Ship',
    )
    const pass = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }
    await expect(tried(pass, { A: 'R' }, { R: { '0': thrown } })).rejects.toThrow('state "A" is a Pass')
  })

  it('leave no Task to a real service', async () => {
    await expect(tried(ship, {}, {})).rejects.toThrow('no task is given for it')
  })
})

describe('a mock configuration', () => {
  it.each([
    ['a gap', { R: { '0': thrown, '2': thrown } }, '19:7: number 1 is missing before "2"'],
    ['a repeated number', { R: { '0-1': thrown, '1': thrown } }, 'repeats number 1'],
    ['no number', { R: { first: thrown } }, '"first" must be a number such as "0"'],
    ['numbers the wrong way round', { R: { '3-1': thrown } }, '"3-1" must be a number'],
    ['both Return and Throw', { R: { '0': { ...thrown, Return: 1 } } }, 'must have exactly one of Return and Throw'],
    ['neither', { R: { '0': {} } }, 'must have exactly one of Return and Throw'],
    ['a Throw without cause', { R: { '0': { Throw: { Error: 'X' } } } }, 'must have the texts Error and Cause'],
    ['a response nobody uses', { R: { '0': thrown }, S: { '0': thrown } }, 'no test case uses the mocked response "S"'],
    ['a response that is not there', { Q: {} }, '6:11: there is no mocked response "R"'],
  ])('is refused for %s', (_, responses, message) => {
    expect(() => readMockConfig(configText({ Ship: 'R' }, responses), 'Mock.json')).toThrow(message)
  })

  it.each([
    ['[]', 'must be'],
    ['{}', 'MockedResponses is missing'],
    ['{"StateMachine": {}}', '"StateMachine" is no part of a mock configuration; did you mean "StateMachines"?'],
    ['{"StateMachines": {}, "MockedResponses": {}, "MockedResponse": {}}', 'at once'],
  ])('%s is refused', (text, message) => {
    const refused = text === '[]' ? 'a mock configuration is an object' : message
    expect(() => readMockConfig(text, 'Mock.json')).toThrow(refused)
  })

  it('may name an empty response that nobody uses', () => {
    expect(() => readMockConfig(configText({ Ship: 'R' }, { R: { '0': thrown }, S: {} }), 'Mock.json')).not.toThrow()
  })

  it('names what there is for a machine or case that there is not', () => {
    const config = readMockConfig(configText({ Ship: 'R' }, { R: { '0': thrown } }), 'Mock.json')
    const orders = machine(ship, { name: 'Orders' })
    expect(() => chosenMocks(config, 'Case', orders, 'Order')).toThrow(
      'Mock.json has no state machine "Order"; did you mean "Orders"?',
    )
    expect(() => chosenMocks(config, 'Cse', orders)).toThrow(
      'Mock.json:4:7: "Orders" has no test case "Cse"; did you mean "Case"?',
    )
  })

  it.each(['  ', '\t', '    ', ''])('is written back byte by byte with indent %j', (indent) => {
    const text = fileText(indent)
    expect(writeMockConfig(readMockConfig(text, 'Mock.json').config)).toBe(text)
  })

  it('reads back what it writes', () => {
    const read = readMockConfig(
      configText({ Ship: 'R' }, { R: { '0': payload({ a: [1] }), '1': thrown } }),
      'Mock.json',
    )
    expect(readMockConfig(writeMockConfig(read.config), 'Mock.json').config).toEqual(read.config)
  })
})

/** A file whose numbers stand in their order. */
function fileText(indent: string): string {
  const lines = [
    '{',
    '>"StateMachines": {',
    '>>"Orders": {',
    '>>>"TestCases": {',
    '>>>>"A": {',
    '>>>>>"Ship": "R"',
    '>>>>},',
    '>>>>"B": {}',
    '>>>}',
    '>>}',
    '>},',
    '>"MockedResponses": {',
    '>>"R": {',
    '>>>"0": {',
    '>>>>"Return": [',
    '>>>>>1,',
    '>>>>>{}',
    '>>>>]',
    '>>>},',
    '>>>"1-2": {',
    '>>>>"Throw": {',
    '>>>>>"Error": "E",',
    '>>>>>"Cause": "a\\n"',
    '>>>>}',
    '>>>},',
    '>>>"3": {',
    '>>>>"Return": null',
    '>>>}',
    '>>}',
    '>}',
    '}',
  ]
  if (indent === '') return lines.map((line) => line.replaceAll('>', '').replace('": ', '":')).join('')
  return `${lines.map((line) => line.replaceAll('>', indent)).join('\n')}\n`
}
