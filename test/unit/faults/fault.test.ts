import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue, findFault } from '../../../src/faults/catalogue.js'
import { type Fault, fault, parseFault } from '../../../src/faults/fault.js'
import type { Call } from '../../../src/engine/ports.js'
import { definitionForCall } from '../../../src/faults/strike-selection.js'
import { about, callOf, functionArn, lambdaInvoke, putObject } from './fixtures.js'

const strikes = (fault: Fault, { resource: { arn }, ...call }: Call) =>
  definitionForCall(fault, callOf(arn, call), about(arn)) !== undefined

describe('a fault', () => {
  it('is built step by step, each step a new value', () => {
    const oom = fault('oom')
    const narrow = oom.at('Resize').attempts(1, 2)
    expect(String(oom)).toBe('lambda-oom')
    expect(String(narrow)).toBe('lambda-oom@Resize.1..2')
    expect(String(narrow.item(0).visit(1).always())).toBe('lambda-oom@Resize[0]#1')
    expect(String(fault('oom').attempts(2))).toBe('lambda-oom@*.2')
    expect(String(fault('oom').at('Page*').attempts(3, Infinity))).toBe('lambda-oom@Page*.3..')
    expect(Object.isFrozen(narrow)).toBe(true)
  })

  it('is plain text in JSON', () => {
    expect(JSON.stringify([fault('enospc').at('Step 1.5')])).toBe('["lambda-tmp-full@\\"Step 1.5\\""]')
  })

  it('is read as the command line has it, and printed by its id', () => {
    expect(String(parseFault('oom@Resize.1..2'))).toBe('lambda-oom@Resize.1..2')
    expect(parseFault('oom@Resize.1..2')).toEqual(fault('lambda-oom').at('Resize').attempts(1, 2))
    expect(parseFault('timeout')).toEqual(parseFault('task-timeout@*'))
  })

  it('is read back from its own text', () => {
    const rows = catalogue.filter((row) =>
      Object.values(row.parameters ?? {}).every((one) => one.default !== undefined),
    )
    const names = rows.flatMap((row) => [row.id, ...row.aliases])
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.string(), fc.nat(5), fc.nat(5), (name, state, item, extra) => {
        const asked = fault(name)
          .at(state)
          .item(item)
          .attempts(1 + item, 1 + item + extra)
        expect(parseFault(String(asked))).toEqual(asked)
      }),
    )
  })

  it('with a name nobody knows is told with the nearest one', () => {
    expect(() => fault('lambda-ooom')).toThrowError(
      expect.objectContaining({ kind: 'usage', message: expect.stringContaining('did you mean "lambda-oom"?') }),
    )
  })

  it('with arguments that it does not take, or with numbers that cannot be, is refused', () => {
    expect(() => parseFault('throttle(concurrency=10)@Resize')).toThrow('it has no "concurrency"')
    expect(() => fault('oom').attempts(0)).toThrow('they count from 1')
    expect(() => fault('oom').attempts(3, 2)).toThrow('there are no attempts 3 to 2')
    expect(() => fault('oom').item(-1)).toThrow('from 0')
    expect(() => fault('oom').visit(1.5)).toThrow('from 1')
  })
})

describe('what a fault strikes', () => {
  it('is every attempt at every state it can happen to, without a state', () => {
    const oom = fault('oom')
    expect(strikes(oom, callOf(functionArn, { attempt: 7, visit: 3 }))).toBe(true)
    expect(strikes(oom, callOf(lambdaInvoke))).toBe(true)
    expect(strikes(oom, callOf('arn:aws:states:::lambda:invoke.waitForTaskToken'))).toBe(true)
    expect(strikes(oom, callOf(putObject))).toBe(false)
    expect(strikes(oom, callOf('arn:aws:states:::aws-sdk:lambda:invoke'))).toBe(false)
  })

  it('takes a resource that could not be resolved for a function', () => {
    expect(strikes(fault('oom'), callOf('${ResizeFunctionArn}'))).toBe(true)
    expect(strikes(fault('throttle'), callOf('${ResizeFunctionArn}'))).toBe(true)
  })

  it('is S3 through the SDK alone when S3 slows down, but also a function asked for by its state', () => {
    expect(strikes(fault('s3-slowdown'), callOf(putObject))).toBe(true)
    expect(strikes(fault('s3-slowdown'), callOf(functionArn))).toBe(false)
    expect(strikes(fault('s3-slowdown').at('*'), callOf(functionArn))).toBe(false)
    expect(strikes(fault('s3-slowdown').at('Resize'), callOf(functionArn))).toBe(true)
    expect(strikes(fault('s3-429').at('Re*'), callOf(lambdaInvoke))).toBe(true)
    expect(strikes(fault('s3-slowdown').at('Resize'), callOf('arn:aws:states:::sqs:sendMessage'))).toBe(false)
  })

  it('is any task when the answer never comes', () => {
    expect(strikes(fault('timeout'), callOf('arn:aws:states:us-east-1:123456789012:activity:approve'))).toBe(true)
  })
})

it('S3 throttling is found by the name people remember', () => {
  expect(findFault('s3-429').effect.kind).toBe('service-error')
})
