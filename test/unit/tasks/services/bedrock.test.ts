import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/asl/json.js'
import { inferred } from '../fixtures.js'

/** Members: Bedrock's user guide, inference parameters of each model; API reference of InvokeModel and Converse. */
describe('Bedrock', () => {
  const bodies: readonly (readonly [string, Json])[] = [
    ['anthropic.claude-3-haiku-20240307-v1:0', { content: [{ text: '{}', type: 'text' }] }],
    ['us.anthropic.claude-sonnet-4-20250514-v1:0', { content: [{ text: '{}', type: 'text' }] }],
    ['anthropic.claude-v2:1', { completion: '{}' }],
    ['arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-express-v1', { results: [{ outputText: '{}' }] }],
    ['amazon.titan-embed-text-v2:0', { embedding: [0] }],
    ['amazon.nova-lite-v1:0', { output: { message: { content: [{ text: '{}' }] } } }],
    ['meta.llama3-8b-instruct-v1:0', { generation: '{}' }],
    ['mistral.mistral-7b-instruct-v0:2', { outputs: [{ text: '{}' }] }],
    ['cohere.command-text-v14', { generations: [{ text: '{}' }] }],
    ['ai21.jamba-1-5-mini-v1:0', { choices: [{ message: { content: '{}' } }] }],
  ]

  it.each(bodies)('answers as the model does: %s', (ModelId, body) => {
    expect(inferred('bedrock:invokeModel', { ModelId })).toMatchObject({ Body: body, ContentType: 'application/json' })
  })

  it('answers with an empty body for a model that is not known', () => {
    expect(inferred('bedrock:invokeModel', { ModelId: 'new.model' })).toEqual({
      Body: {},
      ContentType: 'application/json',
    })
  })

  it('gives the body as text through aws-sdk:bedrockruntime', () => {
    const ModelId = 'meta.llama3-8b-instruct-v1:0'
    const { Body } = inferred('aws-sdk:bedrockruntime:invokeModel', { ModelId }) as { Body: string }
    expect(JSON.parse(Body)).toHaveProperty('generation', '{}')
    expect(inferred('aws-sdk:bedrockruntime:converse')).toMatchObject({
      Output: { Message: { Content: [{ Text: '{}' }], Role: 'assistant' } },
      StopReason: 'end_turn',
    })
  })

  it('customizes a model, with .sync to the end', () => {
    const { JobArn } = inferred('bedrock:createModelCustomizationJob') as { JobArn: string }
    expect(JobArn).toMatch(/^arn:aws:bedrock:us-east-1:123456789012:model-customization-job\//)
    const ended = inferred('bedrock:createModelCustomizationJob.sync', { JobName: 'tune', CustomModelName: 'mine' })
    expect(ended).toMatchObject({ JobArn, JobName: 'tune', OutputModelName: 'mine', Status: 'Completed' })
    expect(inferred('aws-sdk:bedrock:getModelCustomizationJob', { JobIdentifier: JobArn })).toMatchObject({ JobArn })
  })
})
