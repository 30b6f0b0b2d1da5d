import { changedPayload, jsonArgument } from '../changed-answer.js'
import type { FaultDefinition } from '../fault-definition.js'
import { everyRuntime, raisedPayload } from '../function-payload.js'
import { escapeForJson, fillPlaceholders } from '../placeholders.js'
import { runtimeFamily } from '../runtime.js'
import { callsFunction, callsThroughSdk } from '../applies-to-resources.js'

const HANDLED = { statusCode: 500, body: '{"message":"Internal server error"}' }

const handledErrorReturned: FaultDefinition = {
  id: 'lambda-handled-error-returned',
  title: 'The function catches its error and tells of it in a normal answer',
  family: 'lambda-function',
  aliases: ['handled-error', 'error-in-answer'],
  targets: 'tasks that call a Lambda function',
  appliesTo: callsFunction,
  effect: { kind: 'answer', change: changedPayload((_, context) => jsonArgument(context, 'value', HANDLED)) },
  parameters: { value: { kind: 'json', default: HANDLED, help: 'what the function returns' } },
  matchedBy: [],
  transient: false,
  sideEffect: 'may-have-happened',
  advice:
    'The Task succeeds, and neither Retry nor Catch ever runs: look at the answer in a Choice, or raise the error.',
  evidence: 'documented',
  source: ['https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html (FunctionError is absent)'],
}

const functionErrorParameters = {
  name: { kind: 'text', default: 'Error', help: "the error's class" },
  message: { kind: 'text', default: 'something went wrong', help: 'what the error says' },
} as const
const raised = raisedPayload(everyRuntime({ type: '{name}', message: '{message}' }))

const functionErrorIgnored: FaultDefinition = {
  id: 'lambda-sdk-function-error-ignored',
  title: 'The function fails, and aws-sdk:lambda:invoke hands its FunctionError on as a success',
  family: 'lambda-function',
  aliases: ['function-error-ignored'],
  targets: 'tasks on aws-sdk:lambda:invoke',
  appliesTo: callsThroughSdk('lambda', 'invoke'),
  effect: {
    kind: 'answer',
    change: (_, context) => ({
      ExecutedVersion: '$LATEST',
      FunctionError: 'Unhandled',
      Payload: fillPlaceholders(
        raised[runtimeFamily(context.function?.runtime)],
        context,
        functionErrorParameters,
        escapeForJson,
      ),
      StatusCode: 200,
    }),
  },
  parameters: functionErrorParameters,
  matchedBy: [],
  transient: false,
  sideEffect: 'may-have-happened',
  advice:
    'Call the function through lambda:invoke, which fails on FunctionError; or ask for $.FunctionError in a Choice.',
  evidence: 'inferred',
  source: ['https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html'],
}

/** Functions that fail without an error that a state machine could see. */
export const lambdaAnswers: readonly FaultDefinition[] = [handledErrorReturned, functionErrorIgnored]
