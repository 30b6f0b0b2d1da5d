import { describe, expect, it } from 'vitest'
import { fault } from '../../../../src/faults/fault.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'
import { delay, fails, hangs, returns } from '../../../../src/tasks/script.js'
import { callbackState, taskState } from '../definitions.js'

const approval = machine({
  StartAt: 'Prepare',
  States: {
    Prepare: { ...taskState('prepare'), Next: 'Approve' },
    Approve: {
      ...callbackState,
      HeartbeatSeconds: 600,
      TimeoutSeconds: 86_400,
      Catch: [{ ErrorEquals: ['Approval.Denied'], ResultPath: '$.denied', Next: 'Tell' }],
      Next: 'Ship',
    },
    Ship: { ...taskState('ship'), End: true },
    Tell: { Type: 'Pass', End: true },
  },
}).withDefaults({ tasks: { Prepare: returns({ prepared: true }, { delay: '5m' }), Ship: returns({ parcel: 'p-1' }) } })

const types = (history: readonly { readonly type: string }[]): readonly string[] => history.map(({ type }) => type)

describe('a live execution', () => {
  it('goes to where a Task waits for its token, and on when the token is sent', async () => {
    const execution = approval.start({ input: { order: 'o-1' } })
    const { token, call, machine: name } = await execution.waitFor('Approve')
    expect(name).toBe('StateMachine')
    expect(call).toMatchObject({ state: 'Approve', parameters: { MessageBody: { token } }, answeredBy: 'nobody' })
    expect(execution.nowMs).toBe(Date.UTC(2030, 0, 1, 0, 5))
    await execution.advance('9m')
    execution.sendTaskSuccess(token, { by: 'Ana' })
    const run = await execution.finish()
    expect(run).toMatchObject({ status: 'SUCCEEDED', output: { parcel: 'p-1' }, tookMs: 14 * 60_000 })
    expect(types(run.history)).toContain('TaskSubmitted')
    expect(run.effects.map((effect) => effect.state)).toEqual(['Prepare', 'Approve', 'Ship'])
  })

  it('fails the Task with the error and cause it is sent', async () => {
    const execution = approval.start()
    const { token } = await execution.waitFor('Approve')
    execution.sendTaskFailure(token, { error: 'Approval.Denied', cause: 'too dear' })
    const run = await execution.finish()
    expect(run.path).toEqual(['Prepare', 'Approve', 'Tell'])
    expect(run.output).toMatchObject({ denied: { Error: 'Approval.Denied', Cause: 'too dear' } })
  })

  it('may fail a Task without error and cause, as AWS lets one do', async () => {
    const execution = approval.start()
    const { token } = await execution.waitFor('Approve')
    execution.sendTaskFailure(token)
    const run = await execution.finish()
    expect(run.status).toBe('FAILED')
    expect(run.error).toBeUndefined()
  })

  it('times out when no heartbeat comes, and not while they do', async () => {
    const execution = approval.start()
    const { token } = await execution.waitFor('Approve')
    for (let beat = 0; beat < 3; beat++) {
      await execution.advance('9m')
      execution.sendTaskHeartbeat(token)
    }
    await execution.advance('599s')
    expect(execution.status).toBe('RUNNING')
    await execution.advance('1s')
    expect(execution.status).toBe('FAILED')
    expect(() => execution.sendTaskSuccess(token, {})).toThrow(
      expect.objectContaining({
        name: 'TaskTimedOut',
        message: expect.stringContaining('Provided task does not exist anymore'),
      }),
    )
    expect(await execution.finish()).toMatchObject({ error: 'States.Timeout', tookMs: (5 + 27 + 10) * 60_000 })
  })

  it('can be stopped', async () => {
    const execution = approval.start()
    await execution.waitFor('Approve')
    execution.stop({ error: 'Operator', cause: 'wrong order' })
    const run = await execution.finish()
    expect(run).toMatchObject({ status: 'ABORTED', error: 'Operator', cause: 'wrong order' })
    expect(() => execution.stop()).toThrow('the execution has ended')
  })

  it('stands still until it is told to go on', async () => {
    const execution = approval.start()
    expect(types(execution.history)).toEqual(['ExecutionStarted'])
    await execution.advance(0)
    expect(types(execution.history).at(-1)).toBe('LambdaFunctionStarted')
    expect(execution.waiting).toMatchObject([{ token: '', call: { state: 'Prepare' } }])
    await execution.advance('5m')
    expect(execution.waiting).toMatchObject([{ call: { state: 'Approve' } }])
    await execution.advance('90m')
    expect(execution.status).toBe('FAILED')
    expect(execution.waiting).toEqual([])
    await execution.advance('1h')
    expect((await execution.finish()).tookMs).toBe(15 * 60_000)
  })

  it('does not move when the Task waits already', async () => {
    const execution = approval.start()
    const first = await execution.waitFor('Approve')
    await execution.advance('1m')
    expect(await execution.waitFor('Approve')).toEqual(first)
    expect(execution.nowMs).toBe(Date.UTC(2030, 0, 1, 0, 6))
  })

  it('gives the same history as the run whose mock answers at the same time', async () => {
    const tasks = { Approve: delay('2m', returns({ by: 'Ana' })) }
    const execution = approval.start()
    const { token } = await execution.waitFor('Approve')
    await execution.advance('2m')
    execution.sendTaskSuccess(token, { by: 'Ana' })
    expect((await execution.finish()).history).toEqual((await approval.run({ tasks })).history)
  })

  it('strikes faults and runs functions as a run does', async () => {
    const execution = approval.start({
      tasks: { Prepare: async () => await Promise.resolve({ prepared: 'by a function' }) },
      faults: [fault('lambda-oom').at('Ship')],
    })
    const { token } = await execution.waitFor('Approve')
    execution.sendTaskSuccess(token, {})
    const run = await execution.finish()
    expect(run.error).toBe('Runtime.ExitError')
    const idle = approval.start({ faults: [fault('lambda-oom').at('Ship')] })
    idle.stop()
    await expect(idle.finish()).rejects.toThrow('no fault struck')
  })
})

describe('a token', () => {
  it('is good for one answer', async () => {
    const execution = approval.start()
    const { token } = await execution.waitFor('Approve')
    execution.sendTaskSuccess(token, {})
    const late = expect.objectContaining({ name: 'TaskTimedOut' })
    expect(() => execution.sendTaskSuccess(token, {})).toThrow(late)
    expect(() => execution.sendTaskFailure(token)).toThrow(late)
    expect(() => execution.sendTaskHeartbeat(token)).toThrow(late)
  })

  it('that is none, or of another execution, is refused as AWS names it', async () => {
    const execution = approval.start()
    await execution.waitFor('Approve')
    expect(() => execution.sendTaskSuccess('abc', {})).toThrow(expect.objectContaining({ name: 'InvalidToken' }))
    expect(() => execution.sendTaskSuccess('', {})).toThrow('hands out no token')
    expect(() => execution.sendTaskSuccess('3f9ac01b-0000-4000-8000-000000000001', {})).toThrow(
      expect.objectContaining({ name: 'TaskDoesNotExist' }),
    )
  })

  it('takes no Error Output for the two fields of the API', async () => {
    const execution = approval.start()
    const { token } = await execution.waitFor('Approve')
    const reason = { Error: 'Approval.Denied' } as object
    expect(() => execution.sendTaskFailure(token, reason)).toThrow('sendTaskFailure takes { error, cause }')
    expect(() => execution.sendTaskSuccess(token, new Date(0))).toThrow('must be JSON')
  })
})

describe('waitFor', () => {
  it('tells a state that the machine does not have, or that never waits', async () => {
    const execution = approval.start()
    await expect(execution.waitFor('Aprove')).rejects.toThrow('did you mean "Approve"?')
    await expect(execution.waitFor('Tell')).rejects.toThrow('only a Task waits')
    await expect(execution.waitFor('Ship')).rejects.toThrow(
      'no Task of "Ship" comes to wait: the execution ends as FAILED with States.Timeout after 15m',
    )
    expect(execution.nowMs).toBe(Date.UTC(2030, 0, 1))
    expect(await execution.waitFor('Prepare')).toMatchObject({ token: '' })
  })

  it('tells what an execution without a timeout waits for instead', async () => {
    const endless = machine({
      StartAt: 'First',
      States: { First: { ...callbackState, Next: 'Second' }, Second: { ...callbackState, End: true } },
    })
    await expect(endless.start().waitFor('Second')).rejects.toThrow('it waits at "First", which nothing answers')
  })

  it('finds an item of a Map, and a later attempt', async () => {
    const review = machine({
      StartAt: 'All',
      States: {
        All: {
          Type: 'Map',
          ItemProcessor: {
            StartAt: 'Approve',
            States: {
              Approve: {
                ...callbackState,
                HeartbeatSeconds: 60,
                Retry: [{ ErrorEquals: ['States.HeartbeatTimeout'], IntervalSeconds: 10, MaxAttempts: 1 }],
                End: true,
              },
            },
          },
          End: true,
        },
      },
    })
    const execution = review.start({ input: ['a', 'b', 'c'] })
    const tokens: string[] = []
    for (const item of [2, 0]) tokens.push((await execution.waitFor('Approve', { item })).token)
    expect(new Set(tokens).size).toBe(2)
    expect(execution.waiting).toHaveLength(3)
    for (const token of tokens) execution.sendTaskSuccess(token, token === tokens[0] ? 'third' : 'first')
    await execution.advance('1m')
    expect(execution.waiting).toEqual([])
    const again = await execution.waitFor('Approve')
    expect(again.call).toMatchObject({ attempt: 2, items: [{ map: 'All', index: 1 }] })
    execution.sendTaskSuccess(again.token, 'second')
    expect((await execution.finish()).output).toEqual(['first', 'second', 'third'])
  })

  it('finds activities, jobs and calls that hang', async () => {
    const work = machine({
      StartAt: 'Weld',
      States: {
        Weld: { Type: 'Task', Resource: 'arn:aws:states:us-east-1:123456789012:activity:weld', Next: 'Job' },
        Job: { Type: 'Task', Resource: 'arn:aws:states:::glue:startJobRun.sync', Next: 'Call' },
        Call: { ...taskState('call'), TimeoutSeconds: 30, End: true },
      },
    })
    const execution = work.start({ tasks: { Job: hangs(), Call: hangs() } })
    const weld = await execution.waitFor('Weld')
    expect(types(execution.history).at(-1)).toBe('ActivityStarted')
    execution.sendTaskSuccess(weld.token, { welded: true })
    const job = await execution.waitFor('Job')
    execution.sendTaskSuccess(job.token, {})
    expect(await execution.waitFor('Call')).toMatchObject({ token: '' })
    await execution.advance('30s')
    expect(await execution.finish()).toMatchObject({ error: 'States.Timeout', tookMs: 30_000 })
  })

  it('leaves a callback that has a mock to its mock', async () => {
    const execution = approval.start({ tasks: { Approve: fails('Approval.Denied') } })
    await expect(execution.waitFor('Approve')).rejects.toThrow('the execution ends as SUCCEEDED after 5m')
  })

  it('finds a child of a distributed Map', async () => {
    const many = machine({
      StartAt: 'All',
      States: {
        All: {
          Type: 'Map',
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
            StartAt: 'Approve',
            States: { Approve: { ...callbackState, End: true } },
          },
          End: true,
        },
      },
    })
    const execution = many.start({ input: ['a', 'b'] })
    const { token } = await execution.waitFor('Approve', { item: 1 })
    await execution.advance('1h')
    execution.sendTaskSuccess(token, 'late')
    const first = await execution.waitFor('Approve', { item: 0 })
    execution.sendTaskSuccess(first.token, 'later')
    const run = await execution.finish()
    expect(run.output).toEqual(['later', 'late'])
    expect(run.tookMs).toBe(3_600_000)
    expect(run.mapRuns?.[0]?.children[1]?.history.at(-1)).toMatchObject({ atMs: Date.UTC(2030, 0, 1, 1) })
  })
})

it('a step that is not awaited is told, so that no two steps run into each other', async () => {
  const execution = approval.start()
  const step = execution.waitFor('Approve')
  expect(() => execution.stop()).toThrow('await its last step')
  await expect(execution.advance('1m')).rejects.toThrow('await its last step')
  await step
})

async function scenarioAnswered(output: string): Promise<string> {
  const execution = approval.start()
  execution.sendTaskSuccess((await execution.waitFor('Approve')).token, output)
  return (await execution.finish()).scenario
}

it('what a live execution was sent is part of its base scenario: a run cannot replay it by mistake', async () => {
  expect(await scenarioAnswered('yes')).toBe(await scenarioAnswered('yes'))
  expect(await scenarioAnswered('yes')).not.toBe(await scenarioAnswered('no'))
})
