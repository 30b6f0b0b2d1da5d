import { describe, expect, it } from 'vitest'
import { fault } from '../../../src/faults/fault.js'
import { faultTargets } from '../../../src/faults/fault-target.js'
import { plannedSites, whyNowhere } from '../../../src/faults/planned-sites.js'
import { functionArn, lambdaInvoke, putObject } from './fixtures.js'

const task = (Resource: string, Parameters: object = {}) => ({ Type: 'Task', Resource, Parameters, End: true })
const ItemProcessor = { StartAt: 'Resize', States: { Resize: task(functionArn) } }
const targets = faultTargets(
  {
    StartAt: 'All',
    States: {
      All: { Type: 'Map', ItemProcessor, Next: 'Put' },
      Put: task(putObject),
      Named: task(lambdaInvoke, { FunctionName: 'notify' }),
      Chosen: task(lambdaInvoke, { 'FunctionName.$': '$.name' }),
    },
  } as never,
  'STANDARD',
)

const planned = (text: string) => plannedSites(targets, [fault('oom').on(text)]).map(({ state }) => state)

describe('the sites that a plan would strike', () => {
  it('are the states that each fault applies to', () => {
    const [first] = plannedSites(targets, [fault('oom').at('Res*'), fault('s3-slowdown')])
    expect(first).toMatchObject({
      state: 'Resize',
      pointer: '/States/All/ItemProcessor/States/Resize',
      point: 'task',
      strikes: 'lambda-oom',
      resource: functionArn,
    })
    const both = plannedSites(targets, [fault('oom'), fault('s3-slowdown')])
    expect(both.map(({ state }) => state)).toEqual(['Resize', 'Named', 'Chosen', 'Put'])
  })

  it('are told by the row that strikes a named function', () => {
    expect(plannedSites(targets, [fault('s3-slowdown').at('Resize')])).toMatchObject([
      { strikes: 's3-slowdown-in-lambda' },
    ])
  })

  it('are those of a service, a function or a resource; a function that is only known later may be any', () => {
    expect(planned('svc:lambda')).toEqual(['Resize', 'Named', 'Chosen'])
    expect(planned('fn:resize')).toEqual(['Resize', 'Chosen'])
    expect(planned('fn:notify')).toEqual(['Named', 'Chosen'])
    expect(planned('resource:*:resize')).toEqual(['Resize'])
    expect(planned('svc:s3')).toEqual([])
  })
})

describe('a fault that can strike nowhere', () => {
  it.each([
    [fault('oom').at('Resise'), 'no state has that name; did you mean "Resize"?'],
    [fault('oom').at('X*'), 'no state has that name; there are All, Resize, Put, Named, Chosen'],
    [fault('oom').on('svc:ss3'), 'nothing there calls it; did you mean "s3"?'],
    [fault('oom').at('Put').item(2), 'the state is inside no Map, so it has no items'],
    [
      fault('oom').at('Resize').item(0, 2),
      'the state is inside 1 Map, and 2 items are given: several of one Map are [0|2]',
    ],
    [fault('oom').at('Put'), 'lambda-oom strikes tasks that call a Lambda function, and Put is none of them'],
  ])('%s is told why', (asked, why) => {
    expect(whyNowhere(asked, targets)).toBe(why)
  })

  it('is not one that can', () => {
    expect(whyNowhere(fault('oom').at('Resize').item(3), targets)).toBeUndefined()
  })
})
