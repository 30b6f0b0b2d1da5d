import { expect, it } from 'vitest'
import { catalogue } from '../../../../src/faults/catalogue.js'
import type { FaultDefinition } from '../../../../src/faults/fault-definition.js'
import { errorNameOf } from '../../../../src/faults/render.js'
import { notRaisable } from '../../../../src/services/raisable.js'
import { targetOf } from '../fixtures.js'

/** Every action that these families speak of. */
const ARNS = [
  ...['getItem', 'putItem', 'updateItem', 'deleteItem'].map((action) => `dynamodb:${action}`),
  ...['getItem', 'putItem', 'updateItem', 'deleteItem', 'query', 'scan'].map((action) => `aws-sdk:dynamodb:${action}`),
  ...['batchGetItem', 'batchWriteItem', 'transactGetItems', 'transactWriteItems'].map(
    (action) => `aws-sdk:dynamodb:${action}`,
  ),
  ...['ecs:runTask', 'batch:submitJob', 'glue:startJobRun', 'glue:startCrawler', 'codebuild:startBuild'].flatMap(both),
  ...['athena:startQueryExecution', 'athena:getQueryResults'].flatMap(both),
  ...['createTrainingJob', 'createTransformJob', 'createHyperParameterTuningJob', 'createProcessingJob'].flatMap(
    (action) => both(`sagemaker:${action}`),
  ),
  'elasticmapreduce:addStep',
  'aws-sdk:emr:addJobFlowSteps',
  'states:startExecution',
  'aws-sdk:sfn:startExecution',
  ...['sendTaskSuccess', 'sendTaskFailure', 'sendTaskHeartbeat'].map((action) => `aws-sdk:sfn:${action}`),
  'bedrock:invokeModel',
  'aws-sdk:bedrockruntime:invokeModel',
  'aws-sdk:bedrockruntime:converse',
].map((action) => `arn:aws:states:::${action}`)

const FAMILIES = new Set([
  ...['dynamodb', 'ecs', 'batch', 'glue', 'athena', 'emr', 'codebuild', 'sagemaker', 'bedrock'],
  ...['nested-sfn', 'callback-activity'],
])

function both(action: string): readonly string[] {
  return [action, `aws-sdk:${action}`]
}

const rows = catalogue.filter((row) => FAMILIES.has(row.family) && row.effect.kind === 'service-error')

it.each(rows.map((row) => [row.id, row] as const))('%s has a name that the API can give', (_, row: FaultDefinition) => {
  const struck = ARNS.map(targetOf).filter((target) => row.appliesTo(target))
  expect(struck).not.toEqual([])
  for (const { resource } of struck) {
    if (!resource) continue
    const name = errorNameOf(row, resource, 'node') ?? ''
    expect(row.matchedBy).toContain(name)
    const modelled = resource.kind === 'optimized' ? modelName(name) : name
    expect(notRaisable(resource, modelled), `${row.id} at ${resource.arn}`).toBeUndefined()
  }
})

/** The models of SageMaker and Step Functions leave out the suffix that optimized integrations show. */
function modelName(name: string): string {
  const isSuffixed = /^StepFunctions\.(?!AWS)|^SageMaker\.ResourceLimitExceeded/.test(name)
  return isSuffixed ? name.replace(/Exception$/, '') : name
}
