import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkComplete,
  faultArguments,
  parseArguments,
  printArguments,
  argumentsAsText,
} from '../../../src/faults/fault-arguments.js'
import { argumentsFor } from './arbitrary-fault.js'

const help = 'for the test'
const row = {
  id: 'row',
  parameters: {
    name: { kind: 'text', help },
    rate: { kind: 'number', default: 0.5, help },
    by: { kind: 'duration', default: 5000, help },
    size: { kind: 'bytes', default: 262_144, help },
    value: { kind: 'json', default: {}, help },
  },
} as const

const read = (text: string) => parseArguments(row, text)

describe('the arguments of a fault', () => {
  it('are read back from their own text, and from what a file has', () => {
    fc.assert(
      fc.property(argumentsFor(row), (given) => {
        const args = faultArguments(row, given)
        expect(parseArguments(row, printArguments(row, args))).toEqual(args)
        expect(faultArguments(row, argumentsAsText(row, args))).toEqual(args)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['Card.Declined', { name: 'Card.Declined' }],
    [' Card.Declined , 0.25 , 30s ', { name: 'Card.Declined', rate: 0.25, by: 30_000 }],
    ['"a, \\"b\\" (c)", size=300KB', { name: 'a, "b" (c)', size: 307_200 }],
    ['x,value={"a":[1,"},("],"b":{}}', { name: 'x', value: { a: [1, '},('], b: {} } }],
    ['x,by=1h30m,rate=-1e3', { name: 'x', by: 5_400_000, rate: -1000 }],
    ['x, 0.5, 5s, 256KB, {}', { name: 'x' }],
    ['', {}],
  ])('(%s) are these', (text, args) => {
    expect(read(text)).toEqual(args)
  })

  it.each([
    ['x,y', 'row: rate must be a number, and "y" is none'],
    ['x,rate=1,2', 'row: "2" follows a value with a name: give it one, too'],
    ['x,1,1s,1,{},9', 'row: it takes only name, rate, by, size, value'],
    ['x,rat=1', 'row: it has no "rat"; did you mean "rate"?'],
    ['x,name=y', 'row: name is given twice'],
    ['x,by=5', 'row: by is not a duration: "5"'],
    ['x,by=soon', 'row: by is not a duration: "soon"'],
    ['x,size=big', 'row: size is not a size: "big"; write bytes, or a text such as 300KB or 6MB'],
    ['x,value={"a"', 'row: value must be JSON, and "{\\"a\\"" is none'],
    ['x,,', 'row: rate cannot be ""'],
  ])('(%s) are refused', (text, message) => {
    expect(() => read(text)).toThrow(message.replaceAll('\\"', '"'))
  })

  it('have to be given where there is no default', () => {
    expect(() => checkComplete(row, read('rate=1'))).toThrow('row needs its name (for the test): write row(...)')
    expect(() => checkComplete(row, read('x'))).not.toThrow()
  })

  it('of a value are copied, so that nobody changes them later', () => {
    const value = { a: [1] }
    const args = faultArguments(row, { value })
    value.a.push(2)
    expect(args).toEqual({ value: { a: [1] } })
    expect(Object.isFrozen(args)).toBe(true)
  })

  it('that are no values are refused', () => {
    expect(() => faultArguments(row, { value: () => 1 })).toThrow('row: value must be JSON')
    expect(() => faultArguments(row, { rate: Number.NaN })).toThrow('row: rate must be a number')
    expect(() => faultArguments(row, { name: 5 })).toThrow('row: name must be text')
    expect(() => faultArguments(row, { by: true })).toThrow('row: by must be a duration')
    expect(() => faultArguments(row, { toString: 'x' })).toThrow('row: it has no "toString"')
  })
})
