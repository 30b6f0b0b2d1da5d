import { describe, expect, it } from 'vitest'
import type { LoadOptions } from '../../../src/iac/found-machines.js'
import { loadMachineSource } from '../../../src/iac/load-machine-source.js'
import type { MachineSource } from '../../../src/iac/machine-source.js'
import { HEAD } from './template-head.js'
import { filesWith } from './temporary.js'

/** A value as the machine of a template gets it, from an inline definition. */
function resolved(value: string, options?: LoadOptions): { value: unknown; machine: MachineSource } {
  const states = `StartAt: A\n        States: {A: {Type: Pass, End: true}}\n        Value: ${value}`
  const text = `${HEAD}  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      Definition:\n        ${states}\n`
  const machine = loadMachineSource(filesWith({ 'template.yaml': text }), options)
  return { value: (machine.definition as { Value?: unknown }).Value, machine }
}

describe('template functions that are known before deployment', () => {
  it.each([
    ['!Ref Stage', 'dev'],
    ['!Ref Count', '5'],
    ['!Ref Names', ['a', 'b']],
    ['!Ref AWS::Region', 'us-east-1'],
    ['!Ref AWS::AccountId', '123456789012'],
    ['!Ref AWS::NotificationARNs', []],
    ['!Sub "arn:${AWS::Partition}:x:${AWS::StackName}.${AWS::URLSuffix}"', 'arn:aws:x:stack.amazonaws.com'],
    ['!Sub "${Stage}-${ Count }-${Names}"', 'dev-5-a,b'],
    ['!Sub ["${a}${Stage}", {a: !Join ["-", [x, !Ref Stage]]}]', 'x-devdev'],
    ['!Join ["/", [a, 1, true, !Ref Stage, !Ref AWS::NoValue]]', 'a/1/true/dev'],
    ['!Join [",", !Ref Names]', 'a,b'],
    ['!Select [1, [a, b]]', 'b'],
    ['!Select ["0", !Split ["-", "x-y"]]', 'x'],
    ['!Select [1, !Ref Names]', 'b'],
    ['!Split [",", "a,b"]', ['a', 'b']],
    ['!FindInMap [Regions, !Ref AWS::Region, Arn]', 'arn:map'],
    ['!FindInMap [Regions, us-east-1, List]', ['x', 'y']],
    ['!FindInMap [Regions, none, Arn, {DefaultValue: !Ref Stage}]', 'dev'],
    ['!If [IsDev, 1, 2]', 1],
    ['!If [IsProd, 1, 2]', 2],
    ['!If [Not, 1, 2]', 2],
    ['!If [Both, 1, 2]', 2],
    ['!If [Either, 1, 2]', 1],
    ['!If [Loop, 1, 2]', 1],
    ['!If [Nowhere, 1, 2]', 2],
    ['{a: !If [IsProd, 1, !Ref AWS::NoValue], b: [!Ref AWS::NoValue, 2]}', { b: [2] }],
    ['!ToJsonString {a: !Ref Stage}', '{"a":"dev"}'],
    ['{Fn::Base64: !Ref Stage}', 'ZGV2'],
    ['!Length [a, b]', 2],
    ['!GetAZs ""', ['us-east-1a', 'us-east-1b', 'us-east-1c']],
    ['{Ref: Stage, more: 1}', { Ref: 'Stage', more: 1 }],
    ['{__proto__: {a: !Ref Stage}}', JSON.parse('{"__proto__":{"a":"dev"}}')],
  ])('%s', (text, value) => {
    const found = resolved(text)
    expect(found.value).toEqual(value)
    expect(found.machine.unresolved).toEqual([])
  })

  it('leave ${Literal} where the text says ${!Literal}', () => {
    expect(resolved('!Sub "${!Literal} ${Stage}"').value).toBe('${Literal} dev')
  })

  it('take the parameters the user gives, pseudo parameters too', () => {
    const parameters = { Stage: 'prod', Free: 'f', Secret: 's', 'AWS::Region': 'eu-west-1' }
    const text = '!Sub "${Stage} ${Free} ${Secret} ${AWS::Region} ${Fn.Arn}"'
    expect(resolved(text, { parameters }).value).toBe(
      'prod f s eu-west-1 arn:aws:lambda:eu-west-1:123456789012:function:Fn',
    )
    expect(resolved('!If [IsProd, 1, 2]', { parameters }).value).toBe(1)
  })
})

describe('values only known at deployment', () => {
  it.each([
    ['!Ref Free', 'Param:Free', 'Free'],
    ['!Ref Size', 'Param:Size', '3'],
    ['!Ref Kind', 'Param:Kind', 'small'],
    ['!Ref Secret', 'Param:Secret', 'Secret'],
    ['!Ref Fn', 'Ref:Fn', 'Fn'],
    ['!GetAtt Fn.Arn', 'GetAtt:Fn.Arn', 'arn:aws:lambda:us-east-1:123456789012:function:Fn'],
    ['{Fn::GetAtt: Fn.Arn}', 'GetAtt:Fn.Arn', 'arn:aws:lambda:us-east-1:123456789012:function:Fn'],
    ['!Ref Fn.Alias', 'Ref:Fn.Alias', 'arn:aws:lambda:us-east-1:123456789012:function:Fn:live'],
    ['!Ref Queue', 'Ref:Queue', 'https://sqs.us-east-1.amazonaws.com/123456789012/Queue'],
    ['!GetAtt Queue.Arn', 'GetAtt:Queue.Arn', 'arn:aws:sqs:us-east-1:123456789012:Queue'],
    ['!GetAtt Queue.QueueName', 'GetAtt:Queue.QueueName', 'Queue'],
    ['!Ref Bucket', 'Ref:Bucket', 'bucket'],
    ['!GetAtt Bucket.Arn', 'GetAtt:Bucket.Arn', 'arn:aws:s3:::bucket'],
    ['!Ref M', 'Ref:M', 'arn:aws:states:us-east-1:123456789012:stateMachine:M'],
    ['!Ref Nothing', 'Ref:Nothing', 'Nothing'],
    ['!ImportValue other', 'Import:other', 'other'],
    ['!FindInMap [Regions, none, Arn]', 'FindInMap:Regions.none.Arn', 'Regions.none.Arn'],
    ['!Select [9, [a]]', 'Select:9:a', 'Select-9'],
    ['!Select [1, [a, !Ref Fn]]', 'Ref:Fn', 'Fn'],
    ['!Select [5, !Split [":", !GetAtt Bucket.Arn]]', 'Select:5:GetAtt:Bucket.Arn', 'bucket'],
    ['"{{resolve:ssm:/x}}"', '{{resolve:ssm:/x}}', '{{resolve:ssm:/x}}'],
  ])('%s has a stand-in', (text, token, standIn) => {
    const { value, machine } = resolved(text)
    expect(value).toBe(standIn)
    expect(machine.unresolved).toEqual([{ token, standIn }])
  })

  it('do not count where they only decide something', () => {
    expect(resolved('!If [IsProd, !Ref Fn, x]').machine.unresolved).toEqual([])
    expect(resolved('!FindInMap [Regions, us-east-1, Arn, {DefaultValue: !Ref Fn}]').machine.unresolved).toEqual([])
  })
})

describe('a function that is out of place', () => {
  it('is told with the value that it makes, and what stands beside it', () => {
    expect(() => resolved('{Input: {"Fn::GetAtt": [F, Arn], "Input.$": "$.p"}}')).toThrow(
      'the value of "Input" is Fn::GetAtt and Input.$ at once; an object that calls a function has no other member: CloudFormation refuses it',
    )
  })

  it('is told with the value that it makes where nobody knows it', () => {
    expect(() => resolved('{Limit: {"Fn::Fortune": [1]}}')).toThrow(
      'Fn::Fortune, which the value of "Limit" is made by, is not supported within a state machine; write the value in place',
    )
  })
})
