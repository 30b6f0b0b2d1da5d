import { describe, expect, it } from 'vitest'
import { catalogue, findFault } from '../../../src/faults/catalogue.js'
import { runtimes } from '../../../src/faults/fault-definition.js'
import { resolveStrikeName, strikeName } from '../../../src/faults/strike-name.js'
import { fault } from '../../../src/faults/fault.js'
import { functionArn, lambdaInvoke, putObject, targetOf } from './fixtures.js'

const lambda = targetOf(functionArn)
const s3 = targetOf(putObject)

describe('the name of a strike', () => {
  it('is the error that people see', () => {
    expect(strikeName(findFault('oom'), lambda, 'node').name).toBe('Runtime.ExitError')
    expect(strikeName(findFault('throttle'), lambda, 'node').name).toBe('Lambda.TooManyRequestsException')
    expect(strikeName(findFault('timeout'), lambda, 'node').name).toBe('States.Timeout')
    expect(strikeName(findFault('s3-slowdown'), s3, 'node').name).toBe('S3.S3Exception')
  })

  it("is the fault's id where another fault has that error", () => {
    expect(strikeName(findFault('exception'), lambda, 'node').name).toBe('Error')
    expect(strikeName(findFault('tmp-full'), lambda, 'node').name).toBe('lambda-tmp-full')
    expect(strikeName(findFault('tmp-full'), lambda, 'python').name).toBe('OSError')
  })

  it('is the error that was asked for by its name, unless that means another fault there', () => {
    const name = (text: string) => {
      const { definition, args } = fault(text)
      return strikeName(definition, lambda, 'node', args)
    }
    expect(name('error(Card.Declined)')).toEqual({ name: 'Card.Declined' })
    expect(name('error(Card.Declined, cause="no funds")')).toEqual({ name: 'Card.Declined', args: 'cause="no funds"' })
    expect(name('error(Runtime.ExitError)')).toEqual({ name: 'error', args: 'Runtime.ExitError' })
    expect(name('error(declined)')).toEqual({ name: 'error', args: 'declined' })
  })

  it('gives the same fault back, for every row, resource and runtime', () => {
    const arns = [functionArn, lambdaInvoke, putObject, '${Placeholder}', 'arn:aws:states:::aws-sdk:lambda:invoke']
    for (const target of arns.map(targetOf)) {
      for (const row of catalogue.filter((row) => row.appliesTo(target))) {
        for (const runtime of runtimes) {
          expect(resolveStrikeName(strikeName(row, target, runtime), target, runtime)?.definition).toBe(row)
        }
      }
    }
  })

  it('that no fault has there is unknown, unless it looks like an error of its own', () => {
    const found = (name: string) => resolveStrikeName({ name }, lambda, 'node')?.definition.id
    expect(found('S3.S3Exception')).toBe('error')
    expect(found('lambda-ooom')).toBeUndefined()
    expect(found('__proto__')).toBeUndefined()
  })
})
