import { describe, expect, it } from 'vitest'
import { parseResource } from '../../../src/asl/resource.js'
import { catalogue, findFault } from '../../../src/faults/catalogue.js'
import { runtimes } from '../../../src/faults/fault-definition.js'
import { resolveStrikeName, strikeName } from '../../../src/faults/strike-name.js'
import { functionArn, lambdaInvoke, putObject } from './fixtures.js'

const lambda = parseResource(functionArn)

describe('the name of a strike', () => {
  it('is the error that people see', () => {
    expect(strikeName(findFault('oom'), lambda, 'node')).toBe('Runtime.ExitError')
    expect(strikeName(findFault('throttle'), lambda, 'node')).toBe('Lambda.TooManyRequestsException')
    expect(strikeName(findFault('timeout'), lambda, 'node')).toBe('States.Timeout')
    expect(strikeName(findFault('s3-slowdown'), parseResource(putObject), 'node')).toBe('S3.S3Exception')
  })

  it("is the fault's id where another fault has that error", () => {
    expect(strikeName(findFault('exception'), lambda, 'node')).toBe('Error')
    expect(strikeName(findFault('tmp-full'), lambda, 'node')).toBe('lambda-tmp-full')
    expect(strikeName(findFault('tmp-full'), lambda, 'python')).toBe('OSError')
  })

  it('gives the same fault back, for every row, resource and runtime', () => {
    const resources = [functionArn, lambdaInvoke, putObject, '${Placeholder}', 'arn:aws:states:::aws-sdk:lambda:invoke']
    for (const resource of resources.map(parseResource)) {
      for (const row of catalogue.filter((row) => row.appliesTo(resource))) {
        for (const runtime of runtimes) {
          expect(resolveStrikeName(strikeName(row, resource, runtime), resource, runtime)).toBe(row)
        }
      }
    }
  })

  it('that no fault has there is unknown', () => {
    expect(resolveStrikeName('S3.S3Exception', lambda, 'node')).toBeUndefined()
    expect(resolveStrikeName('__proto__', lambda, 'node')).toBeUndefined()
  })
})
