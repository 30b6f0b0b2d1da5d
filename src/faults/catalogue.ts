import { didYouMean } from '../asl/suggest.js'
import { UserError } from '../asl/user-error.js'
import { apiGateway } from './catalogue/apigateway-faults.js'
import { athena } from './catalogue/athena-faults.js'
import { awsSdk } from './catalogue/aws-sdk.js'
import { batch } from './catalogue/batch-faults.js'
import { bedrock } from './catalogue/bedrock-faults.js'
import { callbackActivity } from './catalogue/callback-activity.js'
import { codebuild } from './catalogue/codebuild-faults.js'
import { controlPlane } from './catalogue/control-plane.js'
import { dataIntegrity } from './catalogue/data-integrity.js'
import { dynamodb } from './catalogue/dynamodb-faults.js'
import { ecs } from './catalogue/ecs-faults.js'
import { emr } from './catalogue/emr-faults.js'
import { eventbridge } from './catalogue/eventbridge-faults.js'
import { expressDuplicate } from './catalogue/express-duplicate.js'
import { namedErrorFault } from './catalogue/generic.js'
import { glue } from './catalogue/glue-faults.js'
import { httpTask } from './catalogue/http-task.js'
import { iam } from './catalogue/iam-faults.js'
import { kinesis } from './catalogue/kinesis-faults.js'
import { lambdaEventSource } from './catalogue/lambda-event-source.js'
import { lambdaFunction } from './catalogue/lambda-function.js'
import { lambdaService } from './catalogue/lambda-service.js'
import { map } from './catalogue/map-faults.js'
import { nestedSfn } from './catalogue/nested-sfn.js'
import { networkRegion } from './catalogue/network-region.js'
import { quotas } from './catalogue/quotas.js'
import { s3 } from './catalogue/s3-faults.js'
import { sagemaker } from './catalogue/sagemaker-faults.js'
import { sns } from './catalogue/sns-faults.js'
import { sqs } from './catalogue/sqs-faults.js'
import { statesRuntime } from './catalogue/states-runtime.js'
import type { FaultDefinition } from './fault-definition.js'

/** Every fault. Where two have one error name on a resource, the earlier one owns it in scenario strings. */
export const catalogue: readonly FaultDefinition[] = [
  ...lambdaFunction,
  ...lambdaService,
  ...lambdaEventSource,
  ...s3,
  ...sqs,
  ...sns,
  ...kinesis,
  ...eventbridge,
  ...dynamodb,
  ...nestedSfn,
  ...httpTask,
  ...apiGateway,
  ...ecs,
  ...batch,
  ...glue,
  ...athena,
  ...emr,
  ...codebuild,
  ...sagemaker,
  ...bedrock,
  ...controlPlane,
  ...networkRegion,
  ...iam,
  ...awsSdk,
  ...statesRuntime,
  ...callbackActivity,
  ...quotas,
  ...map,
  ...dataIntegrity,
  expressDuplicate,
  namedErrorFault,
]

const byName: ReadonlyMap<string, FaultDefinition> = new Map(
  catalogue.flatMap((row) => [row.id, ...row.aliases].map((name) => [name, row] as const)),
)

/** The fault with this id or alias; a UserError that names the nearest one if there is none. */
export function findFault(nameOrAlias: string): FaultDefinition {
  const found = byName.get(nameOrAlias)
  if (found !== undefined) return found
  if (nameOrAlias === 'all' || nameOrAlias === 'family') {
    const instead = 'as in aslx inject template.yaml --fault family:s3 --state Charge'
    throw new UserError('usage', `"${nameOrAlias}" stands for many faults, which inject strikes one by one: ${instead}`)
  }
  const nearest = didYouMean(nameOrAlias, [...byName.keys()])
  const [what, where] = [`there is no fault "${nameOrAlias}"`, '(aslx faults lists them all)']
  if (nearest === undefined) throw new UserError('usage', `${what} ${where}`)
  throw new UserError('usage', what, { nearest, hint: `did you mean "${nearest}"? ${where}` })
}
