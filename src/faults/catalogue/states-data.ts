import type { FaultDefinition } from '../fault-definition.js'
import {
  dataPathOf,
  expressionOf,
  intrinsicCallOf,
  resultPathOf,
  templatePathOf,
  waitPathOf,
} from '../state-expressions.js'
import { allOf, isState } from '../applies-to-resources.js'
import { callsAnyOptimized, hasCatch, hasText } from '../applies-to-states.js'

const family = 'states-runtime'
const ERROR_HANDLING = 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html'

/** Errors of a definition that does not fit its data. The engine prefixes their causes and lets nothing catch them. */
const runtimeError = {
  family,
  aliases: [],
  at: 'state',
  matchedBy: [],
  transient: false,
  sideEffect: 'none',
} as const satisfies Partial<FaultDefinition>

const parametersPath: FaultDefinition = {
  ...runtimeError,
  id: 'states-runtime-parameters-path',
  title: 'A field of Parameters, ItemSelector or ResultSelector points at what is not there',
  aliases: ['missing-field', 'parameter-path'],
  targets: 'JSONPath states with a path in Parameters, ItemSelector or ResultSelector',
  appliesTo: (target) => templatePathOf(target) !== undefined,
  effect: {
    kind: 'error',
    error: 'States.Runtime',
    cause:
      "The JSONPath '{template_path}' specified for the field '{template_field}' could not be found in the input '{template_input}'",
  },
  notMatchedBy: ['States.ParameterPathFailure'],
  advice:
    'Nothing catches it, and handlers cause it most: a Catch without ResultPath replaces the whole input. Give every Catch a ResultPath, or check with IsPresent.',
  evidence: 'reported',
  source: ['LocalStack snapshots recorded against AWS: scenarios/test_base_scenarios::test_invalid_jsonpath'],
}

const inputPath: FaultDefinition = {
  ...runtimeError,
  id: 'states-runtime-inputpath',
  title: 'InputPath or OutputPath finds nothing',
  aliases: ['input-path', 'output-path'],
  targets: 'states with an InputPath or OutputPath into their data',
  appliesTo: (target) => dataPathOf(target) !== undefined,
  effect: {
    kind: 'error',
    error: 'States.Runtime',
    cause: "Invalid path '{data_path}' : No results for path: {normal_path}",
  },
  advice: 'Make sure that every way to this state brings what the path looks for: nothing can catch its absence.',
  evidence: 'reported',
  source: ['LocalStack snapshots recorded against AWS: scenarios/test_base_scenarios::test_invalid_jsonpath'],
}

const uncatchable: FaultDefinition = {
  ...runtimeError,
  id: 'states-runtime-uncatchable',
  title: 'A path finds nothing, and no Catch takes it, whatever it lists',
  aliases: ['uncatchable'],
  targets: 'states with a path into their data and a Catch',
  appliesTo: allOf(hasCatch, (target) => dataPathOf(target) !== undefined || templatePathOf(target) !== undefined),
  effect: { kind: 'error', error: 'States.Runtime', cause: '{path_failure}' },
  notMatchedBy: ['States.Runtime', 'States.ALL'],
  advice: 'Do not count on a Catch for mistakes of the definition: test the data before the state that needs it.',
  evidence: 'recorded',
  recording: {
    file: 'cases/scenarios/base_scenarios.catch_states_runtime-557a3b87.json',
    id: 'v2/scenarios/test_base_scenarios.py::TestBaseScenarios::test_catch_states_runtime',
    pointer: '/expect/events/5/executionFailedEventDetails',
  },
  source: ['the recording'],
}

const noChoiceMatched: FaultDefinition = {
  ...runtimeError,
  id: 'states-no-choice-matched',
  title: 'No rule of a Choice holds, and it has no Default',
  aliases: ['no-choice', 'choice'],
  targets: 'Choice states without Default',
  appliesTo: allOf(isState('Choice'), (target) => !hasText('Default')(target)),
  effect: {
    kind: 'error',
    error: 'States.Runtime',
    cause: 'Failed to transition out of the state. The state does not point to a next state.',
  },
  notMatchedBy: ['States.NoChoiceMatched'],
  advice:
    'Give every Choice a Default, be it a Fail state with a name of its own: a Choice has neither Retry nor Catch.',
  evidence: 'inferred',
  source: ['name and text as other emulators report them of the service; the specification has States.NoChoiceMatched'],
}

const intrinsicFailure: FaultDefinition = {
  ...runtimeError,
  id: 'states-intrinsic-failure',
  title: 'An intrinsic function is given a path to what is not there',
  aliases: ['intrinsic'],
  targets: 'JSONPath states that call an intrinsic function on their input',
  appliesTo: (target) => intrinsicCallOf(target) !== undefined,
  effect: {
    kind: 'error',
    error: 'States.Runtime',
    cause:
      "The function '{intrinsic_call}' had the following error: The JsonPath argument for the field '{intrinsic_path}' could not be found in the input '{input}'",
  },
  notMatchedBy: ['States.IntrinsicFailure'],
  advice: 'Check in a Choice before that the arguments are there and of the type that the function takes.',
  evidence: 'inferred',
  source: ['measured on AWS for a path without a result; the specification has States.IntrinsicFailure'],
}

/** The text is the engine's own: the specification gives only the name. */
const resultPathMismatch: FaultDefinition = {
  ...runtimeError,
  id: 'states-result-path-match-failure',
  title: 'The result does not fit into the input where ResultPath puts it',
  aliases: ['result-path'],
  targets: 'states with a ResultPath below $',
  appliesTo: (target) => resultPathOf(target) !== undefined,
  effect: {
    kind: 'error',
    error: 'States.ResultPathMatchFailure',
    cause: 'Unable to apply ReferencePath {result_path} to input {input}',
  },
  matchedBy: ['States.ResultPathMatchFailure', 'States.ALL'],
  sideEffect: 'may-have-happened',
  advice:
    'The work is done by then and only its result is lost: a retry does it a second time. Keep the input an object.',
  evidence: 'documented',
  source: ['https://states-language.net/#appendix-a'],
}

const queryEvaluationError: FaultDefinition = {
  ...runtimeError,
  id: 'states-query-evaluation-error',
  title: 'A JSONata expression comes to nothing',
  aliases: ['jsonata', 'query'],
  targets: 'JSONata states with an expression',
  appliesTo: (target) => expressionOf(target) !== undefined,
  effect: {
    kind: 'error',
    error: 'States.QueryEvaluationError',
    cause:
      "The JSONata expression '{expression}' specified for the field '{expression_field}' returned nothing (undefined).",
  },
  matchedBy: ['States.QueryEvaluationError', 'States.ALL'],
  advice: 'Write $exists(...) or a default around what may be absent. A retry meets the same data: catch it instead.',
  evidence: 'recorded',
  recording: {
    file: 'cases/assign/assign_reference_variables.undefined_reference-BASE_UNDEFINED_ARGUMENTS-fbde873e.json',
    id: 'v2/assign/test_assign_reference_variables.py::TestAssignReferenceVariables::test_undefined_reference[BASE_UNDEFINED_ARGUMENTS]',
    pointer: '/expect/events/3/executionFailedEventDetails',
  },
  source: ['the recording', ERROR_HANDLING],
}

const waitBadTimestamp: FaultDefinition = {
  ...runtimeError,
  id: 'states-wait-bad-timestamp',
  title: 'A Wait is given a moment that is none, or a negative number of seconds',
  aliases: ['bad-timestamp', 'wait'],
  targets: 'Wait states with SecondsPath or TimestampPath',
  appliesTo: allOf(isState('Wait'), (target) => waitPathOf(target) !== undefined),
  effect: { kind: 'error', error: 'States.Runtime', cause: '{wait_failure}' },
  advice: 'Check the moment in a Choice before (IsTimestamp, or NumericGreaterThanEquals 0).',
  evidence: 'recorded',
  recording: {
    file: 'cases/base/wait.base_wait_seconds_path--1-65bbce33.json',
    id: 'v2/base/test_wait.py::TestSfnWait::test_base_wait_seconds_path[-1]',
    pointer: '/expect/events/2/executionFailedEventDetails',
  },
  source: ['the recording'],
}

/** The Parameters are shown as the definition has them. */
const parametersInvalid: FaultDefinition = {
  ...runtimeError,
  id: 'states-parameters-invalid',
  title: 'The integration does not take the Parameters, and nothing is called',
  aliases: ['invalid-parameters', 'bad-parameters'],
  targets: 'tasks on an optimized integration',
  appliesTo: callsAnyOptimized,
  effect: {
    kind: 'error',
    error: 'States.Runtime',
    cause: "The Parameters '{sent_parameters}' could not be used to start the Task: [{detail}]",
  },
  parameters: {
    detail: { kind: 'text', default: "The value of the field 'Headers' has an invalid format", help: 'what is wrong' },
  },
  advice: 'Neither Retry nor Catch sees it: test the machine with the data that it is to work on.',
  evidence: 'recorded',
  recording: {
    file: 'cases/services/apigetway_task_service.invoke_with_headers-singleStringHeader-3eb0b825.json',
    id: 'v2/services/test_apigetway_task_service.py::TestTaskApiGateway::test_invoke_with_headers[singleStringHeader]',
    pointer: '/expect/events/2/executionFailedEventDetails',
  },
  source: ['the recording'],
}

/** States whose definition does not fit their data. */
export const statesData: readonly FaultDefinition[] = [
  parametersPath,
  inputPath,
  noChoiceMatched,
  waitBadTimestamp,
  intrinsicFailure,
  parametersInvalid,
  uncatchable,
  resultPathMismatch,
  queryEvaluationError,
]
