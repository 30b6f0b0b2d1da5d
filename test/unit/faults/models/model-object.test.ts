import { describe, expect, it } from 'vitest'
import { lambdaPool } from '../../../../src/faults/models/lambda-pool.js'
import type { Json } from '../../../../src/asl/json.js'
import { MODEL_KINDS, parseModel, modelAsObject } from '../../../../src/faults/models/model-object.js'

const COMPLETE: Readonly<Record<string, Json>> = {
  'lambda-pool': { on: 'fn:AnalysePage', memoryMb: '256MB', idleRecycleMs: '10m', deployAtMs: ['1h', 0] },
  concurrency: { account: 10, reserved: [{ function: 'Resize', concurrency: 2 }] },
  'token-bucket': { on: ['svc:apigateway'], ratePerSecond: 0.5, fault: 'error(ApiGateway.Busy)' },
  's3-prefix': { background: [{ prefix: '2030-*', readsPerSecond: 6000, fromMs: '5m' }] },
  'dynamo-throughput': { readUnits: 5, writeUnits: 5 },
  'brown-out': { on: 'svc:s3', fault: 's3-slowdown', probability: '30%' },
  outage: { on: ['svc:s3', 'fn:Resize'], fromMs: '1m', toMs: '2m', name: 'us-east-1' },
  latency: { on: 'svc:*', distribution: { kind: 'percentiles', ms: { 50: '200ms', 100: '5s' } } },
  'payload-limits': {},
}

describe('a model in a scenario file', () => {
  it.each(MODEL_KINDS)('can be a %s, and its text reads as the same', (kind) => {
    const model = parseModel({ [kind]: COMPLETE[kind] ?? null }, 'models[0]')
    expect(model.kind).toBe(kind)
    const again = parseModel(modelAsObject(model), 'models[0]')
    expect([again.id, again.config]).toEqual([model.id, model.config])
  })

  it('is what the function of the same name makes', () => {
    const options = { on: 'fn:AnalysePage', leakMbPerInvocation: 0.5, idleRecycleMs: '5m' }
    const { id, config } = lambdaPool(options)
    expect(parseModel({ 'lambda-pool': options }, 'x')).toMatchObject({ id, config })
    expect(id).toBe('lambda-pool fn:AnalysePage')
    expect(config).toMatchObject({ on: ['fn:AnalysePage'], idleRecycleMs: 300_000, tmpMb: 512 })
  })

  it.each<[Json, string]>([
    ['outage', 'm must be one model, e.g. { outage: { on: svc:s3 } }: '],
    [{}, 'm must be one model'],
    [{ outage: {}, latency: {} }, 'm must be one model'],
    [{ outge: {} }, 'm: there is no model "outge"; did you mean "outage"?'],
    [{ __proto__x: {} }, 'm: there is no model "__proto__x"; there are lambda-pool'],
    [{ constructor: {} }, 'm: there is no model "constructor"'],
    [{ outage: 1 }, 'm: outage must be an object with on, '],
    [{ outage: {} }, 'm: outage needs on: svc:s3, fn:Resize* or resource:arn:..., or a list of these'],
    [{ outage: { on: 's3' } }, 'm: outage: on: cannot read "s3": write svc:s3'],
    [{ outage: { on: 'svc:s3', frmMs: 0 } }, 'm: outage has no option "frmMs"; did you mean "fromMs"?'],
    [{ outage: { on: 'svc:s3', fromMs: 'soon' } }, 'm: outage: fromMs: not a duration: "soon"'],
    [
      { outage: { on: 'svc:s3', fault: 's3-slwdown' } },
      'm: outage: fault: there is no fault "s3-slwdown"; did you mean',
    ],
    [{ outage: { on: 'svc:s3', probability: 2 } }, 'm: outage: probability must be a share from 0 to 1'],
    [{ 'lambda-pool': { on: 'fn:a', memoryMb: -1 } }, 'm: lambda-pool: memoryMb must be a size in megabytes'],
    [{ concurrency: { reserved: [{ function: 'a' }] } }, 'm: concurrency: reserved: reserved 1 needs concurrency'],
    [{ latency: { on: 'svc:s3', distribution: { kind: 'normal' } } }, 'm: latency: distribution must be { kind: '],
  ])('tells a mistake in one line: %j', (written, message) => {
    const read = (): unknown => parseModel(written, 'm')
    expect(read).toThrow(message)
    expect(read).toThrow(
      expect.objectContaining({ name: 'UserError', message: expect.not.stringContaining('\n') as string }),
    )
  })
})
