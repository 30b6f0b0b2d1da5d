import type { FaultDefinition } from '../fault-definition.js'
import { NO_MESSAGE, sdkCause } from '../service-cause.js'
import { anyOf, callsOptimized, callsThroughSdk } from '../applies-to-resources.js'

const MODEL = '@aws-sdk/client-bedrock-runtime: errors of InvokeModel'
const REPORTED = { evidence: 'reported', source: ['the words: public logs', MODEL] } as const
const BACK_OFF = 'Back off with FULL jitter, a MaxDelaySeconds and 6 to 10 attempts'

interface BedrockFault
  extends
    Pick<FaultDefinition, 'id' | 'title' | 'transient' | 'advice'>,
    Partial<Pick<FaultDefinition, 'parameters' | 'evidence' | 'source'>> {
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
    source: [MODEL, 'names in public machines'],
    ...row,
  }
}

/** Bedrock's models. */
export const bedrock: readonly FaultDefinition[] = [
  bedrockFault({
    ...REPORTED,
    id: 'bedrock-throttled',
    title: 'More requests a minute go to the model than the account may send',
    aliases: ['bedrock-throttle'],
    code: 'ThrottlingException',
    status: 429,
    message:
      'Too many requests, please wait before trying again. You have sent too many requests.  Wait before trying again.',
    transient: true,
    advice: `${BACK_OFF}; the quota counts by the minute, so wait up to one. Lower MaxConcurrency upstream.`,
  }),
  bedrockFault({
    ...REPORTED,
    id: 'bedrock-tokens-throttled',
    title: 'More tokens a minute go to the model than the account may send',
    aliases: ['tokens'],
    code: 'ThrottlingException',
    status: 429,
    message: 'Too many tokens, please wait before trying again.',
    transient: true,
    advice: `${BACK_OFF}; wait up to a minute, and ask for no more tokens (max_tokens) than an answer needs.`,
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
    ...REPORTED,
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
    title: 'The account has no access to the model, or the caller none to Bedrock',
    aliases: ['model-access'],
    code: 'AccessDeniedException',
    status: 403,
    message: '{message}',
    parameters: {
      message: {
        kind: 'text',
        default: "You don't have access to the model with the specified model ID.",
        help: 'or e.g. "Bearer Token has expired" (reported)',
      },
    },
    transient: false,
    advice: 'No retry mends it: ask for access to the model, and allow bedrock:InvokeModel on it in the role.',
  }),
  bedrockFault({
    id: 'bedrock-model-not-found',
    title: 'There is no such model in the Region, or no longer',
    aliases: ['model-not-found'],
    code: 'ResourceNotFoundException',
    status: 404,
    message: 'Could not resolve the foundation model from the provided model identifier.',
    transient: false,
    advice: 'No retry mends it: look for the model in this Region, and for the date on which it ends.',
  }),
  bedrockFault({
    id: 'bedrock-on-demand-unsupported',
    title: 'The model is only served through an inference profile',
    aliases: ['inference-profile'],
    code: 'ValidationException',
    status: 400,
    message:
      'Invocation of this model ID with on-demand throughput is not supported. Retry your request with the ID or ARN of an inference profile that contains this model.',
    transient: false,
    advice: 'No retry mends it: give the ID of an inference profile as ModelId, and allow both in the role.',
  }),
  bedrockFault({
    id: 'bedrock-internal-error',
    title: 'Bedrock fails inside (500)',
    aliases: ['bedrock-500'],
    code: 'InternalServerException',
    status: 500,
    message: NO_MESSAGE,
    transient: true,
    sideEffect: 'may-have-happened',
    advice: `${BACK_OFF}: the answer may be lost, and its tokens paid for.`,
  }),
]
