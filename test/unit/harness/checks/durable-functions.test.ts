import { describe, expect, it } from 'vitest'
import { problemsOf } from '../../../../src/harness/checks/problems.js'
import { loadMachineSource } from '../../../../src/iac/load-machine-source.js'
import { filesWith } from '../../iac/temporary.js'

/** What is told of a Task that calls a function of its template. */
function told(
  functionName: string,
  task = '',
  config = 'DurableConfig: { ExecutionTimeout: 86400 }',
): readonly string[] {
  const template = `Resources:
  Work:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      ${config}
  Live:
    Type: AWS::Lambda::Alias
    Properties: { FunctionName: !Ref Work, FunctionVersion: '1', Name: live }
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      Definition:
        StartAt: Do
        States:
          Do:
            Type: Task
            Resource: arn:aws:states:::lambda:invoke
            Parameters: { FunctionName: ${functionName} }
            ${task}
            End: true
`
  const source = loadMachineSource(filesWith({ 'template.yaml': template }))
  return problemsOf(source).map(({ message }) => message)
}

describe('a Task that invokes a durable function', () => {
  it.each(['!Ref Work', '!GetAtt Work.Arn'])('is warned about without a version or an alias: %s', (name) => {
    expect(told(name)).toEqual([
      'a durable function is invoked by a version or an alias only, and this Task names neither',
    ])
  })

  it('is fine by an alias', () => {
    expect(told('!Ref Live')).toEqual([])
  })

  it('is warned about where it waits longer than a synchronous invocation does', () => {
    expect(told('!Ref Live', 'TimeoutSeconds: 3600')).toEqual([
      'this Task waits 3600 seconds for a durable function, and a synchronous invocation ends after 900',
    ])
    expect(told('!Ref Live', 'TimeoutSeconds: 900')).toEqual([])
  })

  it('any other function may be called as people do', () => {
    expect(told('!Ref Work', 'TimeoutSeconds: 3600', 'Timeout: 30')).toEqual([])
  })
})
