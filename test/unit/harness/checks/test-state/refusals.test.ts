import { describe, expect, it } from 'vitest'
import { testState } from '../../../../../src/harness/checks/test-state/test-state.js'
import { ServiceException } from '../../../../../src/wire/service-exception.js'
import { ask } from './ask.js'

const PASS = { Type: 'Pass', End: true }
const TASK = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', End: true }
const PARALLEL = { Type: 'Parallel', Branches: [{ StartAt: 'A', States: { A: PASS } }], End: true }
const mock = { result: '{}' }

function refusalOf(request: () => unknown): string {
  try {
    request()
  } catch (error) {
    if (error instanceof ServiceException) return `${error.name}: ${error.message}`
    throw error
  }
  return 'none'
}

describe('testState refuses', () => {
  it.each([
    [
      'a mock of a state that calls nothing',
      { definition: PASS, mock },
      /^ValidationException: State type 'Pass' is not/,
    ],
    ['two mocks in one', { definition: TASK, mock: { ...mock, errorOutput: {} } }, /only one of the following fields/],
    [
      'a mocked result that is no JSON',
      { definition: TASK, mock: { result: 'x' } },
      /Mocked result must be valid JSON$/,
    ],
    [
      'a Parallel without a mock',
      { definition: PARALLEL },
      /^InvalidDefinition: TestState API does not support Map or/,
    ],
    [
      'results of too many branches',
      { definition: PARALLEL, mock: { result: '[1, 2]' } },
      /number of Parallel branches/,
    ],
    ['secrets with a mock', { definition: TASK, mock, revealSecrets: true }, /does not support RevealSecrets/],
    ['a context without a mock', { definition: PASS, context: {} }, /does not support Context/],
    ['an item in the context', { definition: TASK, mock, context: { Map: {} } }, /^ValidationException: 'Map' field/],
    [
      'a token in the context of a state that has none',
      { definition: TASK, mock, context: { Task: { Token: 't' } } },
      /^ValidationException: 'Task' field is not supported/,
    ],
    [
      'an unknown field in it',
      { definition: TASK, mock, context: { Machine: {} } },
      /'Machine' field is not supported/,
    ],
    [
      'an unknown field within a field',
      { definition: TASK, mock, context: { Execution: { Status: 'RUNNING' } } },
      /'Execution.Status' field is not supported/,
    ],
    [
      'a field of another type',
      { definition: TASK, mock, context: { State: { RetryCount: '1' } } },
      /'State.RetryCount' field must be a number/,
    ],
    [
      'a field that is no object',
      { definition: TASK, mock, context: { State: 'A' } },
      /'State' field must be an object/,
    ],
    ['an empty name', { definition: { StartAt: 'A', States: { A: PASS } }, stateName: '' }, /Value '' at 'stateName'/],
    ['an unknown state', { definition: { StartAt: 'A', States: { A: PASS } }, stateName: 'B' }, /State not found/],
    [
      'an input that is no JSON',
      { definition: PASS, input: '{a' },
      /^InvalidExecutionInput: Invalid State Machine Exec/,
    ],
    [
      'a count below 0',
      { definition: TASK, mock, stateConfiguration: { retrierRetryCount: -1 } },
      /greater than or equal/,
    ],
    [
      'a mock that its API never gives',
      { definition: TASK, mock: { result: '{"StatusCode": ""}' } },
      /must be a number$/,
    ],
  ])('%s', (_what, request, message) => {
    expect(refusalOf(() => ask(request))).toMatch(message)
  })

  it('a Task that has neither a role nor a mock', () => {
    const definition = JSON.stringify(TASK)
    expect(refusalOf(() => testState({ definition }))).toBe(
      'ValidationException: RoleArn must be specified when testing a Task state',
    )
    expect(testState({ definition, mock }).status).toBe('SUCCEEDED')
  })

  it('a definition that AWS refuses, naming the single state StateName', () => {
    expect(refusalOf(() => ask({ definition: { Type: 'Pass' } }))).toMatch(
      /^InvalidDefinition: Invalid State Machine Definition: '.* at \/States\/StateName'$/,
    )
    expect(refusalOf(() => ask({ definition: { End: true } }))).toMatch(
      /These fields are required: \[Type\] at [^,]*'$/,
    )
    expect(refusalOf(() => ask({ definition: '{' }))).toMatch(/INVALID_JSON_DESCRIPTION/)
    expect(refusalOf(() => ask({ definition: '[]' }))).toMatch(/Definition must be a valid JSON object/)
  })

  it('nothing that a single state only names: the states it leads to', () => {
    const choice = { Type: 'Choice', Choices: [{ Variable: '$.a', IsPresent: true, Next: '__proto__' }], Default: 'B' }
    expect(ask({ definition: choice, input: { a: 1 } }).nextState).toBe('__proto__')
  })
})
