import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/asl/json.js'
import type { Machine } from '../../../../src/harness/machines/machine.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'
import type { Run } from '../../../../src/harness/machines/run.js'
import { hangs, fails, returns } from '../../../../src/tasks/script.js'
import { callbackState, taskState } from '../definitions.js'

const CHILD_ARN = 'arn:aws:states:us-east-1:123456789012:stateMachine:Child'
const child = machine(
  { StartAt: 'Work', States: { Work: { ...taskState('work'), End: true } } },
  { name: 'Child' },
).withDefaults({ tasks: { Work: returns({ done: true }, { delay: '90s' }) } })

/** A machine with one Task that starts the child, `Start`, and then a Pass, `After`. */
function parent(resource: string, parameters: Json = {}, change: object = {}): Machine {
  const Parameters = { StateMachineArn: CHILD_ARN, Input: { 'order.$': '$.order' }, ...(parameters as object) }
  const Start = { Type: 'Task', Resource: `arn:aws:states:::${resource}`, Parameters, ...change, Next: 'After' }
  const definition = { StartAt: 'Start', States: { Start, After: { Type: 'Pass', End: true } } }
  return machine(definition, { name: 'Parent' }).withDefaults({ input: { order: 'o-1' }, machines: { Child: child } })
}

/** Executions that started one another. */
function depthOf(run: Run | undefined): number {
  return run ? 1 + depthOf(run.children?.[0]?.run) : 0
}

const typesOf = (run: Run | undefined): readonly string[] => run?.history.map(({ type }) => type) ?? []
const failing = machine(
  { StartAt: 'Stop', States: { Stop: { Type: 'Fail', Error: 'Carrier.Down', Cause: 'no van' } } },
  { name: 'Child' },
)

describe('a Task that starts an execution', () => {
  it('goes on at once, and the child runs on its own', async () => {
    const run = await parent('states:startExecution', { Name: 'one' }).run()
    expect(run).toMatchObject({ status: 'SUCCEEDED', tookMs: 0 })
    expect(run.output).toMatchObject({
      ExecutionArn: 'arn:aws:states:us-east-1:123456789012:execution:Child:one',
      SdkHttpMetadata: { HttpStatusCode: 200 },
      StartDate: Date.UTC(2030, 0, 1),
    })
    expect(run.calls).toMatchObject([{ state: 'Start', answeredBy: 'machine' }])
    expect(run.children).toMatchObject([
      {
        state: 'Start',
        attempt: 1,
        scheduledEventId: 3,
        run: { machine: 'Child', status: 'SUCCEEDED', tookMs: 90_000 },
      },
    ])
    expect(run.children?.[0]?.executionArn).toBe('arn:aws:states:us-east-1:123456789012:execution:Child:one')
    expect(run.children?.[0]?.run.history[0]?.details).toMatchObject({ input: { order: 'o-1' } })
  })

  it('waits with .sync until the child has ended, and gets its payloads as texts', async () => {
    const run = await parent('states:startExecution.sync').run()
    expect(run.tookMs).toBe(90_000)
    expect(typesOf(run).slice(2, 6)).toEqual(['TaskScheduled', 'TaskStarted', 'TaskSubmitted', 'TaskSucceeded'])
    expect(run.output).toMatchObject({ Input: '{"order":"o-1"}', Output: '{"done":true}', Status: 'SUCCEEDED' })
    expect(Object.keys(run.output as object)).toEqual(
      'ExecutionArn Input InputDetails Name Output OutputDetails RedriveCount RedriveStatus RedriveStatusReason StartDate StateMachineArn Status StopDate'.split(
        ' ',
      ),
    )
  })

  it('gets them as values with .sync:2', async () => {
    const run = await parent('states:startExecution.sync:2').run()
    expect(run.output).toMatchObject({
      Input: { order: 'o-1' },
      Output: { done: true },
      StartDate: Date.UTC(2030, 0, 1),
      StopDate: Date.UTC(2030, 0, 1, 0, 1, 30),
    })
  })

  it.each(['states:startExecution.sync', 'states:startExecution.sync:2'])(
    'fails with %s when the child does, whatever the error of the child is called',
    async (resource) => {
      const Catch = [
        { ErrorEquals: ['Carrier.Down'], Next: 'After' },
        { ErrorEquals: ['States.TaskFailed'], ResultPath: '$.caught', Next: 'After' },
      ]
      const run = await parent(resource, { Name: 'one' }, { Catch }).run({ machines: { Child: failing } })
      const start = Date.UTC(2030, 0, 1)
      const cause =
        '{"Cause":"no van","Error":"Carrier.Down","ExecutionArn":"arn:aws:states:us-east-1:123456789012:execution:Child:one",' +
        '"Input":"{\\"order\\":\\"o-1\\"}","InputDetails":{"Included":true},"Name":"one","RedriveCount":0,"RedriveStatus":"REDRIVABLE",' +
        `"StartDate":${start},"StateMachineArn":"${CHILD_ARN}","Status":"FAILED","StopDate":${start}}`
      expect(run.output).toEqual({ order: 'o-1', caught: { Error: 'States.TaskFailed', Cause: cause } })
    },
  )

  it('sees a child that times out as States.TaskFailed without a reason', async () => {
    const slow = machine(
      { StartAt: 'Wait', TimeoutSeconds: 30, States: { Wait: { Type: 'Wait', Seconds: 60, End: true } } },
      { name: 'Child' },
    )
    const run = await parent('states:startExecution.sync').run({ machines: { Child: slow } })
    expect(run).toMatchObject({ status: 'FAILED', error: 'States.TaskFailed', tookMs: 30_000 })
    const cause = JSON.parse(run.cause ?? '') as object
    expect(cause).toMatchObject({ Status: 'TIMED_OUT' })
    expect(cause).not.toHaveProperty('Error')
  })

  it('stops the child when it has waited too long for it, and hears an end that comes at the same instant', async () => {
    const late = await parent('states:startExecution.sync', {}, { TimeoutSeconds: 60 }).run()
    expect(late).toMatchObject({ error: 'States.Timeout', tookMs: 60_000 })
    expect(late.children?.[0]?.run).toMatchObject({
      status: 'ABORTED',
      cause: expect.stringMatching(
        /^The Task state in AWS Step Functions execution \[arn:\S+:execution:Parent:\S+\] which was managing this resource was aborted$/,
      ) as string,
      tookMs: 60_000,
    })
    const justInTime = await parent('states:startExecution.sync', {}, { TimeoutSeconds: 90 }).run()
    expect(justInTime).toMatchObject({ status: 'SUCCEEDED', tookMs: 90_000 })
  })

  it('stops the child when another branch fails', async () => {
    const Start = {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync',
      Parameters: { StateMachineArn: CHILD_ARN },
      End: true,
    }
    const both = machine({
      StartAt: 'Both',
      States: {
        Both: {
          Type: 'Parallel',
          Branches: [
            { StartAt: 'Start', States: { Start } },
            {
              StartAt: 'Wait',
              States: { Wait: { Type: 'Wait', Seconds: 5, Next: 'Stop' }, Stop: { Type: 'Fail', Error: 'E' } },
            },
          ],
          Catch: [{ ErrorEquals: ['E'], Next: 'Rest' }],
          End: true,
        },
        Rest: { Type: 'Wait', Seconds: 3600, End: true },
      },
    })
    const run = await both.run({ machines: { Child: child } })
    expect(run.tookMs).toBe(3_605_000)
    expect(run.children?.[0]?.run).toMatchObject({ status: 'ABORTED', tookMs: 5000 })
    expect(run.children?.[0]?.run.cause).toMatch(/execution \[arn:\S+:execution:StateMachine:\S+\] which was managing/)
  })

  it('answers StartSyncExecution when the EXPRESS child has ended, well or badly', async () => {
    const express = machine(child.definition, { name: 'Child', type: 'EXPRESS' })
    const quick = express.withDefaults({
      tasks: { Work: returns({ done: true }, { delay: 1250 }) },
    })
    const run = await parent('aws-sdk:sfn:startSyncExecution', { Name: 'one' }).run({ machines: { Child: quick } })
    expect(run.tookMs).toBe(1250)
    expect(run.output).toMatchObject({
      BillingDetails: { BilledDurationInMilliseconds: 1300, BilledMemoryUsedInMB: 64 },
      ExecutionArn: expect.stringMatching(/^arn:aws:states:us-east-1:123456789012:express:Child:one:[0-9a-f-]{36}$/),
      Output: '{"done":true}',
      StopDate: '2030-01-01T00:00:01.250Z',
    })
    const bad = machine(failing.definition, { name: 'Child', type: 'EXPRESS' })
    const failed = await parent('aws-sdk:sfn:startSyncExecution').run({ machines: { Child: bad } })
    expect(failed).toMatchObject({ status: 'SUCCEEDED', output: { Status: 'FAILED', Error: 'Carrier.Down' } })
    expect(failed.children?.[0]?.run.status).toBe('FAILED')
  })

  it('is refused for the wrong type of machine', async () => {
    const standard = await parent('aws-sdk:sfn:startSyncExecution').run()
    expect(standard.error).toBe('Sfn.StateMachineTypeNotSupportedException')
    const express = machine(child.definition, { name: 'Child', type: 'EXPRESS' })
    await expect(parent('states:startExecution.sync').run({ machines: { Child: express } })).rejects.toThrow(
      'starts the EXPRESS machine',
    )
  })

  it('needs a new name for each execution: a retry with the old one finds that it exists already', async () => {
    const Retry = [{ ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 1, MaxAttempts: 1 }]
    const run = await parent('states:startExecution.sync', { Name: 'one' }, { Retry }).run({
      machines: { Child: failing },
    })
    expect(run.error).toBe('StepFunctions.ExecutionAlreadyExistsException')
    expect(run.cause).toMatch(
      /^Execution Already Exists: 'arn:aws:states:us-east-1:123456789012:execution:Child:one' \(Service: AWSStepFunctions; Status Code: 400; Error Code: ExecutionAlreadyExists; Request ID: [0-9a-f-]{36}; Proxy: null\)$/,
    )
    expect(run.children).toHaveLength(1)
    const unnamed = await parent('states:startExecution.sync', {}, { Retry }).run({ machines: { Child: failing } })
    expect(unnamed.error).toBe('States.TaskFailed')
    expect(unnamed.children).toHaveLength(2)
  })

  it('finds the running execution when name and input are the same', async () => {
    const Start = {
      Type: 'Task',
      Resource: 'arn:aws:states:::states:startExecution.sync:2',
      Parameters: { StateMachineArn: CHILD_ARN, Name: 'one', Input: {} },
      End: true,
    }
    const branch = { StartAt: 'Start', States: { Start } }
    const again = { StartAt: 'Again', States: { Again: Start } }
    const twice = machine({ StartAt: 'P', States: { P: { Type: 'Parallel', Branches: [branch, again], End: true } } })
    const run = await twice.run({ machines: { Child: child } })
    expect(run.children).toHaveLength(1)
    expect(run.output).toMatchObject([{ Output: { done: true } }, { Output: { done: true } }])
  })

  it('fails if the input is a text that is no JSON', async () => {
    const text = await parent('states:startExecution', { Input: '{"order":"o-2"}' }).run()
    expect(text.children?.[0]?.run.history[0]?.details).toMatchObject({ input: { order: 'o-2' } })
    const broken = await parent('states:startExecution', { Input: 'no JSON' }).run()
    expect(broken.error).toBe('StepFunctions.InvalidExecutionInputException')
  })
})

describe('the machine that is started', () => {
  it.each([
    ['its logical id or name', CHILD_ARN, 'Child'],
    [
      'its ARN',
      'arn:aws:states:eu-west-1:123456789012:stateMachine:prod-child',
      'arn:aws:states:eu-west-1:123456789012:stateMachine:prod-child',
    ],
    ['its name, whatever it is listed as', CHILD_ARN, 'TheChild'],
    ['an alias', `${CHILD_ARN}:PROD`, 'Child'],
    ['a placeholder that no template resolved', '${Child}', 'Child'],
  ])('is found by %s', async (_, StateMachineArn, key) => {
    const run = await parent('states:startExecution.sync:2', { StateMachineArn }).run({ machines: { [key]: child } })
    expect(run.output).toMatchObject({ Output: { done: true } })
  })

  it('is mocked as any other Task if the scenario has no such machine', async () => {
    const other = parent('states:startExecution.sync', { StateMachineArn: CHILD_ARN.replace('Child', 'Other') })
    await expect(other.run()).rejects.toThrow('or give the machine it starts: machines: { "Other": ... }')
    const run = await other.run({ tasks: { Start: returns({ Status: 'SUCCEEDED' }) } })
    expect(run.output).toEqual({ Status: 'SUCCEEDED' })
  })

  it('does not run where a mock or a fault answers the Task', async () => {
    const mocked = await parent('states:startExecution.sync').run({ tasks: { Start: fails('States.TaskFailed') } })
    expect(mocked).toMatchObject({ error: 'States.TaskFailed' })
    expect(mocked.children).toBeUndefined()
  })

  it('has a scenario of its own, faults included, which must strike', async () => {
    const struck = child.withDefaults({ faults: ['lambda-oom@Work'] })
    const run = await parent('states:startExecution').run({ machines: { Child: struck } })
    expect(run.children?.[0]?.run.error).toBe('Runtime.ExitError')
    expect(run.scenario).not.toContain('Work')
    const missed = child.withDefaults({ faults: ['lambda-oom@Work#2'] })
    await expect(parent('states:startExecution').run({ machines: { Child: missed } })).rejects.toThrow(
      'no fault struck in Child',
    )
  })

  it('runs functions of the test, which may take their time', async () => {
    const asked: string[] = []
    const run = await parent('states:startExecution.sync:2').run({
      machines: {
        Child: child.withDefaults({
          tasks: {
            Work: async (input) => {
              await Promise.resolve()
              asked.push(JSON.stringify(input))
              return { seen: input }
            },
          },
        }),
      },
    })
    expect(asked).toEqual(['{"order":"o-1"}'])
    expect(run.output).toMatchObject({ Output: { seen: { order: 'o-1' } } })
  })

  it('is part of the base scenario', async () => {
    const same = await parent('states:startExecution').run({ machines: { Child: child } })
    const other = await parent('states:startExecution').run({ machines: { Child: failing } })
    expect(same.scenario).toBe((await parent('states:startExecution').run()).scenario)
    expect(same.scenario).not.toBe(other.scenario)
  })

  it('must be a machine', () => {
    const promised = { Child: Promise.resolve(child) } as unknown as Record<string, Machine>
    expect(() => child.withDefaults({ machines: promised })).toThrow('machines["Child"] is no machine')
  })
})

describe('machines that start one another', () => {
  const loop = machine(
    {
      StartAt: 'More',
      States: {
        More: { Type: 'Choice', Choices: [{ Variable: '$.left', NumericEquals: 0, Next: 'Done' }], Default: 'Again' },
        Again: {
          Type: 'Task',
          Resource: 'arn:aws:states:::states:startExecution.sync:2',
          Parameters: {
            StateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:Loop',
            Input: { 'left.$': 'States.MathAdd($.left, -1)' },
          },
          OutputPath: '$.Output',
          End: true,
        },
        Done: { Type: 'Wait', Seconds: 1, End: true },
      },
    },
    { name: 'Loop' },
  )

  it('hand on what they may start, and each run holds those it started', async () => {
    const run = await loop.run({ input: { left: 3 }, machines: { Loop: loop } })
    expect(run).toMatchObject({ output: { left: 0 }, tookMs: 1000 })
    expect(depthOf(run)).toBe(4)
  })

  it('are taken for endless at some depth', async () => {
    await expect(loop.run({ input: { left: 1000 }, machines: { Loop: loop } })).rejects.toThrow(
      'Loop would be the 101. execution that was started by one another: does a machine start itself for ever?',
    )
  })

  it('run side by side in a Map, each under its own name, and always in the same way', async () => {
    const all = machine({
      StartAt: 'All',
      States: {
        All: {
          Type: 'Map',
          ItemProcessor: {
            StartAt: 'Start',
            States: {
              Start: {
                Type: 'Task',
                Resource: 'arn:aws:states:::states:startExecution.sync:2',
                Parameters: { StateMachineArn: CHILD_ARN, 'Input.$': '$' },
                ResultSelector: { 'output.$': '$.Output' },
                End: true,
              },
            },
          },
          End: true,
        },
      },
    })
    const wait = { Type: 'Wait', SecondsPath: '$.seconds', End: true }
    const sleeper = machine({ StartAt: 'Sleep', States: { Sleep: wait } }, { name: 'Child' })
    const scenario = { input: [3, 1, 2].map((seconds) => ({ seconds })), machines: { Child: sleeper } }
    const run = await all.run(scenario)
    expect(run.output).toEqual([3, 1, 2].map((seconds) => ({ output: { seconds } })))
    expect(run.children?.map(({ items, run: { tookMs } }) => [items[0]?.index, tookMs])).toEqual([
      [0, 3000],
      [1, 1000],
      [2, 2000],
    ])
    expect(new Set(run.children?.map((started) => started.executionArn)).size).toBe(3)
    expect(await all.run(scenario)).toEqual(run)
  })
})

describe('a token that goes to another execution', () => {
  const worker = machine(
    {
      StartAt: 'Beat',
      States: {
        Beat: {
          Type: 'Task',
          Resource: 'arn:aws:states:::aws-sdk:sfn:sendTaskHeartbeat',
          Parameters: { 'TaskToken.$': '$.token' },
          ResultPath: null,
          Next: 'Wait',
        },
        Wait: { Type: 'Wait', Seconds: 50, Next: 'More' },
        More: {
          Type: 'Choice',
          Choices: [{ Variable: '$$.State.EnteredTime', TimestampGreaterThan: '2030-01-01T00:02:00Z', Next: 'Answer' }],
          Default: 'Beat',
        },
        Answer: {
          Type: 'Task',
          Resource: 'arn:aws:states:::aws-sdk:sfn:sendTaskSuccess',
          Parameters: { 'TaskToken.$': '$.token', Output: '{"by":"the child"}' },
          End: true,
        },
      },
    },
    { name: 'Child' },
  )
  const waiting = parent(
    'states:startExecution.waitForTaskToken',
    { Input: { 'token.$': '$$.Task.Token' } },
    { HeartbeatSeconds: 60 },
  )

  it('is answered by the child that got it, and kept alive by its heartbeats', async () => {
    const run = await waiting.run({ machines: { Child: worker } })
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: { by: 'the child' }, tookMs: 150_000 })
    expect(run.children?.[0]?.run.calls.map((call) => call.answeredBy)).toEqual(Array(4).fill('machine'))
  })

  it('is refused when it comes too late', async () => {
    const hurried = parent(
      'states:startExecution.waitForTaskToken',
      { Input: { 'token.$': '$$.Task.Token' } },
      { TimeoutSeconds: 60 },
    )
    const run = await hurried.run({ machines: { Child: worker } })
    expect(run).toMatchObject({ error: 'States.Timeout', tookMs: 60_000 })
    expect(run.children?.[0]?.run).toMatchObject({
      error: 'Sfn.TaskTimedOutException',
      cause: expect.stringContaining(
        "Task Timed Out: 'Provided task does not exist anymore' (Service: Sfn, Status Code: 400",
      ),
      tookMs: 100_000,
    })
  })

  it('may be of another branch of the same execution', async () => {
    const both = machine({
      StartAt: 'Both',
      States: {
        Both: {
          Type: 'Parallel',
          Branches: [
            { StartAt: 'Approve', States: { Approve: { ...callbackState, End: true } } },
            {
              StartAt: 'Wait',
              States: {
                Wait: { Type: 'Wait', Seconds: 5, Next: 'Send' },
                Send: {
                  Type: 'Task',
                  Resource: 'arn:aws:states:::aws-sdk:sfn:sendTaskFailure',
                  Parameters: { 'TaskToken.$': '$.token', Error: 'No', Cause: 'way' },
                  End: true,
                },
              },
            },
          ],
          End: true,
        },
      },
    })
    const known = both.start()
    const { token } = await known.waitFor('Approve')
    const run = await both.run({ input: { token }, tasks: { Approve: hangs() } })
    expect(run).toMatchObject({ error: 'No', cause: 'way', tookMs: 5000 })
  })

  it('is a matter for a mock if nobody here handed it out', async () => {
    await expect(worker.run({ input: { token: 'abc' } })).rejects.toThrow('no task is given for it')
  })
})

describe('a live execution with children', () => {
  const approving = machine(
    { StartAt: 'Approve', States: { Approve: { ...callbackState, HeartbeatSeconds: 600, End: true } } },
    { name: 'Child' },
  )

  it('waits in a child, answers it, and goes on in the parent', async () => {
    const execution = parent('states:startExecution.sync:2').start({ machines: { Child: approving } })
    const { token, machine: name } = await execution.waitFor('Approve', { machine: 'Child' })
    expect(name).toBe('Child')
    await execution.advance('9m')
    execution.sendTaskHeartbeat(token)
    await execution.advance('9m')
    execution.sendTaskSuccess(token, { approved: true })
    const run = await execution.finish()
    expect(run).toMatchObject({ output: { Output: { approved: true } }, tookMs: 18 * 60_000 })
  })

  it('stops the children that it waits for when it is stopped', async () => {
    const execution = parent('states:startExecution.sync').start({ machines: { Child: approving } })
    await execution.waitFor('Approve', { machine: 'Child' })
    await execution.advance('1m')
    execution.stop()
    const run = await execution.finish()
    expect(run.children?.[0]?.run).toMatchObject({ status: 'ABORTED', tookMs: 60_000 })
  })

  it('may answer a .sync Task by its token before the child has ended, as was recorded', async () => {
    const execution = parent('states:startExecution.sync').start()
    const { token } = await execution.waitFor('Start')
    await execution.advance('10s')
    execution.sendTaskSuccess(token, 'done by token')
    const run = await execution.finish()
    expect(run).toMatchObject({ output: 'done by token', tookMs: 10_000 })
    expect(run.children?.[0]?.run).toMatchObject({ status: 'SUCCEEDED', tookMs: 90_000 })
  })

  it('tells a machine that it does not start', async () => {
    const execution = parent('states:startExecution.sync').start()
    await expect(execution.waitFor('Approve', { machine: 'Chld' })).rejects.toThrow('starts no machine "Chld"')
  })
})
