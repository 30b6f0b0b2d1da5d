import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/asl/json.js'
import { definitionProblems } from '../../../../src/harness/checks/definition-problems.js'
import { duplicateMembers } from '../../../../src/harness/checks/duplicate-members.js'
import { fillSubstitutions } from '../../../../src/asl/fields/fill-substitutions.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'

function stateOf(state: Record<string, Json>): Json {
  return { StartAt: 'A', States: { A: { End: true, ...state } } }
}

function refusals(definition: Json): readonly string[] {
  return definitionProblems(definition, 'STANDARD', fillSubstitutions).flatMap(
    ({ severity, message, pointer, hint }) =>
      severity === 'error' ? [`${message} at ${pointer}${hint === undefined ? '' : ` (${hint})`}`] : [],
  )
}

const task = (Resource: string): Json => stateOf({ Type: 'Task', Resource })

describe("a Task's Resource", () => {
  it.each([
    'arn:aws:lambda:us-east-1:123456789012:function:f:live',
    'arn:aws-cn:lambda:cn-north-1:123456789012:function:f',
    'arn:aws-iso-b:states:::lambda:invoke',
    'arn:aws:states:us-east-1:123456789012:activity:a',
    'arn:aws:states:us-east-1:123456789012:aws-sdk:s3:getObject',
    'arn:${AWS::Partition}:states:::lambda:invoke',
    '${Function}',
  ])('may be %s', (resource) => {
    expect(refusals(task(resource))).toEqual([])
  })

  const what = 'it is the ARN of a function, of an activity or of an integration such as arn:aws:states:::lambda:invoke'

  it.each([
    ['my-function', what],
    ['arn:aws:lambda:us-east-1:<ACCOUNT>:function:f', what],
    ['${Function', what],
    ['', what],
    ['lambda:invoke', "did you mean 'arn:aws:states:::lambda:invoke'?"],
    ['states:::sqs:sendMessage.waitForTaskToken', "did you mean 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'?"],
    ['arn:states:::aws-sdk:s3:getObject', "did you mean 'arn:aws:states:::aws-sdk:s3:getObject'?"],
  ])('is an ARN, which %j is not', (resource, hint) => {
    expect(refusals(task(resource))).toEqual([`Value is not a valid resource ARN at /States/A/Resource (${hint})`])
  })

  it.each([
    ['arn:aws:sns:us-east-1:123456789012:topic', what],
    ['arn:aws:states:::lambda', what],
    ['arn:aws:states:::ecs:runTask.synk', "did you mean 'arn:aws:states:::ecs:runTask.sync'?"],
    [
      'arn:aws:states:::sqs:sendMessage.waitForTasktoken',
      "did you mean 'arn:aws:states:::sqs:sendMessage.waitForTaskToken'?",
    ],
  ])('is something that a Task calls, which %s is not', (resource, hint) => {
    const message = `The resource provided ${resource} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.`
    expect(refusals(task(resource))).toEqual([`${message} at /States/A/Resource (${hint})`])
  })

  it('may be anything where nothing is deployed', () => {
    expect(() => machine(task('my-function'))).not.toThrow()
  })

  it('may stand for a resource of a type that a template does not tell', () => {
    expect(refusals(task('arn:aws:unknown:us-east-1:123456789012:resource/F'))).toEqual([])
  })
})

describe('a placeholder', () => {
  it.each<Record<string, Json>>([
    { Type: 'Wait', Seconds: '${Pause}' },
    { Type: 'Wait', Timestamp: '${When}' },
    {
      Type: 'Map',
      MaxConcurrency: '${Most}',
      ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } },
    },
    { Type: 'Task', Resource: '${F}', TimeoutSeconds: '${T}', Retry: [{ ErrorEquals: ['X'], MaxAttempts: '${N}' }] },
  ])('may stand for a number or a time: %j', (state) => {
    expect(refusals(stateOf(state))).toEqual([])
  })

  it('may stand for a number in a Choice', () => {
    const rule = { And: [{ Not: { Variable: '$.n', NumericLessThan: '${Most}' } }], Next: 'B' }
    const A = { Type: 'Choice', Choices: [rule], Default: 'B' }
    expect(refusals({ StartAt: 'A', States: { A, B: { Type: 'Succeed' } } })).toEqual([])
  })

  it.each<[Record<string, Json>, string]>([
    [{ Type: 'Wait', Seconds: '${Pause}' }, "'Seconds' is known at deployment only: write one in place of ${Pause}"],
    [{ Type: 'Wait', Timestamp: '${When}' }, "'Timestamp' is known at deployment only: write one in place of ${When}"],
    [{ Type: 'Task', Resource: 'f', TimeoutSeconds: '${T}' }, "'TimeoutSeconds' is known at deployment only"],
  ])('is what a run says that it lacks: %j', (state, message) => {
    expect(() => machine(stateOf(state))).toThrow(message)
  })

  it('hides nothing beside it', () => {
    expect(refusals(stateOf({ Type: 'Wait', Seconds: '${Pause}', OutputPath: '$.a[' }))).toHaveLength(1)
  })
})

describe('members that become one', () => {
  it('are told in any template', () => {
    const found = duplicateMembers(
      stateOf({
        Type: 'Pass',
        Parameters: { list: [{ a: 1, 'a.$': '$' }] },
        Assign: { b: { c: 1, 'c.$': '$' }, 'd.$': '$' },
      }),
    )
    expect(found.map(({ severity, message, pointer }) => `${severity}: ${message} at ${pointer}`)).toEqual([
      "error: 'a' and 'a.$' become one member at /States/A/Parameters/list/0/a.$",
      "error: 'c' and 'c.$' become one member at /States/A/Assign/b/c.$",
    ])
  })

  it('are none in JSONata, nor in a Result', () => {
    const both = { a: 1, 'a.$': '$' }
    expect(duplicateMembers(stateOf({ Type: 'Pass', Result: both }))).toEqual([])
    expect(duplicateMembers(stateOf({ Type: 'Pass', QueryLanguage: 'JSONata', Output: both }))).toEqual([])
  })
})
