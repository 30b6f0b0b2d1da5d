import type { Json, JsonObject } from '../../asl/json.js'
import { type AnswerTable, answersOf, dateOf } from '../answer-table.js'
import { arnOf } from '../call-place.js'
import { derivedHex } from '../derived-id.js'
import { jsonText } from '../task-json.js'
import { textParameter, type ServiceCall } from '../service-call.js'

/** What every model says: JSON, for the many machines that parse it. */
const TEXT = '{}'
const USAGE = { input_tokens: 0, output_tokens: 0 }

/**
 * The body of a model's answer, by how its id begins (a profile's region before it left out). The first that fits counts.
 * https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html
 */
const BODIES: readonly (readonly [RegExp, JsonObject])[] = [
  [/^anthropic\.claude-(?:v2|instant)/, { completion: TEXT, stop_reason: 'stop_sequence' }],
  [
    /^anthropic\./,
    {
      content: [{ text: TEXT, type: 'text' }],
      role: 'assistant',
      stop_reason: 'end_turn',
      type: 'message',
      usage: USAGE,
    },
  ],
  [/^amazon\.titan-embed/, { embedding: [0], inputTextTokenCount: 0 }],
  [/^amazon\.(?:titan-image|nova-canvas)|^stability\./, { images: [''] }],
  [
    /^amazon\.titan/,
    { inputTextTokenCount: 0, results: [{ completionReason: 'FINISH', outputText: TEXT, tokenCount: 0 }] },
  ],
  [
    /^amazon\.nova/,
    {
      output: { message: { content: [{ text: TEXT }], role: 'assistant' } },
      stopReason: 'end_turn',
      usage: { inputTokens: 0, outputTokens: 0 },
    },
  ],
  [/^meta\./, { generation: TEXT, generation_token_count: 0, prompt_token_count: 0, stop_reason: 'stop' }],
  [/^mistral\./, { outputs: [{ stop_reason: 'stop', text: TEXT }] }],
  [/^cohere\.embed/, { embeddings: [[0]] }],
  [/^cohere\.command-r/, { finish_reason: 'COMPLETE', text: TEXT }],
  [/^cohere\./, { generations: [{ finish_reason: 'COMPLETE', text: TEXT }] }],
  [/^ai21\.j2/, { completions: [{ data: { text: TEXT }, finishReason: { reason: 'endoftext' } }] }],
  [/^(?:ai21|deepseek|openai|qwen)\./, { choices: [{ finish_reason: 'stop', message: { content: TEXT } }] }],
]

const table: AnswerTable = {
  invokeModel: ({ parameters, optimized }) => {
    const body = bodyOf(textParameter(parameters, 'ModelId') ?? '')
    return { Body: optimized ? body : jsonText(body), ContentType: 'application/json' }
  },
  converse: () => ({
    Metrics: { LatencyMs: 0 },
    Output: { Message: { Content: [{ Text: TEXT }], Role: 'assistant' } },
    StopReason: 'end_turn',
    Usage: { InputTokens: 0, OutputTokens: 0, TotalTokens: 0 },
  }),
  createModelCustomizationJob: (service) => ({ JobArn: jobArn(service) }),
  getModelCustomizationJob: customizationJob,
}

/** `bedrock`, `aws-sdk:bedrock` and `aws-sdk:bedrockruntime`, none of them with SDK metadata. */
export const inferBedrock = answersOf(table)

/** `createModelCustomizationJob.sync` gives the job. https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelCustomizationJob.html */
export const finishBedrock = answersOf({ createModelCustomizationJob: customizationJob })

function bodyOf(modelId: string): Json {
  const model = modelId.slice(modelId.lastIndexOf('/') + 1).replace(/^(?:us|us-gov|eu|apac|jp|au|global)\./, '')
  return BODIES.find(([id]) => id.test(model))?.[1] ?? {}
}

function jobArn({ call, parameters }: ServiceCall): string {
  const known = textParameter(parameters, 'JobIdentifier')
  return arnOf(call, 'bedrock', 'model-customization-job/', known ?? derivedHex(call, 'customization job', 12))
}

function customizationJob(service: ServiceCall): JsonObject {
  const { call, parameters } = service
  const date = dateOf(service)
  return {
    CreationTime: date,
    EndTime: date,
    JobArn: jobArn(service),
    JobName: textParameter(parameters, 'JobName') ?? 'job',
    LastModifiedTime: date,
    OutputModelArn: arnOf(call, 'bedrock', 'custom-model/', derivedHex(call, 'custom model', 12)),
    OutputModelName: textParameter(parameters, 'CustomModelName') ?? 'model',
    Status: 'Completed',
  }
}
