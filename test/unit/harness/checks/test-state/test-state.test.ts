import { describe, expect, it } from 'vitest'
import type { Call } from '../../../../../src/engine/ports.js'
import { testState } from '../../../../../src/harness/checks/test-state/test-state.js'
import { ask, read, seen } from './ask.js'

const INVOKE = 'arn:aws:states:::lambda:invoke'

/** A service that gives back what it is sent. */
const echo = (call: Call) => ({ output: { sent: call.parameters } })

describe('testState', () => {
  it('takes a request as the command line of AWS sends it', () => {
    const answer = testState({
      definition:
        '{"Type": "Pass", "InputPath": "$.payload", "Parameters": {"sum.$": "States.MathAdd($.a, 1)"}, "ResultPath": "$.data", "Next": "Another"}',
      input: '{"payload": {"a": 1}}',
    })
    expect(answer).toEqual({
      output: '{"payload":{"a":1},"data":{"sum":2}}',
      nextState: 'Another',
      status: 'SUCCEEDED',
    })
  })

  it('shows every step of the data flow from DEBUG on', () => {
    const answer = ask({
      definition: {
        Type: 'Task',
        Resource: INVOKE,
        InputPath: '$.order',
        Parameters: { FunctionName: 'ship', Payload: { 'id.$': '$.id' } },
        ResultSelector: { 'parcel.$': '$.Payload.parcel' },
        ResultPath: '$.shipped',
        OutputPath: '$.shipped',
        End: true,
      },
      input: { order: { id: 7 } },
      mock: { result: '{"Payload": {"parcel": "p-1"}, "StatusCode": 200}' },
    })
    expect(answer).toMatchObject({ status: 'SUCCEEDED', output: '{"parcel":"p-1"}' })
    expect(seen(answer)).toEqual({
      input: { order: { id: 7 } },
      afterInputPath: { id: 7 },
      afterParameters: { FunctionName: 'ship', Payload: { id: 7 } },
      result: { Payload: { parcel: 'p-1' }, StatusCode: 200 },
      afterResultSelector: { parcel: 'p-1' },
      afterResultPath: { order: { id: 7 }, shipped: { parcel: 'p-1' } },
    })
  })

  it('draws the same random values for the inspection data as for the output', () => {
    const answer = ask({
      definition: {
        Type: 'Task',
        Resource: INVOKE,
        ResultSelector: { 'id.$': 'States.UUID()' },
        End: true,
      },
      mock: { result: '{}' },
    })
    expect(read(answer.inspectionData?.afterResultSelector)).toEqual(read(answer.output))
  })

  it('tells what a JSONata Task would send, and the variables after it', () => {
    const answer = ask({
      definition: {
        Type: 'Task',
        QueryLanguage: 'JSONata',
        Resource: INVOKE,
        Arguments: { FunctionName: '{% $name %}' },
        Assign: { parcel: '{% $states.result.Payload %}' },
        Output: '{% $states.input.id %}',
        End: true,
      },
      input: { id: 7 },
      variables: { name: 'ship' },
      mock: { result: '{"Payload": "p-1"}' },
    })
    expect(answer.output).toBe('7')
    expect(seen(answer)).toMatchObject({
      afterArguments: { FunctionName: 'ship' },
      variables: { name: 'ship', parcel: 'p-1' },
    })
  })

  it('finds a state by its name, in the Map it lies in and with an item', () => {
    const inner = {
      Type: 'Pass',
      Parameters: { 'index.$': '$$.Map.Item.Index', 'item.$': '$$.Map.Item.Value' },
      End: true,
    }
    const definition = {
      StartAt: 'Files',
      States: {
        Files: { Type: 'Map', ItemProcessor: { StartAt: 'File', States: { File: inner } }, End: true },
      },
    }
    const { output } = ask({ definition, stateName: 'File', input: '"a"' })
    expect(read(output)).toEqual({ index: 0, item: 'a' })
  })

  it('gives expressions the context object of the request', () => {
    const answer = ask({
      definition: {
        Type: 'Task',
        Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
        Parameters: { MessageBody: { 'token.$': '$$.Task.Token', 'by.$': '$$.Execution.Name' }, QueueUrl: 'queue' },
        End: true,
      },
      context: { Task: { Token: 'ours' }, Execution: { Name: 'nightly' } },
      mock: { result: '"done"' },
    })
    expect(seen(answer)).toMatchObject({
      afterParameters: { MessageBody: { token: 'ours', by: 'nightly' }, QueueUrl: 'queue' },
    })
  })

  it('makes up what a context object of the request leaves out, also of an empty Execution', () => {
    const Parameters = { FunctionName: 'f', Payload: { 'in.$': '$$.Execution.Input', 'state.$': '$$.State.Name' } }
    const definition = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Parameters, End: true }
    const context = { Execution: {}, State: { RetryCount: 2 } }
    const answer = ask({ definition, input: { a: 1 }, context, mock: { result: '{"Payload":1}' } })
    expect(seen(answer)).toMatchObject({ afterParameters: { Payload: { in: { a: 1 }, state: 'StateName' } } })
  })

  it('takes an item in the context of a state within a Map', () => {
    const inner = {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Parameters: { FunctionName: 'f', 'Payload.$': '$$.Map.Item' },
      End: true,
    }
    const Map = { Type: 'Map', ItemProcessor: { StartAt: 'File', States: { File: inner } }, End: true }
    const context = { Map: { Item: { Index: 3, Value: 'c' } } }
    const answer = ask({
      definition: { StartAt: 'M', States: { M: Map } },
      stateName: 'File',
      context,
      mock: { result: '{}' },
    })
    expect(seen(answer)).toMatchObject({ afterParameters: { Payload: { Index: 3, Value: 'c' } } })
  })

  it('says which rule of a Choice decides', () => {
    const definition = {
      Type: 'Choice',
      Choices: [{ Variable: '$.n', NumericGreaterThan: 1, Next: 'Many' }],
      Default: 'Few',
    }
    expect(ask({ definition, input: { n: 2 } }).nextState).toBe('Many')
    expect(ask({ definition, input: { n: 1 } }).nextState).toBe('Few')
  })

  it('fails without the prefix that names an event, as there are no events', () => {
    const answer = ask({ definition: { Type: 'Pass', Parameters: { 'a.$': '$.a' }, End: true }, input: {} })
    expect(answer).toMatchObject({ status: 'FAILED', error: 'States.Runtime' })
    expect(answer.cause).toMatch(/^The JSONPath '\$\.a' specified for the field 'a\.\$' could not be found/)
  })

  it('lets a Wait take no time, and fail where AWS would give up', () => {
    expect(ask({ definition: { Type: 'Wait', Seconds: 300, Next: 'Later' } })).toMatchObject({ nextState: 'Later' })
    expect(ask({ definition: { Type: 'Wait', Seconds: 301, Next: 'Later' } })).toMatchObject({
      error: 'States.Timeout',
    })
  })

  it('asks the given function for a Task without a mock, and else says what to give', () => {
    const definition = { Type: 'Task', Resource: INVOKE, Parameters: { FunctionName: 'ship' }, End: true }
    expect(ask({ definition }, { answer: echo }).output).toBe('{"sent":{"FunctionName":"ship"}}')
    expect(() => ask({ definition })).toThrow(/give the request a mock/)
  })

  it('says that a mock could not be checked where the model of the API is not known', () => {
    const definition = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:textract:detectDocumentText', End: true }
    const strict = ask({ definition, mock: { result: '{"Blocks": []}' } })
    expect(strict).toMatchObject({ status: 'SUCCEEDED', notice: expect.stringContaining('was not checked') })
    expect(ask({ definition, mock: { result: '{}', fieldValidationMode: 'NONE' } })).not.toHaveProperty('notice')
  })
})
