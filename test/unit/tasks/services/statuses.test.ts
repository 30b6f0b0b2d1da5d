import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/asl/json.js'
import { inferred } from '../fixtures.js'

/** Each from the page of its action in the API reference of the service. */
describe('what others have made is done', () => {
  const answers: readonly (readonly [string, Json])[] = [
    ['bedrockagent:getIngestionJob', { IngestionJob: { Status: 'COMPLETE' } }],
    ['cloudformation:describeStacks', { Stacks: [{ StackStatus: 'CREATE_COMPLETE' }] }],
    ['ec2:describeInstances', { Reservations: [{ Instances: [{ State: { Name: 'running' } }] }] }],
    ['emrserverless:getJobRun', { JobRun: { State: 'SUCCESS' } }],
    ['fis:getExperiment', { Experiment: { State: { Status: 'completed' } } }],
    ['rds:describeDBInstances', { DBInstances: [{ DBInstanceStatus: 'available' }] }],
    ['redshiftdata:describeStatement', { Status: 'FINISHED' }],
    ['ssm:getCommandInvocation', { Status: 'Success' }],
    ['textract:getDocumentAnalysis', { JobStatus: 'SUCCEEDED' }],
    ['transcribe:getTranscriptionJob', { TranscriptionJob: { TranscriptionJobStatus: 'COMPLETED' } }],
  ]

  it.each(answers)('aws-sdk:%s', (action, answer) => {
    expect(inferred(`aws-sdk:${action}`)).toMatchObject(answer as object)
  })

  it('through .sync, too', () => {
    expect(inferred('emr-serverless:startJobRun.sync')).toMatchObject({ JobRun: { State: 'SUCCESS' } })
    expect(inferred('mediaconvert:createJob.sync')).toMatchObject({ Job: { Status: 'COMPLETE' } })
  })
})

it('what is started has an id, the same for the same attempt', () => {
  const id = expect.stringMatching(/^[0-9a-f-]{36}$/)
  expect(inferred('aws-sdk:redshiftdata:executeStatement')).toEqual({ Id: id })
  expect(inferred('aws-sdk:fis:createExperimentTemplate')).toEqual({ ExperimentTemplate: { Id: id } })
  expect(inferred('aws-sdk:redshiftdata:executeStatement')).toEqual(inferred('aws-sdk:redshiftdata:executeStatement'))
})

it('a name that every object has is no action', () => {
  expect(inferred('aws-sdk:athena:constructor')).toEqual({})
  expect(inferred('aws-sdk:toString:valueOf')).toEqual({})
})

/** ListSecrets is recorded; the rest: API references of Secrets Manager, Systems Manager, Comprehend, Translate, Rekognition. */
describe('services that read', () => {
  it('hold empty JSON in secrets and parameters', () => {
    expect(inferred('aws-sdk:secretsmanager:listSecrets')).toEqual({ SecretList: [] })
    expect(inferred('aws-sdk:secretsmanager:getSecretValue', { SecretId: 's' })).toMatchObject({
      Name: 's',
      SecretString: '{}',
    })
    expect(inferred('aws-sdk:ssm:getParameter', { Name: '/a/b' })).toMatchObject({
      Parameter: { ARN: 'arn:aws:ssm:us-east-1:123456789012:parameter/a/b', Value: '{}' },
    })
  })

  it('find little in texts and images', () => {
    expect(inferred('aws-sdk:comprehend:detectSentiment')).toMatchObject({ Sentiment: 'NEUTRAL' })
    expect(inferred('aws-sdk:translate:translateText', { Text: 'x' })).toMatchObject({ TranslatedText: 'x' })
    expect(inferred('aws-sdk:rekognition:detectLabels')).toMatchObject({ Labels: [] })
  })
})
