import { describe, expect, it } from 'vitest'
import { fault } from '../../../src/faults/fault.js'
import { planStrike, replayStrike } from '../../../src/faults/plan.js'
import { callOf, functionArn, putObject } from './fixtures.js'

const strike = { state: 'Resize', items: [], visit: 1, attempt: 1, times: 2, name: 'Runtime.ExitError' }
const outcome = (attempt: number, visit = 1) => replayStrike([strike], callOf(functionArn, { attempt, visit }))?.outcome

describe('a fault plan', () => {
  it('lets the first fault that strikes decide', () => {
    const plan = [fault('oom').at('Other'), fault('throttle').attempts(1), fault('oom')]
    expect(planStrike(plan, callOf(functionArn))?.outcome).toMatchObject({ error: 'Lambda.TooManyRequestsException' })
    expect(planStrike(plan, callOf(functionArn, { attempt: 2 }))?.outcome).toMatchObject({ error: 'Runtime.ExitError' })
    expect(planStrike(plan, callOf(putObject))).toBeUndefined()
    expect(planStrike(plan, callOf(functionArn))?.fault).toBe(plan[1])
  })

  it('tells S3 throttling at a named function in the words of its runtime', () => {
    const struck = planStrike([fault('s3-slowdown').at('Resize')], callOf(functionArn), { runtime: 'python3.12' })
    expect(struck?.definition.id).toBe('s3-slowdown-in-lambda')
    expect(struck?.outcome).toMatchObject({ error: 'ClientError' })
  })

  it("uses the function's own timeout, never the Task's", () => {
    const struck = planStrike([fault('lambda-timeout')], callOf(functionArn, { timeoutSeconds: 20 }), {
      timeoutSeconds: 10,
    })
    expect(struck?.outcome).toHaveProperty('cause', expect.stringContaining('10.00 seconds'))
  })
})

describe('a replay', () => {
  it('strikes the attempts it names, and no others', () => {
    expect(outcome(1)).toMatchObject({ error: 'Runtime.ExitError' })
    expect(outcome(2)).toMatchObject({ error: 'Runtime.ExitError' })
    expect(outcome(3)).toBeUndefined()
    expect(outcome(1, 2)).toBeUndefined()
  })

  it('does not mistake a state in a Map for one outside', () => {
    expect(replayStrike([strike], callOf(functionArn, { items: [{ map: 'Pages', index: 0 }] }))).toBeUndefined()
  })

  it('refuses a name that means nothing there', () => {
    expect(() => replayStrike([{ ...strike, name: 'Card.Declined' }], callOf(functionArn))).toThrow(
      'no fault of the catalogue gives "Card.Declined" at Resize',
    )
  })
})
