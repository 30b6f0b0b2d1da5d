import { describe, expect, it } from 'vitest'
import { parseResource } from '../../../../src/asl/resource.js'
import { checkApiResult } from '../../../../src/tasks/api-shapes/check-shape.js'
import {
  booleanShape,
  listOf,
  mapOf,
  numberOf,
  oneOfShape,
  structure,
  textShape,
  textOf,
} from '../../../../src/tasks/api-shapes/shape.js'
import { shapeOf } from '../../../../src/tasks/api-shapes/shape-table.js'

const SHAPE = structure(
  {
    Name: textOf(1, 3),
    Size: numberOf(1, 9),
    Deleted: booleanShape,
    Class: oneOfShape('COLD', 'WARM'),
    Tags: mapOf(textShape),
    Parts: listOf(structure({ Id: textShape }, ['Id'])),
  },
  ['Name'],
)

describe('checkApiResult', () => {
  it.each([
    [{ Name: 1 }, "Field 'Name' must be a string"],
    [{ Name: '' }, "Field 'Name' is smaller than the minimum length"],
    [{ Size: '1' }, "Field 'Size' must be a number"],
    [{ Size: 0 }, "Field 'Size' is less than the minimum value"],
    [{ Size: 10 }, "Field 'Size' exceeds the maximum value"],
    [{ Deleted: 'true' }, "Field 'Deleted' must be a boolean"],
    [{ Class: 'HOT' }, "Field 'Class' is not an expected value"],
    [{ Parts: {} }, "Field 'Parts' must be an array"],
    [{ Parts: [{ Id: 'a' }, { Id: 2 }] }, "Field 'Id' must be a string"],
    [{ Tags: { any: 1 } }, "Field 'any' must be a string"],
  ])('finds in %j that %s', (result, fault) => {
    expect(checkApiResult(result, SHAPE, false)).toBe(fault)
  })

  it('asks for required members only if it is strict', () => {
    expect(checkApiResult({}, SHAPE, true)).toBe("Required field 'Name' is missing")
    expect(checkApiResult({}, SHAPE, false)).toBeUndefined()
    expect(checkApiResult({ Name: 'a', Parts: [{}] }, SHAPE, true)).toBe("Required field 'Id' is missing")
  })

  it('takes members that the model does not know, whatever they are called', () => {
    expect(checkApiResult(JSON.parse('{"Name": "a", "constructor": 1, "__proto__": 2}'), SHAPE, true)).toBeUndefined()
  })
})

const of = (arn: string) => shapeOf(parseResource(arn))

describe('shapeOf', () => {
  it('knows an attribute value of DynamoDB to any depth', () => {
    const shape = of('arn:aws:states:::dynamodb:getItem')
    if (shape === undefined || shape === 'free') throw new Error('no shape')
    expect(checkApiResult({ Item: { a: { L: [{ M: { b: { BOOL: 'yes' } } }] } } }, shape, true)).toBe(
      "Field 'BOOL' must be a boolean",
    )
  })

  it('leaves what a function, a worker or the holder of a token answers free', () => {
    expect(of('arn:aws:lambda:us-east-1:123456789012:function:f')).toBe('free')
    expect(of('arn:aws:states:us-east-1:123456789012:activity:a')).toBe('free')
    expect(of('arn:aws:states:::sqs:sendMessage.waitForTaskToken')).toBe('free')
  })

  it('tells the child that was started from the child that has ended', () => {
    expect(of('arn:aws:states:::states:startExecution')).not.toBe(of('arn:aws:states:::states:startExecution.sync:2'))
    expect(of('arn:aws:states:::aws-sdk:textract:detectDocumentText')).toBeUndefined()
  })
})
