import type { FunctionFacts } from '../../../src/asl/function-facts.js'
import { describe, expect, it } from 'vitest'
import { catalogue, findFault } from '../../../src/faults/catalogue.js'
import { definitionAt, runtimes } from '../../../src/faults/fault-definition.js'
import { renderFault } from '../../../src/faults/render.js'
import { contextOf, functionArn, lambdaInvoke, putObject, requestId, targetOf } from './fixtures.js'

const render = (name: string, arn: string, called: FunctionFacts = {}) => {
  const rendered = renderFault(findFault(name), contextOf(arn, called))
  return rendered.kind === 'failure' ? rendered.failure : rendered.kind
}

describe('a denied call', () => {
  it.each([
    ['ecs:runTask.sync', 'ECS.AccessDeniedException', 'ecs:RunTask'],
    ['aws-sdk:kms:encrypt', 'Kms.KmsException', 'kms:Encrypt'],
    ['states:startExecution', 'StepFunctions.AWSStepFunctionsException', 'states:StartExecution'],
  ])('of %s has a name of the service', (action, error, permission) => {
    const denied = render('service-access-denied', `arn:aws:states:::${action}`)
    expect(denied).toMatchObject({ error })
    expect(denied).toHaveProperty('cause', expect.stringContaining(`is not authorized to perform: ${permission} `))
  })

  it('has a row of its own at some services', () => {
    const { appliesTo } = findFault('service-access-denied')
    expect([functionArn, lambdaInvoke, putObject].filter((arn) => appliesTo(targetOf(arn)))).toEqual([])
  })

  it.each([
    ['s3-access-denied', 'ClientError'],
    ['ddb-access-denied', 'ClientError'],
    ['sqs-access-denied', 'ClientError'],
    ['sns-access-denied', 'ClientError'],
  ])('%s inside a function of Python is %s, and has the id of the row inside', (id, error) => {
    const inside = definitionAt(findFault(id), targetOf(functionArn), true)
    expect(inside?.id).toBe(`${id}-in-lambda`)
    expect(render(`${id}-in-lambda`, functionArn, { runtime: 'python3.13' })).toMatchObject({ error })
  })
})

describe('an error inside a function', () => {
  it('is told byte for byte as the runtime prints it when the task calls the function by its ARN', () => {
    expect(render('lambda-oom', functionArn)).toEqual({
      error: 'Runtime.ExitError',
      cause: `{"errorType":"Runtime.ExitError","errorMessage":"RequestId: ${requestId} Error: Runtime exited with error: signal: killed"}`,
    })
    const outcome = render('exception', functionArn, { runtime: 'python3.13' })
    expect(outcome).toMatchObject({ error: 'Exception' })
    expect(outcome).toHaveProperty(
      'cause',
      `{"errorMessage": "something went wrong", "errorType": "Exception", "requestId": "${requestId}", "stackTrace": ["  File \\"/var/task/handler.py\\", line 2, in handler\\n    process(event)\\n"]}`,
    )
  })

  it('is re-serialised without spaces through lambda:invoke', () => {
    expect(render('exception', lambdaInvoke, { runtime: 'python3.13' })).toHaveProperty(
      'cause',
      `{"errorMessage":"something went wrong","errorType":"Exception","requestId":"${requestId}","stackTrace":["  File \\"/var/task/handler.py\\", line 2, in handler\\n    process(event)\\n"]}`,
    )
  })

  it.each([
    ['node', 'Error', 'SlowDown'],
    ['python', 'OSError', 'ClientError'],
    ['java', 'java.io.IOException', 'software.amazon.awssdk.services.s3.model.S3Exception'],
    ['dotnet', 'IOException', 'AmazonS3Exception'],
    ['ruby', 'Function<Errno::ENOSPC>', 'Function<Aws::S3::Errors::SlowDown>'],
    ['go', 'PathError', 'OperationError'],
  ])('has the name that %s gives it', (runtime, full, throttled) => {
    expect(render('tmp-full', functionArn, { runtime })).toMatchObject({ error: full })
    expect(render('s3-slowdown-in-lambda', functionArn, { runtime })).toMatchObject({ error: throttled })
  })

  it('names the runtime as templates do, and takes Node where it is not known', () => {
    expect(render('tmp-full', functionArn, { runtime: 'java21' })).toMatchObject({ error: 'java.io.IOException' })
    expect(render('tmp-full', functionArn, { runtime: 'provided.al2023' })).toMatchObject({ error: 'PathError' })
    expect(render('tmp-full', functionArn)).toMatchObject({ error: 'Error' })
  })

  it("is a timeout with two decimals of the function's own seconds, 3 unless they are known", () => {
    expect(render('lambda-timeout', functionArn)).toEqual({
      error: 'Sandbox.Timedout',
      cause: `{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: ${requestId} Error: Task timed out after 3.00 seconds"}`,
    })
    expect(render('lambda-timeout', functionArn, { timeoutSeconds: 900 })).toHaveProperty(
      'cause',
      expect.stringContaining('after 900.00 seconds'),
    )
  })
})

describe('an error of a service', () => {
  it('has the envelope of SDK v1 through Lambda, and of SDK v2 through aws-sdk', () => {
    const v1 = `Rate Exceeded. (Service: AWSLambda; Status Code: 429; Error Code: TooManyRequestsException; Request ID: ${requestId}; Proxy: null)`
    expect(render('throttle', functionArn)).toEqual({ error: 'Lambda.TooManyRequestsException', cause: v1 })
    expect(render('throttle', lambdaInvoke)).toEqual({ error: 'Lambda.TooManyRequestsException', cause: v1 })
    expect(render('throttle', 'arn:aws:states:::aws-sdk:lambda:invoke')).toEqual({
      error: 'Lambda.TooManyRequestsException',
      cause: `Rate Exceeded. (Service: Lambda, Status Code: 429, Request ID: ${requestId}) (SDK Attempt Count: 1)`,
    })
  })

  it('has the generic name where the SDK models no other, and the two ids of S3', () => {
    const outcome = render('s3-slowdown', putObject)
    expect(outcome).toHaveProperty('error', 'S3.S3Exception')
    expect(outcome).toHaveProperty(
      'cause',
      expect.stringMatching(
        /^Please reduce your request rate\. \(Service: S3, Status Code: 503, Request ID: [0-9A-F]{16}, Extended Request ID: [A-Za-z0-9+/]{43}=\)$/,
      ),
    )
    expect(render('s3-slowdown', putObject)).toEqual(outcome)
  })

  it('is a mistake of the catalogue where the fault cannot happen', () => {
    expect(() => render('s3-slowdown', functionArn)).toThrow('s3-slowdown has no error for')
  })
})

it('a task timeout is an answer that never comes', () => {
  expect(render('task-timeout', putObject)).toBe('hang')
})

describe('every row of the catalogue', () => {
  const arns = [functionArn, lambdaInvoke, putObject, '${ResizeFunction}', 'arn:aws:states:::sqs:sendMessage']

  it.each(catalogue.map((row) => [row.id, row] as const))('%s can be rendered wherever it applies', (_, row) => {
    for (const arn of arns) {
      const definition = definitionAt(row, targetOf(arn), true)
      if (definition === undefined) continue
      for (const runtime of runtimes) {
        const rendered = renderFault(definition, contextOf(arn, { runtime }, { name: 'Card.Declined' }))
        if (rendered.kind !== 'failure') continue
        expect(rendered.failure.error ?? 'Absent').toMatch(/^[A-Za-z]/)
        expect(rendered.failure.cause ?? '').not.toMatch(/\{[a-z_]+\}/)
      }
    }
  })

  it('has names that nothing else has', () => {
    const names = catalogue.flatMap((row) => [row.id, ...row.aliases])
    expect(new Set(names).size).toBe(names.length)
  })
})
