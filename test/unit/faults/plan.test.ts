import { describe, expect, it } from 'vitest'
import { fault } from '../../../src/faults/fault.js'
import { countedCalls, planStrike, replayStrike } from '../../../src/faults/plan.js'
import type { FaultPlan } from '../../../src/faults/plan.js'
import type { Call } from '../../../src/engine/ports.js'
import { about, callOf, functionArn, putObject } from './fixtures.js'

const strike = { state: 'Resize', items: [], visit: 1, attempt: 1, times: 2, name: 'Runtime.ExitError' }
const again = (attempt: number, visit = 1, change: object = {}) =>
  replayStrike([{ ...strike, ...change }], callOf(functionArn, { attempt, visit }), about(functionArn))?.rendered

const struck = (plan: FaultPlan, call: Call, change: object = {}) =>
  planStrike(plan, call, about(call.resource.arn, change))
const failure = (error: string) => ({ kind: 'failure', failure: { error } })

describe('a fault plan', () => {
  it('lets the first fault that strikes decide', () => {
    const plan = [fault('oom').at('Other'), fault('throttle').attempts(1), fault('oom')]
    const first = struck(plan, callOf(functionArn))
    expect(first?.rendered).toMatchObject(failure('Lambda.TooManyRequestsException'))
    expect(first?.fault).toBe(plan[1])
    const second = struck(plan, callOf(functionArn, { attempt: 2 }))
    expect(second?.rendered).toMatchObject(failure('Runtime.ExitError'))
    expect(struck(plan, callOf(putObject))).toBeUndefined()
  })

  it('tells S3 throttling at a named function in the words of its runtime', () => {
    const python = { function: { runtime: 'python3.12' } }
    const found = struck([fault('s3-slowdown').at('Resize')], callOf(functionArn), python)
    expect(found?.definition.id).toBe('s3-slowdown-in-lambda')
    expect(found?.rendered).toMatchObject(failure('ClientError'))
    expect(struck([fault('s3-slowdown').on('fn:resize')], callOf(functionArn), python)?.rendered).toMatchObject(
      failure('ClientError'),
    )
  })

  it("uses the function's own timeout, never the Task's", () => {
    const call = callOf(functionArn, { timeoutSeconds: 20 })
    const found = struck([fault('lambda-timeout')], call, { function: { timeoutSeconds: 10 } })
    expect(found?.rendered).toHaveProperty('failure.cause', expect.stringContaining('10.00 seconds'))
    expect(found?.afterMs).toBe(10_000)
  })

  it('strikes before the work unless it is asked to strike after it', () => {
    expect(struck([fault('oom')], callOf(functionArn))?.placement).toBe('before')
    expect(struck([fault('oom').after()], callOf(functionArn))?.placement).toBe('after')
  })

  it('strikes by chance where the draw is below it, and asks for one draw for each fault', () => {
    const asked: string[] = []
    const chance = (purpose: string) => {
      asked.push(purpose)
      return 0.3
    }
    expect(struck([fault('oom').chance(0.3)], callOf(functionArn), { chance })).toBeUndefined()
    expect(struck([fault('oom').chance(0.31)], callOf(functionArn), { chance })).toBeDefined()
    expect(new Set(asked).size).toBe(2)
  })

  it('strikes within its window alone, the end of which is outside', () => {
    const plan = [fault('oom').between('12s', '30s')]
    const at = [11_999, 12_000, 29_999, 30_000].map((sinceStartMs) =>
      Boolean(struck(plan, callOf(functionArn), { sinceStartMs })),
    )
    expect(at).toEqual([false, true, true, false])
  })

  it('strikes the call that its count has come to', () => {
    const plan = [fault('throttle').at('Other'), fault('oom').nth(3)]
    const at = [[], [0, 1], [0, 2], [0, 3]].map((counts) => Boolean(struck(plan, callOf(functionArn), { counts })))
    expect(at).toEqual([false, false, true, false])
    expect(countedCalls(plan, callOf(functionArn), about(functionArn))).toEqual([0, 1])
    expect(countedCalls(plan, callOf(functionArn), about(functionArn, { counts: [0, 1] }))).toEqual([0, 2])
    expect(countedCalls(plan, callOf(putObject), about(putObject, { counts: [0, 1] }))).toEqual([0, 1])
  })

  it('strikes by the input, or by what the service is sent', () => {
    const call = callOf(functionArn, { input: { size: 12, tags: [{ id: 1 }] }, parameters: { Key: 'big/1' } })
    const meets = (query: string) => Boolean(struck([fault('oom').where(query)], call))
    expect(meets('$[?(@.size > 10)]')).toBe(true)
    expect(meets('$[?(@.size > 12)]')).toBe(false)
    expect(meets('$.tags[?(@.id == 1)]')).toBe(true)
    expect(meets('$.tags[?(@.id == 2)]')).toBe(false)
    expect(meets('$.gone[?(@.id == 2)]')).toBe(false)
    expect(meets('$[?(@.gone.deeper == 2)]')).toBe(false)
    expect(meets("parameters:$[?(@.Key.startsWith('big/'))]")).toBe(true)
    expect(meets('parameters:$.size')).toBe(false)
  })

  it('strikes what calls a service, a function or a resource', () => {
    const at = (on: string, arn: string, change: object = {}) =>
      Boolean(struck([fault('throttle').on(on)], callOf(arn), change))
    expect(at('svc:lambda', functionArn)).toBe(true)
    expect(at('svc:Lambda', functionArn)).toBe(true)
    expect(at('svc:s3', functionArn)).toBe(false)
    expect(at('fn:res*', functionArn)).toBe(true)
    expect(at('fn:ResizeFunction', functionArn)).toBe(false)
    expect(at('fn:ResizeFunction', functionArn, { function: { logicalId: 'ResizeFunction' } })).toBe(true)
    expect(at('resource:arn:aws:lambda:*:resize', functionArn)).toBe(true)
    expect(at('resource:arn:aws:lambda:*:other', functionArn)).toBe(false)
  })
})

describe('a replay', () => {
  it('strikes the attempts it names, and no others', () => {
    expect(again(1)).toMatchObject(failure('Runtime.ExitError'))
    expect(again(2)).toMatchObject(failure('Runtime.ExitError'))
    expect(again(3)).toBeUndefined()
    expect(again(1, 2)).toBeUndefined()
  })

  it('does not mistake a state in a Map for one outside', () => {
    const call = callOf(functionArn, { items: [{ map: 'Pages', index: 0 }] })
    expect(replayStrike([strike], call, about(functionArn))).toBeUndefined()
  })

  it('takes a name that no fault has for the error of that name, with its cause', () => {
    expect(again(1, 1, { name: 'Card.Declined', args: 'cause="no funds"' })).toEqual({
      kind: 'failure',
      failure: { error: 'Card.Declined', cause: 'no funds' },
    })
  })

  it('refuses a name that means nothing there', () => {
    expect(() => again(1, 1, { name: 'lambda-ooom' })).toThrow(
      'no fault of the catalogue gives "lambda-ooom" at Resize',
    )
    expect(() => again(1, 1, { args: '5s' })).toThrow('lambda-oom: it takes no arguments')
  })
})
