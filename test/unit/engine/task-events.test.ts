import { describe, expect, it } from 'vitest'
import { advance, historyOf, pending, resume, resumeAll } from '../../../src/engine.js'
import {
  bareCause,
  begin,
  chainOf,
  detailsOf,
  drive,
  failsWith,
  gives,
  machineOf,
  taskState,
  tokenState,
  typesOf,
  workState,
} from './drive.js'

const ACTIVITY = 'arn:aws:states:us-east-1:123456789012:activity:Work'

describe('the events of a Task', () => {
  it('are Task* for a service integration', () => {
    const run = drive(machineOf({ T: taskState() }), { answers: { T: gives({ ok: 1 }) } })
    expect(chainOf(run)).toEqual([
      '1<0 ExecutionStarted',
      '2<0 TaskStateEntered',
      '3<2 TaskScheduled',
      '4<3 TaskStarted',
      '5<4 TaskSucceeded',
      '6<5 TaskStateExited',
      '7<6 ExecutionSucceeded',
    ])
    const names = { resourceType: 'lambda', resource: 'invoke' }
    expect(detailsOf(run, 'TaskScheduled')).toEqual([
      { ...names, region: 'us-east-1', parameters: { FunctionName: 'f' } },
    ])
    expect(detailsOf(run, 'TaskStarted')).toEqual([names])
    expect(detailsOf(run, 'TaskSucceeded')).toEqual([{ ...names, output: { ok: 1 } }])
  })

  it('are LambdaFunction* for the ARN of a function, and Started has no details', () => {
    const run = drive(machineOf({ T: workState() }), { input: { n: 1 }, answers: { T: gives(2) } })
    expect(typesOf(run).slice(2, 5)).toEqual([
      'LambdaFunctionScheduled',
      'LambdaFunctionStarted',
      'LambdaFunctionSucceeded',
    ])
    expect(detailsOf(run, 'LambdaFunctionScheduled')).toEqual([
      { resource: 'arn:aws:lambda:us-east-1:123456789012:function:work', input: { n: 1 } },
    ])
    expect(detailsOf(run, 'LambdaFunctionStarted')).toEqual([undefined])
  })

  it('are Activity* for an activity, which starts when a worker takes it', () => {
    const answer = {
      submitted: null,
      workerName: 'w-1',
      completion: { outcome: { output: 1 }, afterMs: 10 },
      afterMs: 5,
    }
    const run = drive(machineOf({ T: workState({ Resource: ACTIVITY }) }), { answers: { T: answer } })
    expect(
      historyOf(run)
        .slice(2, 5)
        .map(({ type, atMs }) => [type, atMs - run.settings.startAtMs]),
    ).toEqual([
      ['ActivityScheduled', 0],
      ['ActivityStarted', 5],
      ['ActivitySucceeded', 15],
    ])
    expect(detailsOf(run, 'ActivityStarted')).toEqual([{ workerName: 'w-1' }])
  })

  it('let a worker take an activity at once that is answered outright', () => {
    const machine = machineOf({ T: workState({ Resource: ACTIVITY }) })
    const run = drive(machine, { answers: { T: { outcome: { failure: { error: 'E' } }, workerName: 'w-2' } } })
    expect(chainOf(run).slice(2)).toEqual([
      '3<2 ActivityScheduled',
      '4<3 ActivityStarted',
      '5<4 ActivityFailed',
      '6<5 ExecutionFailed',
    ])
    expect(detailsOf(run, 'ActivityStarted')).toEqual([{ workerName: 'w-2' }])
  })

  it('have TaskSubmitted with what the integration answered, before a callback', () => {
    const answer = { submitted: { MessageId: 'm' }, completion: { outcome: { output: { done: true } }, afterMs: 100 } }
    const run = drive(machineOf({ T: tokenState() }), { answers: { T: answer } })
    expect(typesOf(run).slice(2, 6)).toEqual(['TaskScheduled', 'TaskStarted', 'TaskSubmitted', 'TaskSucceeded'])
    expect(detailsOf(run, 'TaskSubmitted')).toMatchObject([{ output: { MessageId: 'm' } }])
    expect(run.output).toEqual({ done: true })
  })

  it('show time limits and credentials only where they are given', () => {
    const limits = { TimeoutSeconds: 9, HeartbeatSecondsPath: '$.beat', Credentials: { 'RoleArn.$': '$.role' } }
    const run = drive(machineOf({ T: tokenState(limits) }), {
      input: { beat: '3', role: 'arn:aws:iam::123456789012:role/R' },
      answers: { T: gives(1) },
    })
    expect(detailsOf(run, 'TaskScheduled')).toMatchObject([
      { timeoutInSeconds: 9, heartbeatInSeconds: 3, taskCredentials: { roleArn: 'arn:aws:iam::123456789012:role/R' } },
    ])
  })

  it('leave out error and cause of a failure that has none', () => {
    const run = drive(machineOf({ T: taskState() }), { answers: { T: { outcome: { failure: {} } } } })
    expect(detailsOf(run, 'TaskFailed')).toEqual([{ resourceType: 'lambda', resource: 'invoke' }])
    expect(detailsOf(run, 'ExecutionFailed')).toEqual([{}])
  })

  it('do not come where the call cannot be made', () => {
    const run = drive(machineOf({ T: taskState({ Parameters: { 'v.$': '$.nope' } }) }))
    expect(typesOf(run)).toEqual(['ExecutionStarted', 'TaskStateEntered', 'ExecutionFailed'])
    expect(bareCause(run)).toMatch(/^The JSONPath '\$\.nope' specified for the field 'v\.\$' could not be found/)
  })

  it('come with Arguments, and the result with Output, in JSONata', () => {
    const state = {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:s3:getObject',
      Arguments: { Bucket: 'b', Key: '{% $states.input.key %}' },
      Output: { body: '{% $states.result.Body %}', key: '{% $states.input.key %}' },
      End: true,
    }
    const run = drive(machineOf({ T: state }, { QueryLanguage: 'JSONata' }), {
      input: { key: 'k' },
      answers: { T: gives({ Body: 'text' }) },
    })
    expect(detailsOf(run, 'TaskScheduled')).toMatchObject([
      { resourceType: 'aws-sdk:s3', resource: 'getObject', parameters: { Bucket: 'b', Key: 'k' } },
    ])
    expect(run.output).toEqual({ body: 'text', key: 'k' })
  })
})

describe('a call', () => {
  it('tells all about the attempt, and the clock stands still until it is answered', () => {
    const x = advance(begin(machineOf({ T: taskState({ TimeoutSeconds: 3 }) }), { input: { a: 1 } }))
    const [call] = pending(x)
    expect(call).toMatchObject({
      callId: 1,
      state: 'T',
      pointer: '/States/T',
      items: [],
      visit: 1,
      attempt: 1,
      ordinal: 1,
      enteredEventId: 2,
      scheduledEventId: 3,
      parameters: { FunctionName: 'f' },
      input: { a: 1 },
      timeoutSeconds: 3,
      heartbeatSeconds: undefined,
      taskToken: undefined,
      atMs: x.settings.startAtMs,
    })
    expect(advance(x, x.nowMs + 10_000).nowMs).toBe(x.nowMs)
  })

  it('is answered once, by its own number, in whole milliseconds', () => {
    const x = advance(begin(machineOf({ T: taskState() })))
    expect(() => resume(x, 2, gives())).toThrow('call 2 waits for no answer')
    expect(() => resume(resume(x, 1, 'never'), 1, gives())).toThrow('call 1 waits for no answer')
    expect(() =>
      resumeAll(x, [
        [1, gives(1)],
        [1, gives(2)],
      ]),
    ).toThrow('two answers at once')
    expect(() => resume(x, 1, gives(1, -1))).toThrow('afterMs of an answer must be a whole number from 0, and it is -1')
    expect(() => resume(x, 1, gives(1, Number.NaN))).toThrow('and it is NaN')
    const submitted = { submitted: 1, completion: { outcome: { output: 1 }, afterMs: 0.5 } }
    expect(() => resume(x, 1, submitted)).toThrow('and it is 0.5')
  })

  it('has a token where the integration hands one out, another one for each attempt', () => {
    const tokens: (string | undefined)[] = []
    const machine = machineOf({ T: tokenState({ Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 1 }] }) })
    const run = drive(machine, {
      answers: (call) => {
        tokens.push(call.taskToken)
        expect(call.parameters).toEqual({ QueueUrl: 'q', MessageBody: { token: call.taskToken } })
        return failsWith('E')
      },
    })
    expect(run.status).toBe('FAILED')
    expect(new Set(tokens).size).toBe(2)
  })
})
