import { describe, expect, it } from 'vitest'
import type { HistoryEvent } from '../../../src/engine/event-types.js'
import { toApiHistory } from '../../../src/wire/history-json.js'

const at = { id: 7, previousEventId: 6, atMs: Date.UTC(2030, 0, 1, 12, 30, 15, 42) }

function shown(event: HistoryEvent) {
  return toApiHistory([event]).events[0]
}

describe('toApiHistory', () => {
  it('writes time as ISO text, and id, previousEventId and type as they are', () => {
    expect(shown({ ...at, type: 'MapRunSucceeded', details: undefined })).toEqual({
      timestamp: '2030-01-01T12:30:15.042Z',
      type: 'MapRunSucceeded',
      id: 7,
      previousEventId: 6,
    })
  })

  it('keeps the order of the events', () => {
    const { events } = toApiHistory([
      { ...at, id: 1, previousEventId: 0, type: 'ExecutionStarted', details: { input: {}, roleArn: 'role' } },
      { ...at, id: 2, previousEventId: 0, type: 'PassStateEntered', details: { name: 'A', input: {} } },
    ])
    expect(events.map((event) => event.type)).toEqual(['ExecutionStarted', 'PassStateEntered'])
  })

  it('writes the input of a state as compact JSON text beside inputDetails', () => {
    expect(shown({ ...at, type: 'TaskStateEntered', details: { name: 'A', input: [1, { a: 'x' }] } })).toMatchObject({
      stateEnteredEventDetails: { name: 'A', input: '[1,{"a":"x"}]', inputDetails: { truncated: false } },
    })
  })

  it('writes each assigned variable as JSON text of its own', () => {
    const details = { name: 'A', output: null, assignedVariables: { x: 1, y: 'str', z: { a: [] } } }
    expect(shown({ ...at, type: 'PassStateExited', details })).toMatchObject({
      stateExitedEventDetails: {
        name: 'A',
        output: 'null',
        outputDetails: { truncated: false },
        assignedVariables: { x: '1', y: '"str"', z: '{"a":[]}' },
        assignedVariablesDetails: { truncated: false },
      },
    })
  })

  it('has no assignedVariables when nothing was assigned', () => {
    const event = shown({ ...at, type: 'PassStateExited', details: { name: 'A', output: {} } })
    expect(Object.keys(event?.stateExitedEventDetails ?? {})).toEqual(['name', 'output', 'outputDetails'])
  })

  it('gives a variable called __proto__ as an ordinary member', () => {
    const assignedVariables = JSON.parse('{"__proto__": 1}')
    const event = shown({ ...at, type: 'PassStateExited', details: { name: 'A', output: {}, assignedVariables } })
    expect(JSON.stringify(event?.stateExitedEventDetails?.assignedVariables)).toBe('{"__proto__":"1"}')
  })

  it('writes the parameters of a task as text, with nothing beside them', () => {
    const details = { resourceType: 'lambda', resource: 'invoke', region: 'us-east-1', parameters: { a: 1 } }
    expect(shown({ ...at, type: 'TaskScheduled', details: { ...details, timeoutInSeconds: 5 } })).toMatchObject({
      taskScheduledEventDetails: { ...details, parameters: '{"a":1}', timeoutInSeconds: 5 },
    })
  })

  it('leaves out an error and a cause that are not there, but keeps the empty details', () => {
    expect(shown({ ...at, type: 'ExecutionFailed', details: {} })).toHaveProperty('executionFailedEventDetails', {})
    const timedOut = shown({ ...at, type: 'LambdaFunctionTimedOut', details: { error: 'States.Timeout' } })
    expect(timedOut?.lambdaFunctionTimedOutEventDetails).toEqual({ error: 'States.Timeout' })
  })

  it.each(['LambdaFunctionStarted', 'TaskStateAborted', 'ParallelStateStarted', 'MapStateSucceeded'] as const)(
    'gives %s no details at all',
    (type) => {
      expect(Object.keys(shown({ ...at, type, details: undefined }) ?? {})).toEqual([
        'timestamp',
        'type',
        'id',
        'previousEventId',
      ])
    },
  )

  it('names the details of Lambda, activity, Map and evaluation events after their type', () => {
    const worker = shown({ ...at, type: 'ActivityStarted', details: { workerName: 'w' } })
    const iteration = shown({ ...at, type: 'MapIterationAborted', details: { name: 'M', index: 3 } })
    const details = { error: 'States.QueryEvaluationError', cause: 'why', location: 'Output', state: 'A' }
    const evaluation = shown({ ...at, type: 'EvaluationFailed', details })
    expect(worker?.activityStartedEventDetails).toEqual({ workerName: 'w' })
    expect(iteration?.mapIterationAbortedEventDetails).toEqual({ name: 'M', index: 3 })
    expect(evaluation?.evaluationFailedEventDetails).toEqual(details)
  })
})
