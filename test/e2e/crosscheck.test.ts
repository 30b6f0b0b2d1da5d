import { readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Json } from '../../src/asl/json.js'
import { machine } from '../../src/harness/machines/typed-machine.js'
import { loadMockConfig } from '../../src/harness/scenarios/mock-config/read-mock-config.js'
import { chosenMocks, mockScenario } from '../../src/harness/scenarios/mock-config/mock-scenario.js'
import { toApiHistory } from '../../src/wire/history-json.js'
import { isOutput } from '../schema/output-schema.js'
import { type AskedOfStandIn, standIn } from '../crosscheck/stand-in.mjs'
import { aslx, refusal } from './fake-io.js'
import { folderWith } from './workspace.js'

const charge = {
  StartAt: 'Charge',
  States: {
    Charge: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'charge', 'Payload.$': '$' },
      Retry: [{ ErrorEquals: ['Card.Busy'], MaxAttempts: 2 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Refused' }],
      End: true,
    },
    Refused: { Type: 'Pass', End: true },
  },
}
const day = {
  input: { order: 7 },
  tasks: { Charge: [{ fails: 'Card.Busy' }, { fails: 'Card.Busy' }, { returns: { paid: true } }] },
}

type Engine = ReturnType<typeof standIn> & { readonly url: string }
const engines: Engine[] = []
afterEach(() => {
  for (const { server } of engines.splice(0)) server.close()
})

/** Another engine, which listens. */
async function engine(historyOf: Parameters<typeof standIn>[0]): Promise<Engine> {
  const made = standIn(historyOf)
  await new Promise<void>((resolve) => made.server.listen(0, '127.0.0.1', resolve))
  const listening = { ...made, url: `http://127.0.0.1:${(made.server.address() as AddressInfo).port}` }
  engines.push(listening)
  return listening
}

/** Our own engine on the other side, which reads its mocks from a file, as Step Functions Local does. */
function ourEngine(mockFile: string, changed: (definition: string) => string = (same) => same) {
  return async ({ name, definition, input, testCase }: AskedOfStandIn): Promise<readonly object[]> => {
    const there = machine(JSON.parse(changed(definition)) as Json, { name })
    const mocks = chosenMocks(loadMockConfig(mockFile), testCase ?? '', there)
    const scenario = mockScenario(mocks, there)
    const run = await there.run({ ...scenario, input: JSON.parse(input) as Json })
    return toApiHistory(run.history).events.map((event) => ({
      ...event,
      timestamp: Date.parse(event.timestamp) / 1000,
    }))
  }
}

function workspace(): { readonly folder: string; readonly source: string; readonly mocks: string } {
  const folder = folderWith({ 'charge.asl.json': charge, 'charge.asl.aslx.json': day })
  return { folder, source: join(folder, 'charge.asl.json'), mocks: join(folder, 'mocks.json') }
}

describe('aslx crosscheck', () => {
  it('tells that another engine goes the same way, and leaves nothing there', async () => {
    const { source, mocks } = workspace()
    const { url, machines, asked } = await engine(ourEngine(mocks))
    const { code, out, err } = await aslx(['crosscheck', source, '--against', url, '--mock-file', mocks])
    expect(err).toBe('')
    expect(out).toBe(`charge goes the same way on ${url}: 13 events agree\n`)
    expect(code).toBe(0)
    expect(machines.size).toBe(0)
    expect(asked.map(({ action }) => action)).toEqual([
      'CreateStateMachine',
      'StartExecution',
      'DescribeExecution',
      'DescribeExecution',
      'GetExecutionHistory',
      'GetExecutionHistory',
      'GetExecutionHistory',
      'DeleteStateMachine',
    ])
    expect(asked.every(({ authorization }) => authorization?.includes('Credential=test/'))).toBe(true)
  })

  it('finds a retrier that the other engine has changed', async () => {
    const { source, mocks } = workspace()
    const fewer = (definition: string): string => definition.replace('"MaxAttempts":2', '"MaxAttempts":1')
    const { url } = await engine(ourEngine(mocks, fewer))
    const { code, out } = await aslx(['crosscheck', source, '--against', url, '--mock-file', mocks])
    expect(code).toBe(1)
    expect(out.replaceAll(url, '<url>')).toMatchInlineSnapshot(`
      "charge goes another way on <url> in Charge
        here   9 TaskScheduled {"resourceType":"lambda","resource":"invoke","region":"us-east-1","parameters":{"FunctionName":"charge","Payload":{"order":7}}}
        there  9 TaskStateExited {"name":"Charge","output":{"Error":"Card.Busy","Cause":""}}
        13 events here, 12 there
        scenario: aslx:1;base=6b606f66;seed=0
      "
    `)
  })

  it('says the same as JSON', async () => {
    const { source, mocks } = workspace()
    const { url } = await engine(ourEngine(mocks, (definition) => definition.replace('Card.Busy', 'Card.Bust')))
    const { out } = await aslx(['crosscheck', source, '--against', url, '--mock-file', mocks, '--format', 'json'])
    expect(isOutput(out, 'crosscheck')).toBe(true)
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      crosscheck: {
        agrees: false,
        state: 'Charge',
        here: { type: 'TaskScheduled' },
        there: { type: 'TaskStateExited' },
      },
    })
  })

  it('hands over what faults do as well', async () => {
    const { source, mocks } = workspace()
    const { url } = await engine(ourEngine(mocks))
    const args = ['crosscheck', source, '--against', url, '--mock-file', mocks, '--fault', 'oom@Charge.1']
    expect((await aslx(args)).code).toBe(0)
    expect(readFileSync(mocks, 'utf8')).toContain('"Error": "Runtime.ExitError"')
  })

  it('leaves out what is said to differ', async () => {
    const { source, mocks } = workspace()
    const other = (definition: string): string => definition.replace('"charge"', '"charge-test"')
    const { url } = await engine(ourEngine(mocks, other))
    const args = ['crosscheck', source, '--against', url, '--mock-file', mocks]
    expect((await aslx(args)).code).toBe(1)
    expect((await aslx([...args, '--ignore', 'FunctionName'])).code).toBe(0)
  })

  it('stops an execution that does not end, and deletes its machine', async () => {
    const { folder, source } = workspace()
    const { url, machines, asked } = await engine(() => undefined)
    const told = await refusal(['crosscheck', source, '--against', url, '--within', '20ms'], folder)
    expect(told.replaceAll(url, '<url>')).toBe(
      '4 aslx: <url> has not ended the execution in time, which waits there for real: give it more (--within 30m)\n',
    )
    expect(machines.size).toBe(0)
    expect(asked.map(({ action }) => action)).toContain('StopExecution')
  })

  it('says what an engine refuses', async () => {
    const { folder, source } = workspace()
    const { url } = await engine(() => Promise.reject(new Error('I know no Retry')))
    const told = await refusal(['crosscheck', source, '--against', url], folder)
    expect(told.replaceAll(url, '<url>')).toBe(
      '4 aslx: <url> refuses to run the machine: InvalidDefinition: I know no Retry\n',
    )
  })

  it.each([
    [[], 2, '--against is missing: name sfn-local, or an endpoint such as http://localhost:8083'],
    [['--against', 'aws'], 4, '--against aws is no target of this version: name the endpoint by its URL'],
    [['--against', 'localhost'], 2, '--against localhost is no URL'],
    [['--against', 'file:///etc'], 2, '--against file:///etc is no URL'],
    [['--against', 'http://me:secret@localhost'], 2, '--against takes no user and password'],
    [
      ['--against', 'http://127.0.0.1:9'],
      4,
      'nobody answers at http://127.0.0.1:9 (ECONNREFUSED): start the engine there first',
    ],
  ])('refuses %j in one line', async (args, code, message) => {
    const { folder, source } = workspace()
    const told = await refusal(['crosscheck', source, ...args], folder)
    expect(told.startsWith(`${code} aslx: ${message}`)).toBe(true)
    expect(told.trimEnd().split('\n')).toHaveLength(1)
  })

  it('refuses an Express machine', async () => {
    const template = {
      Resources: {
        Fast: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: {
            StateMachineType: 'EXPRESS',
            Definition: { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } },
          },
        },
      },
    }
    const folder = folderWith({})
    writeFileSync(join(folder, 't.json'), JSON.stringify(template))
    const told = await refusal(['crosscheck', join(folder, 't.json'), '--against', 'http://127.0.0.1:9'], folder)
    expect(told).toBe('4 aslx: Fast is an Express machine, whose history no API gives\n')
  })
})
