import type { FaultDefinition } from '../fault-definition.js'
import { sdkCause } from '../service-cause.js'
import { anyOf, callsOptimized, callsThroughSdk } from '../applies-to-resources.js'

const BACK_OFF = 'Back off with FULL jitter, a MaxDelaySeconds and 6 to 10 attempts'

interface BedrockFault extends Pick<FaultDefinition, 'id' | 'title' | 'transient' | 'advice'> {
  readonly aliases: readonly string[]
  readonly code: string
  readonly status: number
  readonly message: string
  readonly sideEffect?: FaultDefinition['sideEffect']
}

/** Both integrations tell it in the words of AWS SDK for Java v2; only the name's beginning differs. */
function bedrockFault({ code, status, message, sideEffect = 'none', ...row }: BedrockFault): FaultDefinition {
  const cause = sdkCause({ message, service: 'BedrockRuntime', status })
  const [optimized, sdk] = [`Bedrock.${code}`, `BedrockRuntime.${code}`]
  return {
    ...row,
    family: 'bedrock',
    targets: 'tasks that call a model of Bedrock',
    appliesTo: anyOf(
      callsOptimized('bedrock', 'invokeModel'),
      callsThroughSdk('bedrockruntime', 'invokeModel', 'converse'),
    ),
    effect: { kind: 'service-error', optimized: { error: optimized, cause }, sdk: { error: sdk, cause } },
    matchedBy: [optimized, sdk, 'States.TaskFailed', 'States.ALL'],
    sideEffect,
    evidence: 'inferred',
    source: [
      '@aws-sdk/client-bedrock-runtime: errors of InvokeModel',
      'names in public machines; the text in public logs',
    ],
  }
}

/** Bedrock's models. */
export const bedrock: readonly FaultDefinition[] = [
  bedrockFault({
    id: 'bedrock-throttled',
    title: 'More requests or tokens go to the model than the account may send',
    aliases: ['bedrock-throttle', 'tokens'],
    code: 'ThrottlingException',
    status: 429,
    message: 'Too many requests, please wait before trying again.',
    transient: true,
    advice: `${BACK_OFF}; the quota counts tokens by the minute, so wait up to one. Lower MaxConcurrency upstream.`,
  }),
  bedrockFault({
    id: 'bedrock-model-timeout',
    title: 'The model takes too long',
    aliases: ['model-timeout'],
    code: 'ModelTimeoutException',
    status: 408,
    message: ['The request took too long to process', 'Processing time exceeded the model timeout length.'].join('. '),
    transient: true,
    sideEffect: 'may-have-happened',
    advice: `${BACK_OFF}; if it stays, ask for fewer tokens or a faster model.`,
  }),
  bedrockFault({
    id: 'bedrock-service-unavailable',
    title: 'Bedrock is not available for the moment',
    aliases: ['bedrock-503'],
    code: 'ServiceUnavailableException',
    status: 503,
    message: 'Bedrock is unable to process your request.',
    transient: true,
    advice: `${BACK_OFF}, or go to another Region by an inference profile.`,
  }),
  bedrockFault({
    id: 'bedrock-model-not-ready',
    title: 'The model is not loaded yet',
    aliases: ['model-not-ready'],
    code: 'ModelNotReadyException',
    status: 429,
    message: 'The model specified in the request is not ready to serve inference requests.',
    transient: true,
    advice: 'Retry over some minutes: an imported or custom model is loaded on its first request.',
  }),
  bedrockFault({
    id: 'bedrock-model-error',
    title: 'The model fails at the request',
    aliases: ['model-error'],
    code: 'ModelErrorException',
    status: 424,
    message: 'The request failed due to an error while processing the model.',
    transient: 'depends',
    sideEffect: 'may-have-happened',
    advice: 'One retry at most: if the request is what the model fails at, catch it and take another path.',
  }),
  bedrockFault({
    id: 'bedrock-validation',
    title: 'The prompt is longer than the model takes, or the request has a wrong form',
    aliases: ['prompt-too-long'],
    code: 'ValidationException',
    status: 400,
    message: 'Input is too long for requested model.',
    transient: false,
    advice: 'No retry mends it: shorten the prompt before the call, and catch the error by its name.',
  }),
  bedrockFault({
    id: 'bedrock-access-denied',
    title: 'The account has no access to the model',
    aliases: ['model-access'],
    code: 'AccessDeniedException',
    status: 403,
    message: "You don't have access to the model with the specified model ID.",
    transient: false,
    advice: 'No retry mends it: ask for access to the model, and allow bedrock:InvokeModel on it in the role.',
  }),
]
