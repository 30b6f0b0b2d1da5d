import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { inferAnswers } from '../../../src/explore/infer-answers.js'
import { machine } from '../../../src/harness/machines/typed-machine.js'

const F = 'arn:aws:lambda:us-east-1:123456789012:function:f'

/** A machine that polls until `variable` says so. */
function polling(poll: Json, choice: Json): Json {
  return {
    StartAt: 'Pause',
    States: {
      Pause: { Type: 'Wait', Seconds: 30, Next: 'Poll' },
      Poll: poll,
      Tidy: { Type: 'Pass', Next: 'Ready?' },
      'Ready?': choice,
      Broken: { Type: 'Fail', Error: 'Broken' },
      Done: { Type: 'Succeed' },
    },
  }
}

const READY: Json = {
  Type: 'Choice',
  Choices: [
    { Variable: '$.job.status', StringEquals: 'FAILED', Next: 'Broken' },
    { Variable: '$.job.status', StringEquals: 'DONE', Next: 'Done' },
  ],
  Default: 'Pause',
}

describe('inferred answers', () => {
  it('say what the first rule asks for that leads to an end, where the Choice finds it', () => {
    const poll = { Type: 'Task', Resource: F, ResultPath: '$.job', Next: 'Tidy' }
    expect(inferAnswers(polling(poll, READY))).toEqual({ Poll: [{ path: ['status'], value: 'DONE' }] })
  })

  it('say it in the payload of lambda:invoke, and end the loop, still marked as inferred', async () => {
    const poll = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'f' },
      ResultSelector: { 'status.$': '$.Payload.state.name' },
      ResultPath: '$.job',
      Next: 'Tidy',
    }
    const definition = polling(poll, READY)
    const inferredAnswers = inferAnswers(definition)
    expect(inferredAnswers).toEqual({ Poll: [{ path: ['Payload', 'state', 'name'], value: 'DONE' }] })
    const run = await machine(definition).run({ onUnmockedTask: 'infer', inferredAnswers })
    expect(run.status).toBe('SUCCEEDED')
    expect(run.calls.map(({ answeredBy }) => answeredBy)).toEqual(['inferred'])
  })

  it('say nothing where another Task decides, where no rule leads to an end, and for services that answer themselves', () => {
    const other = { Type: 'Task', Resource: F, ResultPath: '$.other', Next: 'Ready?' }
    const service = { Type: 'Task', Resource: 'arn:aws:states:::dynamodb:getItem', ResultPath: '$.job', Next: 'Ready?' }
    const poll = { Type: 'Task', Resource: F, ResultPath: '$.job', Next: 'Ready?' }
    const never = {
      Type: 'Choice',
      Choices: [{ Variable: '$.job.x', IsPresent: true, Next: 'Pause' }],
      Default: 'Pause',
    }
    expect(inferAnswers(polling(other, READY))).toEqual({})
    expect(inferAnswers(polling(service, READY))).toEqual({})
    expect(inferAnswers(polling(poll, never))).toEqual({})
  })
})
