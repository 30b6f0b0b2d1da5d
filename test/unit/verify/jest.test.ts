import { fails, machine, returns } from 'aslx'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { lambdaTask } from './factory.js'

const extend = vi.fn()
const ship = machine({ StartAt: 'Ship', States: { Ship: lambdaTask() } })

describe('aslx/jest', () => {
  beforeAll(() => vi.stubGlobal('expect', { extend }))
  afterAll(() => vi.unstubAllGlobals())

  it('extends the global expect, and exports what it adds for those that import theirs', async () => {
    const { matchers } = await import('aslx/jest')
    expect(extend.mock.calls).toEqual([[matchers]])
    expect(Object.keys(matchers).sort()).toMatchInlineSnapshot(`
      [
        "toCall",
        "toCatch",
        "toCompensate",
        "toCoverErrorPaths",
        "toFail",
        "toHaveEffects",
        "toHaveNoDuplicates",
        "toHaveNoFindings",
        "toMatchHistory",
        "toRetry",
        "toSucceed",
        "toTake",
        "toTimeOut",
        "toVisit",
      ]
    `)
  })

  it('compares as jest does: with its equals, and the testers that it hands on', async () => {
    const { matchers } = await import('aslx/jest')
    const seen: unknown[] = []
    const context = {
      equals: (a: unknown, b: unknown, testers?: readonly unknown[]) => seen.push(a, b, testers) > 0,
      customTesters: ['custom'],
      utils: { iterableEquality: 'iterable' },
    }
    const run = await ship.run({ tasks: { Ship: returns({}) } })
    expect(matchers.toSucceed.call(context, run, 'anything').pass).toBe(true)
    expect(seen).toEqual([run.output, 'anything', ['custom', 'iterable']])
  })

  it('gives a verdict with the message that jest asks for', async () => {
    const { matchers } = await import('aslx/jest')
    const run = await ship.run({ tasks: { Ship: fails('Lost') } })
    const { pass, message } = matchers.toFail(run, 'Found')
    expect(pass).toBe(false)
    expect(message()).toContain('expected StateMachine to fail with Found; it failed with Lost')
  })
})

describe('aslx/jest without a global expect', () => {
  it('only exports the matchers', async () => {
    vi.resetModules()
    await expect(import('aslx/jest')).resolves.toHaveProperty('matchers')
  })
})
