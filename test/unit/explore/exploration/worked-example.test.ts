import { describe, expect, it } from 'vitest'
import { exploreScenarios } from '../../../../src/explore/exploration/explore-scenarios.js'
import type { Certificate, Observation } from '../../../../src/explore/exploration/observation.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'
import { returns } from '../../../../src/tasks/script.js'

/** Fetch, resize, store and tell; a lost page is put back by Undo, and nothing handles what Notify or Undo come to in the end. */
const definition = {
  StartAt: 'Fetch',
  States: {
    Fetch: {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:s3:getObject',
      Parameters: { Bucket: 'in', Key: 'page.pdf' },
      Retry: [{ ErrorEquals: ['S3.S3Exception', 'S3.SdkClientException'], MaxAttempts: 2 }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Reject' }],
      ResultPath: '$.page',
      Next: 'ResizePage',
    },
    ResizePage: {
      Type: 'Task',
      Resource: 'arn:aws:lambda:us-east-1:123456789012:function:resize',
      TimeoutSeconds: 30,
      Retry: [
        { ErrorEquals: ['Runtime.ExitError', 'Sandbox.Timedout'], IntervalSeconds: 5, MaxAttempts: 2, BackoffRate: 1 },
        {
          ErrorEquals: ['Lambda.ServiceException', 'Lambda.SdkClientException', 'Lambda.TooManyRequestsException'],
          IntervalSeconds: 2,
          MaxAttempts: 6,
        },
      ],
      Catch: [
        { ErrorEquals: ['PageCorrupt'], Next: 'Reject' },
        { ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Undo' },
      ],
      ResultPath: null,
      Next: 'PutResult',
    },
    PutResult: {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:s3:putObject',
      Parameters: { Bucket: 'out', Key: 'page.png', 'Body.$': '$.page' },
      Retry: [{ ErrorEquals: ['S3.S3Exception'], MaxAttempts: 3 }],
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Undo' }],
      ResultPath: null,
      Next: 'Notify',
    },
    Notify: {
      Type: 'Task',
      Resource: 'arn:aws:states:::sns:publish',
      Parameters: { TopicArn: 'arn:aws:sns:us-east-1:123456789012:done', Message: 'done' },
      Next: 'Done',
    },
    Done: { Type: 'Succeed' },
    Reject: { Type: 'Fail', Error: 'Rejected' },
    Undo: {
      Type: 'Task',
      Resource: 'arn:aws:lambda:us-east-1:123456789012:function:undo',
      Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }],
      Next: 'GivenUp',
    },
    GivenUp: { Type: 'Fail', Error: 'GivenUp' },
  },
}

const resize = machine(definition, { name: 'Resize' }).withDefaults({
  input: {},
  tasks: {
    Fetch: returns({ Body: 'pdf' }),
    ResizePage: returns({ ok: true }),
    PutResult: returns({}),
    Notify: returns({}),
    Undo: returns({}),
  },
})

function explored(k: number): { readonly certificate: Certificate; readonly told: readonly Observation[] } {
  const told: Observation[] = []
  const certificate = exploreScenarios(resize, [{}], (observation) => told.push(observation), { k })
  return { certificate, told }
}

/** Errors that end the execution where no Fail state says so, as `State: kind`. */
function unhandled(told: readonly Observation[], episodes: number): readonly string[] {
  const ends = told.filter(({ ending, episodes: struck }) => struck.length === episodes && !ending.isMeant)
  const failed = ends.filter(
    ({ ending: { status, failure } }) => status === 'FAILED' && failure?.error !== 'States.Runtime',
  )
  const named = failed.map(
    ({ ending, episodes: struck }) => `${ending.pointer?.split('/').at(-1)}: ${struck.at(-1)?.errors.kind}`,
  )
  return [...new Set(named)].sort()
}

describe('the pipeline of one page', () => {
  it('ends well without a fault', () => {
    const { told, certificate } = explored(0)
    expect(told.map(({ ending }) => ending.status)).toEqual(['SUCCEEDED'])
    expect(certificate.scenarios).toEqual({ generated: 1, distinct: 0 })
  })

  it('fails unhandled at Notify alone when one thing goes wrong', () => {
    const { told, certificate } = explored(1)
    expect(unhandled(told, 1).map((one) => one.split(':')[0])).toEqual(expect.arrayContaining(['Notify']))
    expect(new Set(unhandled(told, 1).map((one) => one.split(':')[0]))).toEqual(new Set(['Notify']))
    expect(certificate.states).toEqual({ total: 8, reached: 8, reachedWithoutFault: 5 })
    expect(certificate.cuts).toEqual([])
  })

  it('tries every retrier once, to its last attempt and beyond', () => {
    const { told } = explored(1)
    const ofResize = told
      .flatMap(({ episodes }) => episodes)
      .filter(({ state, placement }) => state === 'ResizePage' && placement === 'before')
    const tried = new Set(
      ofResize.map(({ errors, multiplicity, times }) => `${errors.retrier}: ${multiplicity} ${times}`),
    )
    expect([...tried].filter((one) => !one.startsWith('undefined')).sort()).toEqual([
      '0: exhausted 3',
      '0: once 1',
      '0: recovers-at-last 2',
      '1: exhausted 7',
      '1: once 1',
      '1: recovers-at-last 6',
    ])
    const longest = Math.max(...told.map(({ tookMs }) => tookMs))
    expect(longest).toBe((2 + 4 + 8 + 16 + 32 + 64) * 1000)
  })

  it('loses the first error where Undo fails after it, which takes two faults', () => {
    const { told, certificate } = explored(2)
    const inUndo = told.filter(({ ending, episodes }) => episodes.length === 2 && ending.pointer === '/States/Undo')
    expect(inUndo.length).toBeGreaterThan(6)
    expect(inUndo.map(({ episodes }) => episodes[1]?.multiplicity)).not.toContain('recovers-at-last')
    expect(inUndo.map(({ scenario }) => scenario)).toContainEqual(
      expect.stringMatching(/;ResizePage#1=Unlisted\.Error;Undo#1=Unlisted\.Error\*3;seed=0$/),
    )
    expect(certificate.cuts).toEqual([])
  })
})
