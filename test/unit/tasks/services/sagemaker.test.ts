import { describe, expect, it } from 'vitest'
import { inferred, metadata } from '../fixtures.js'

const arn = (kind: string) => `arn:aws:sagemaker:us-east-1:123456789012:${kind}`

/** Members: API reference of SageMaker, the Create and Describe action of each resource. */
describe('SageMaker', () => {
  it.each([
    ['createTrainingJob', { TrainingJobName: 'n' }, { TrainingJobArn: arn('training-job/n') }],
    ['createTransformJob', { TransformJobName: 'n' }, { TransformJobArn: arn('transform-job/n') }],
    ['createModel', { ModelName: 'n' }, { ModelArn: arn('model/n') }],
    ['createEndpointConfig', { EndpointConfigName: 'n' }, { EndpointConfigArn: arn('endpoint-config/n') }],
    ['createEndpoint', { EndpointName: 'n' }, { EndpointArn: arn('endpoint/n') }],
    ['updateEndpoint', { EndpointName: 'n' }, { EndpointArn: arn('endpoint/n') }],
  ])('makes what is asked for: %s', (action, parameters, answer) => {
    expect(inferred(`sagemaker:${action}`, parameters)).toMatchObject({ ...answer, ...metadata })
    expect(inferred(`aws-sdk:sagemaker:${action}`, parameters)).toEqual(answer)
  })

  it('ends a training well with .sync, with the place of the model', () => {
    const parameters = { TrainingJobName: 'n', OutputDataConfig: { S3OutputPath: 's3://models/' } }
    expect(inferred('sagemaker:createTrainingJob.sync', parameters)).toMatchObject({
      ...parameters,
      ModelArtifacts: { S3ModelArtifacts: 's3://models/n/output/model.tar.gz' },
      SecondaryStatus: 'Completed',
      TrainingJobStatus: 'Completed',
    })
  })

  it.each([
    ['createTransformJob', 'TransformJobStatus'],
    ['createProcessingJob', 'ProcessingJobStatus'],
    ['createLabelingJob', 'LabelingJobStatus'],
    ['createHyperParameterTuningJob', 'HyperParameterTuningJobStatus'],
  ])('ends other jobs well with .sync: %s', (action, status) => {
    expect(inferred(`sagemaker:${action}.sync`)).toHaveProperty(status, 'Completed')
  })

  it('names the best training of a tuning job', () => {
    const answer = inferred('sagemaker:createHyperParameterTuningJob.sync', { HyperParameterTuningJobName: 't' })
    expect(answer).toMatchObject({ BestTrainingJob: { TrainingJobArn: arn('training-job/t-001') } })
  })

  it('has endpoints in service', () => {
    expect(inferred('aws-sdk:sagemaker:describeEndpoint', { EndpointName: 'e' })).toMatchObject({
      EndpointStatus: 'InService',
    })
    expect(inferred('aws-sdk:sagemaker:describePipelineExecution')).toMatchObject({
      PipelineExecutionStatus: 'Succeeded',
    })
  })
})
