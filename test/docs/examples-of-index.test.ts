// Written by npm run docs:examples from the doc comments of what the package exports.
import {
  ServiceException,
  TaskError,
  TaskTokenError,
  UserError,
  accountError,
  brownOut,
  bursts,
  childRun,
  command,
  concurrency,
  createStateMachineError,
  defineConfig,
  delay,
  dynamoThroughput,
  edgesOf,
  errorPaths,
  explore,
  fails,
  fault,
  handler,
  hangs,
  lambdaPool,
  latency,
  listed,
  loadArrivals,
  loadMachine,
  loadMockConfig,
  loadMockScenario,
  loadScenario,
  machine,
  machineRequestError,
  outage,
  payloadLimits,
  query,
  redeliverAsync,
  redeliverBatch,
  redrive,
  replay,
  returns,
  runDuplicated,
  s3Prefix,
  simulate,
  spike,
  steady,
  testFileFor,
  testState,
  tokenBucket,
  type Scenario,
  validateDefinition,
  verdicts,
  writeMockConfig,
} from 'aslx'
import { afterAll, beforeAll, expect, it } from 'vitest'

const started = process.cwd()
beforeAll(() => process.chdir('test/docs/first'))
afterAll(() => process.chdir(started))

it('edgesOf', async () => {
  const edges = edgesOf({ StartAt: 'A', States: { A: { Type: 'Pass', End: true } } })
  expect(edges.map(({ edge }) => edge)).toEqual(['/States/A', '/States/A/End'])
})

it('UserError', async () => {
  const mistake = await loadMachine('nowhere.asl.json').catch((error: unknown) => error)
  expect(mistake instanceof UserError && mistake.kind).toEqual('definition')
})

it('bursts', async () => {
  expect(bursts({ every: '5m', size: 100 })).toEqual({ kind: 'bursts', everyMs: 300_000, size: 100, jitterMs: 0 })
})

it('listed', async () => {
  const order = (await loadMachine('order.asl.json')).withDefaults({
    tasks: { Charge: returns({}), Ship: returns({}) },
  })
  expect(simulate(order, { arrivals: listed([{ atMs: 0 }, { atMs: 60_000 }]) }).statuses.SUCCEEDED).toEqual(2)
})

it('spike', async () => {
  expect(spike({ at: '10m', size: 5000, over: '30s' })).toEqual({
    kind: 'spike',
    fromMs: 600_000,
    size: 5000,
    overMs: 30_000,
  })
})

it('steady', async () => {
  expect(steady({ perSecond: 2 })).toEqual({ kind: 'steady', everyMs: 500 })
})

it('loadArrivals', async () => {
  expect(loadArrivals('arrivals.json')).toEqual([steady({ every: '30s' })])
})

it('simulate', async () => {
  const order = (await loadMachine('order.asl.json')).withDefaults({
    tasks: { Charge: returns({}), Ship: returns({}) },
  })
  const { statuses } = simulate(order, { arrivals: bursts({ every: '5m', size: 100 }), duration: '1h' })
  expect(statuses.SUCCEEDED).toEqual(1200)
})

it('fault', async () => {
  expect(String(fault('oom').at('Resize').attempts(1, 2))).toEqual('lambda-oom@Resize.1..2')
})

it('brownOut', async () => {
  const scenario: Scenario = {
    models: [brownOut({ on: 'svc:s3', fromMs: '10m', toMs: '20m', probability: 0.3, fault: 's3-slowdown' })],
  }
  expect(scenario.models?.length).toEqual(1)
})

it('concurrency', async () => {
  const scenario: Scenario = {
    models: [concurrency({ on: 'fn:resize', reserved: [{ function: 'resize', concurrency: 20 }] })],
  }
  expect(scenario.models?.length).toEqual(1)
})

it('dynamoThroughput', async () => {
  const scenario: Scenario = { models: [dynamoThroughput({ readUnits: 20, writeUnits: 10 })] }
  expect(scenario.models?.length).toEqual(1)
})

it('lambdaPool', async () => {
  const scenario: Scenario = { models: [lambdaPool({ on: 'fn:resize', fileDescriptorLeak: 1, fileDescriptors: 999 })] }
  expect(scenario.models?.length).toEqual(1)
})

it('latency', async () => {
  const scenario: Scenario = { models: [latency({ on: 'fn:resize', distribution: { kind: 'constant', ms: '2s' } })] }
  expect(scenario.models?.length).toEqual(1)
})

it('outage', async () => {
  const scenario: Scenario = { models: [outage({ on: 'svc:s3', fromMs: '10m', toMs: '20m', fault: 's3-outage-dns' })] }
  expect(scenario.models?.length).toEqual(1)
})

it('payloadLimits', async () => {
  const scenario: Scenario = { models: [payloadLimits()] }
  expect(scenario.models?.length).toEqual(1)
})

it('redeliverAsync', async () => {
  expect(redeliverAsync({ attempt: 1, result: 'failed', sentMs: 0, endedMs: 500 })).toEqual({
    kind: 'again',
    atMs: 60_500,
    records: [0],
  })
})

it('redeliverBatch', async () => {
  const batch = { attempt: 1, endedMs: 500, records: [7, 8, 9], failed: [8] }
  expect(redeliverBatch(batch)).toEqual({ kind: 'again', atMs: 500, records: [7, 8, 9] })
  expect(redeliverBatch(batch, { reportsFailures: true })).toEqual({ kind: 'again', atMs: 500, records: [8] })
})

it('s3Prefix', async () => {
  const scenario: Scenario = { models: [s3Prefix()] }
  expect(scenario.models?.length).toEqual(1)
})

it('tokenBucket', async () => {
  const scenario: Scenario = {
    models: [tokenBucket({ on: 'fn:charge', ratePerSecond: 10, burst: 20, fault: 'throttle' })],
  }
  expect(scenario.models?.length).toEqual(1)
})

it('defineConfig', async () => {
  expect(defineConfig({ sources: ['order.asl.json'], seed: 7 })).toEqual({ sources: ['order.asl.json'], seed: 7 })
})

it('command', async () => {
  const order = await loadMachine('order.asl.json')
  const run = await order.run({ tasks: { Charge: command('node charge.mjs'), Ship: returns({}) } })
  expect(run.status).toEqual('SUCCEEDED')
})

it('handler', async () => {
  const order = await loadMachine('order.asl.json')
  const run = await order.run({ input: { cents: 100 }, tasks: { Charge: handler('./charge.mjs'), Ship: returns({}) } })
  expect(run.status).toEqual('SUCCEEDED')
})

it('loadMachine', async () => {
  const order = await loadMachine('order.asl.json')
  const run = await order.run({ tasks: { Charge: returns({ paid: true }), Ship: returns({ parcel: 'p-1' }) } })
  expect(run.output).toEqual({ parcel: 'p-1' })
})

it('loadScenario', async () => {
  expect(loadScenario('day.aslx.json').seed).toEqual(7)
})

it('redrive', async () => {
  const order = await loadMachine('order.asl.json')
  const failed = await order.run({ tasks: { Charge: returns({}), Ship: fails('Carrier.Down') } })
  const again = await redrive(failed, { tasks: { Ship: returns({ parcel: 'p-1' }) } })
  expect(again.output).toEqual({ parcel: 'p-1' })
})

it('errorPaths', async () => {
  const order = await loadMachine('order.asl.json')
  expect(errorPaths(order).map(String)[0]).toEqual('Charge fails Unlisted.Error -> Retry 0 -> succeeds')
})

it('explore', async () => {
  const order = machine({
    StartAt: 'Pay',
    States: { Pay: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', End: true } },
  })
  const { findings } = await explore(order)
  expect(findings.some((finding) => finding.class === 'hangs')).toEqual(true)
})

it('testFileFor', async () => {
  const order = await loadMachine('order.asl.json')
  expect(testFileFor(order, 'order.asl.json').split('\n')[0]).toEqual(
    "import { errorPaths, loadMachine, returns } from 'aslx'",
  )
})

it('loadMockConfig', async () => {
  expect(loadMockConfig('MockConfigFile.json').config.machines.map(({ name }) => name)).toEqual(['order'])
})

it('loadMockScenario', async () => {
  const order = await loadMachine('order.asl.json')
  const run = await order.run(loadMockScenario('MockConfigFile.json#HappyPath', order))
  expect(run.status).toEqual('SUCCEEDED')
})

it('writeMockConfig', async () => {
  const { config } = loadMockConfig('MockConfigFile.json')
  expect(JSON.parse(writeMockConfig(config)).StateMachines.order.TestCases.HappyPath.Charge).toEqual('Paid')
})

it('childRun', async () => {
  const ItemProcessor = {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
    StartAt: 'Keep',
    States: { Keep: { Type: 'Pass', End: true } },
  }
  const run = await machine({ StartAt: 'All', States: { All: { Type: 'Map', ItemProcessor, End: true } } }).run({
    input: [7, 8],
  })
  const [record] = run.mapRuns ?? []
  expect(record && childRun(record, 1)?.output).toEqual(8)
})

it('replay', async () => {
  const order = await loadMachine('order.asl.json')
  const tasks = { Charge: returns({}), Ship: returns({}) }
  const run = await order.run({ tasks, faults: [fault('oom').at('Ship')] })
  const again = await order.run({ tasks, ...replay(run.scenario) })
  expect(again.error).toEqual('Runtime.ExitError')
})

it('testState', async () => {
  const definition = JSON.stringify({ Type: 'Pass', Result: 7, End: true })
  const answer = testState({ definition, input: '{}' })
  expect(answer.status).toEqual('SUCCEEDED')
  expect(answer.output).toEqual('7')
})

it('validateDefinition', async () => {
  expect(validateDefinition({ StartAt: 'A', States: { A: { Type: 'Pass' } } }).result).toEqual('FAIL')
})

it('machine', async () => {
  const flow = machine({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
  const run = await flow.run()
  expect(run.output).toEqual(7)
})

it('delay', async () => {
  const order = await loadMachine('order.asl.json')
  const run = await order.run({ tasks: { Charge: delay('2s', returns({})), Ship: returns({}) } })
  expect(run.tookMs).toEqual(2000)
})

it('fails', async () => {
  const order = await loadMachine('order.asl.json')
  const run = await order.run({ tasks: { Charge: returns({}), Ship: fails('Carrier.Down') } })
  expect(run.error).toEqual('Carrier.Down')
})

it('hangs', async () => {
  const Wait = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', TimeoutSeconds: 30, End: true }
  const run = await machine({ StartAt: 'Wait', States: { Wait } }).run({ tasks: { Wait: hangs() } })
  expect(run.error).toEqual('States.Timeout')
  expect(run.tookMs).toEqual(30_000)
})

it('returns', async () => {
  const order = await loadMachine('order.asl.json')
  const run = await order.run({ tasks: { Charge: returns({}), Ship: returns({ parcel: 'p-1' }) } })
  expect(run.output).toEqual({ parcel: 'p-1' })
})

it('TaskError', async () => {
  const order = await loadMachine('order.asl.json')
  const charge = () => {
    throw new TaskError('Card.Declined', 'no money')
  }
  const run = await order.run({ tasks: { Charge: charge, Ship: returns({}) } })
  expect(run.error).toEqual('Card.Declined')
})

it('TaskTokenError', async () => {
  const order = await loadMachine('order.asl.json')
  const execution = order.start({ tasks: { Charge: returns({}), Ship: returns({}) } })
  let mistake: unknown
  try {
    execution.sendTaskSuccess('no token', {})
  } catch (error) {
    mistake = error
  }
  expect(mistake instanceof TaskTokenError && mistake.name).toEqual('InvalidToken')
})

it('query', async () => {
  const order = await loadMachine('order.asl.json')
  const run = await order.run({ tasks: { Charge: returns({}), Ship: returns({}) } })
  expect(query(run, '$.history[?(@.type=="LambdaFunctionScheduled")]').length).toEqual(2)
})

it('verdicts', async () => {
  const order = await loadMachine('order.asl.json')
  const run = await order.run({ tasks: { Charge: returns({}), Ship: returns({ parcel: 'p-1' }) } })
  expect(verdicts.toSucceed(run, { parcel: 'p-1' }).pass).toEqual(true)
})

it('ServiceException', async () => {
  let refusal: unknown
  try {
    testState({ definition: '{}' })
  } catch (error) {
    refusal = error
  }
  expect(refusal instanceof ServiceException && refusal.name).toEqual('InvalidDefinition')
})

it('createStateMachineError', async () => {
  expect(createStateMachineError('{}', 'STANDARD')?.code).toEqual('InvalidDefinition')
})

it('runDuplicated', async () => {
  const order = await loadMachine('order.asl.json')
  const express = machine(order.definition, { type: 'EXPRESS' })
  const { doubled } = await runDuplicated(express, { tasks: { Charge: returns({}), Ship: returns({}) } })
  expect(doubled.map(({ state }) => state)).toEqual(['Charge', 'Ship'])
})

it('accountError', async () => {
  const arn = 'arn:aws:states:us-east-1:123456789012:stateMachine:Orders'
  const account = { machines: [{ arn, definition: '{}' }], logGroups: [] }
  expect(accountError({ name: 'Orders' }, '{"StartAt":"A"}', account)?.code).toEqual('StateMachineAlreadyExists')
})

it('machineRequestError', async () => {
  expect(machineRequestError({ name: 'a b' })).toEqual({ code: 'InvalidName', message: "Invalid Name: 'a b'" })
})
