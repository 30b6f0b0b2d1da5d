import { describe, expect, it } from 'vitest'
import { brownOut } from '../../../../src/faults/models/brown-out.js'
import { concurrency } from '../../../../src/faults/models/concurrency.js'
import { lambdaPool } from '../../../../src/faults/models/lambda-pool.js'
import { outage } from '../../../../src/faults/models/outage.js'
import { s3Prefix } from '../../../../src/faults/models/s3-prefix.js'
import { tokenBucket } from '../../../../src/faults/models/token-bucket.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'
import { returns } from '../../../../src/tasks/script.js'

const analyse = 'arn:aws:lambda:us-east-1:123456789012:function:analyse'
const getObject = 'arn:aws:states:::aws-sdk:s3:getObject'
const putObject = 'arn:aws:states:::aws-sdk:s3:putObject'

/** A Task for each item, one after the other unless said otherwise. */
function forEachItem(resource: string, more: object = {}, maxConcurrency = 1): ReturnType<typeof machine> {
  const work = { Type: 'Task', Resource: resource, End: true, ...more }
  const map = {
    Type: 'Map',
    MaxConcurrency: maxConcurrency,
    ItemProcessor: { StartAt: 'Work', States: { Work: work } },
  }
  return machine({ StartAt: 'Each', States: { Each: { ...map, ResultPath: null, End: true } } }, { type: 'EXPRESS' })
}

function items(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index)
}

const work = { Work: returns({}) }
const retry = (error: string, more: object = {}): object => ({ Retry: [{ ErrorEquals: [error], ...more }] })

describe('the founding incidents, by their causes', () => {
  it('1a: files stay in /tmp until the instance is full, and running the execution again goes well', async () => {
    const models = [lambdaPool({ on: 'fn:analyse', tmpLeakMbPerInvocation: 10 })]
    const scenario = { input: items(60), tasks: work, models }
    const naive = await forEachItem(analyse).run(scenario)
    expect([naive.status, naive.error, naive.calls.length]).toEqual(['FAILED', 'Error', 52])
    const mended = await forEachItem(analyse, retry('States.TaskFailed')).run(scenario)
    expect([mended.status, mended.calls.length]).toEqual(['SUCCEEDED', 61])
  })

  it('1b: an instance dies when it has served 12,000, and no one notices while deployments replace it', async () => {
    const leak = { on: 'fn:analyse', fileDescriptorLeak: 1, fileDescriptors: 11_999, reservedConcurrency: 1 }
    const scenario = { input: items(12_100), tasks: { Work: returns({}, { delay: '20ms' }) } }
    const pinned = await forEachItem(analyse).run({ ...scenario, models: [lambdaPool(leak)] })
    expect([pinned.status, pinned.calls.length]).toEqual(['FAILED', 12_000])
    expect(pinned.calls.at(-1)).toMatchObject({ fault: 'lambda-too-many-open-files', seen: { served: 12_000 } })
    const deployed = await forEachItem(analyse).run({
      ...scenario,
      models: [lambdaPool({ ...leak, deployAtMs: ['2m'] })],
    })
    expect(deployed.status).toBe('SUCCEEDED')
  })

  it('2: a report reads the whole day, and the reads of that day are told to slow down until it is done', async () => {
    const models = [s3Prefix({ background: [{ prefix: '2030-01-01', readsPerSecond: 55_000, toMs: '1m' }] })]
    const reading = (more: object): ReturnType<typeof machine> =>
      machine({
        StartAt: 'Later',
        States: {
          Later: { Type: 'Wait', Seconds: 10, Next: 'Work' },
          Work: {
            Type: 'Task',
            Resource: getObject,
            Parameters: { Bucket: 'pages', Key: '2030-01-01/a/pdf' },
            End: true,
            ...more,
          },
        },
      })
    const naive = await reading({}).run({ tasks: work, models })
    expect(naive.error).toBe('S3.S3Exception')
    expect(naive.calls).toMatchObject([{ fault: 's3-slowdown', seen: { prefix: 'pages/2030-01-01' } }])
    const mended = await reading(retry('S3.S3Exception', { IntervalSeconds: 60 })).run({ tasks: work, models })
    expect([mended.status, mended.calls.length]).toEqual(['SUCCEEDED', 2])
  })

  it('3: S3 is gone for an hour, for every Task at once', async () => {
    const models = [outage({ on: ['svc:s3', 'fn:*'], fault: 's3-outage-dns', toMs: '1h' })]
    const write = await forEachItem(putObject).run({ input: [1], tasks: work, models })
    const inside = await forEachItem(analyse).run({ input: [1], tasks: work, models })
    expect([write.error, inside.error]).toEqual(['S3.SdkClientException', 'Error'])
  })

  it('5: two stacks a minute get their domain, and the third is throttled', async () => {
    const models = [tokenBucket({ on: 'svc:apigateway', ratePerSecond: 1 / 30, fault: 'cp-custom-domain-rate' })]
    const create = 'arn:aws:states:::aws-sdk:apigateway:createDomainName'
    const scenario = { input: items(3), tasks: work, models }
    const naive = await forEachItem(create, {}, 0).run(scenario)
    expect(naive).toMatchObject({ status: 'FAILED', error: 'ApiGateway.TooManyRequestsException' })
    const patient = retry('ApiGateway.TooManyRequestsException', { IntervalSeconds: 30, BackoffRate: 1 })
    const mended = await forEachItem(create, patient, 0).run(scenario)
    expect([mended.status, mended.tookMs]).toEqual(['SUCCEEDED', 60_000])
  })

  it('6: with 127 of 128 MB some invocations hang until the timeout and others take no time', async () => {
    const models = [lambdaPool({ on: 'fn:analyse', peakMb: 67, timeoutSeconds: 100, stallChance: 0.2 })]
    const run = await forEachItem(analyse, retry('Sandbox.Timedout', { IntervalSeconds: 1 })).run({
      input: items(10),
      tasks: work,
      models,
      seed: 5,
    })
    const faults = new Set(run.calls.map(({ fault }) => fault))
    expect(faults).toEqual(new Set([undefined, 'lambda-memory-pressure-timeout']))
  })

  it('7: a burst is throttled at the limit of the account, which others have nearly used up', async () => {
    const scenario = {
      input: items(40),
      tasks: { Work: returns({}, { delay: '2s' }) },
      models: [concurrency({ background: [{ concurrency: 970 }] })],
    }
    const naive = await forEachItem(analyse, {}, 0).run(scenario)
    expect(naive).toMatchObject({ status: 'FAILED', error: 'Lambda.TooManyRequestsException' })
    expect(naive.calls.filter(({ fault }) => fault === 'lambda-throttled-account').length).toBe(10)
    const patient = retry('Lambda.TooManyRequestsException', { IntervalSeconds: 3 })
    const mended = await forEachItem(analyse, patient, 0).run(scenario)
    expect([mended.status, mended.calls.length]).toEqual(['SUCCEEDED', 50])
  })

  it('a service that is bad for a while makes everything slow, and some of it fail', async () => {
    const models = [brownOut({ on: 'svc:s3', fault: 's3-outage-503', probability: 0.5 })]
    const tasks = { Work: returns({}, { delay: '1s' }) }
    const patient = retry('S3.S3Exception', { IntervalSeconds: 1, MaxAttempts: 9 })
    const run = await forEachItem(putObject, patient).run({ input: items(5), tasks, models })
    expect(run.status).toBe('SUCCEEDED')
    expect(run.tookMs).toBeGreaterThan(25_000)
  })
})
