import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { inferInput } from '../../../src/explore/infer-input.js'
import { machine } from '../../../src/harness/machines/typed-machine.js'

const F = 'arn:aws:lambda:us-east-1:123456789012:function:f'

function inferred(states: Json, more: Readonly<Record<string, Json>> = {}): Json {
  return inferInput({ StartAt: 'A', States: states, ...more })
}

describe('an inferred input', () => {
  it('is {} where nothing is read', () => {
    expect(inferred({ A: { Type: 'Pass', End: true } })).toEqual({})
    expect(inferInput('no machine')).toEqual({})
    expect(inferInput({ StartAt: 'A', States: { A: { Type: 'Task', Next: 'A' } } })).toEqual({})
  })

  it('has a text with the name of each member that is read, through InputPath, templates and intrinsic functions', () => {
    const template = {
      'a.$': '$.order.id',
      'b.$': "States.Format('{} $.no', $['customer name'])",
      'c.$': 'States.MathAdd($.n, 1)',
      'd.$': '$$.Execution.Input.trace',
    }
    const A = { Type: 'Task', Resource: F, InputPath: '$.body', Parameters: template, End: true }
    expect(inferred({ A })).toEqual({
      body: { order: { id: 'id' }, 'customer name': 'customer name', n: 1 },
      trace: 'trace',
    })
  })

  it.each([
    ['MaxConcurrency', 1],
    ['ToleratedFailureCount', 1],
    ['ToleratedFailurePercentage', 1],
  ])('has the number that a Map in either language takes for %s', (field, value) => {
    const ItemProcessor = { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } }
    const map = { Type: 'Map', ItemProcessor, End: true }
    const inJsonata = { ...map, Items: [1], [field]: '{% $states.input.limit %}' }
    expect(inferred({ A: inJsonata }, { QueryLanguage: 'JSONata' })).toEqual({ limit: value })
    expect(inferred({ A: { ...map, ItemsPath: '$.items', [`${field}Path`]: '$.limit' } })).toMatchObject({
      limit: value,
    })
  })

  it('has the numbers that the reader and the batcher of a Map take', () => {
    const ItemProcessor = { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } }
    const ItemReader = { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { MaxItemsPath: '$.most' } }
    const ItemBatcher = { MaxItemsPerBatchPath: '$.each' }
    const A = { Type: 'Map', ItemReader, ItemBatcher, ItemProcessor, End: true }
    expect(inferred({ A })).toEqual({ most: 1, each: 1 })
  })

  it('says nothing of what a state wrote itself', () => {
    const A = { Type: 'Pass', Result: { x: 1 }, ResultPath: '$.made', Next: 'B' }
    const B = { Type: 'Task', Resource: F, Parameters: { 'x.$': '$.made.x', 'y.$': '$.given' }, End: true }
    expect(inferred({ A, B })).toEqual({ given: 'given' })
  })

  it('goes through a function that repeats what it got, and through the payload of lambda:invoke', () => {
    const A = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'f', 'Payload.$': '$.order' },
      OutputPath: '$.Payload',
      Next: 'B',
    }
    expect(inferred({ A, B: { Type: 'Wait', SecondsPath: '$.pause', End: true } })).toEqual({ order: { pause: 1 } })
  })

  it('has two items where a Map takes them, with what its states read', () => {
    const ItemProcessor = {
      StartAt: 'I',
      States: { I: { Type: 'Task', Resource: F, Parameters: { 'k.$': '$.item.key', 'n.$': '$.run' }, End: true } },
    }
    const ItemSelector = { 'item.$': '$$.Map.Item.Value', 'run.$': '$.run' }
    const A = { Type: 'Map', ItemsPath: '$.files', ItemSelector, ItemProcessor, End: true }
    expect(inferred({ A })).toEqual({ files: [{ key: 'key' }, { key: 'key' }], run: 'run' })
  })

  it('has what the first rule of a Choice asks for, and times where times are compared', () => {
    const Choices = [
      {
        And: [
          { Variable: '$.kind', StringEquals: 'card' },
          { Variable: '$.n', NumericGreaterThan: 5 },
        ],
        Next: 'B',
      },
      { Variable: '$.kind', StringEquals: 'cash', Next: 'B' },
      { Variable: '$.at', TimestampLessThanPath: '$.until', Next: 'B' },
    ]
    expect(inferred({ A: { Type: 'Choice', Choices }, B: { Type: 'Succeed' } })).toMatchObject({
      kind: 'card',
      n: 6,
      at: '2030-01-01T00:00:00Z',
    })
  })

  it('reads JSONata, its variables too', () => {
    const A = {
      Type: 'Task',
      Resource: F,
      Arguments: { id: '{% $states.input.order.id %}', total: '{% $sum($states.input.prices) %}' },
      Assign: { who: '{% $states.input.customer %}' },
      Output: '{% $states.input %}',
      Next: 'B',
    }
    const B = { Type: 'Choice', Choices: [{ Condition: "{% $who.kind = 'new' %}", Next: 'C' }], Default: 'C' }
    expect(inferred({ A, B, C: { Type: 'Succeed' } }, { QueryLanguage: 'JSONata' })).toEqual({
      order: { id: 'id' },
      prices: [{}, {}],
      customer: { kind: 'new' },
    })
  })

  it('keeps what a hostile definition reads as plain data, and comes to an end', () => {
    const A = { Type: 'Task', Resource: F, Parameters: { 'x.$': '$.__proto__.polluted' }, Next: 'A' }
    expect(JSON.stringify(inferred({ A }))).toBe('{"__proto__":{"polluted":"polluted"}}')
    expect(inferred({ A: { Type: 'Wait', SecondsPath: `$${'.a'.repeat(10_000)}`, End: true } })).toBeDefined()
  })

  it('lets a machine run', async () => {
    const Parameters = { 'id.$': '$.order.id' }
    const definition = { StartAt: 'A', States: { A: { Type: 'Task', Resource: F, Parameters, End: true } } }
    const run = await machine(definition).run({ onUnmockedTask: 'infer', input: inferInput(definition) })
    expect(run.output).toEqual({ id: 'id' })
  })
})
