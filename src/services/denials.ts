import type { Resource } from '../asl/resource.js'
import { apiOf } from './operations.js'
import { serviceModel, serviceOperation } from './service-model.js'
import { errorNameFor, serviceWords } from './service-words.js'

/** How a service refuses a caller who lacks the permission, as a state sees it. */
export interface Denial {
  /** The error's name, e.g. `ECS.AccessDeniedException` or `Kms.KmsException`. */
  readonly error: string
  /** The service's own code. */
  readonly code: string
  /** HTTP status. */
  readonly status: number
  /** As policies spell it, e.g. `states:StartExecution`. */
  readonly permission: string
}

/** What the protocol of most services says; the Query protocol leaves out the suffix. */
const JSON_CODE = 'AccessDeniedException'

/** Services of the Query protocol. https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
const QUERY: ReadonlySet<string> = new Set(
  `autoscaling cloudformation docdb elasticache elasticbeanstalk elasticloadbalancing elasticloadbalancingv2 iam neptune rds redshift
  s3 ses sqs sts`.split(/\s+/),
)

/** Services with a code of their own. */
const OWN_CODES: ReadonlyMap<string, string> = new Map([
  ['ec2', 'UnauthorizedOperation'],
  ['sns', 'AuthorizationErrorException'],
])

/**
 * What policies call a service, where its name in AWS SDK integrations is another.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const POLICY_NAMES: ReadonlyMap<string, string> = new Map([
  ['acmpca', 'acm-pca'],
  ['apigatewaymanagementapi', 'execute-api'],
  ['applicationautoscaling', 'application-autoscaling'],
  ['bedrockagent', 'bedrock'],
  ['bedrockagentruntime', 'bedrock'],
  ['bedrockruntime', 'bedrock'],
  ['cloudwatchlogs', 'logs'],
  ['cognitoidentity', 'cognito-identity'],
  ['cognitoidentityprovider', 'cognito-idp'],
  ['costexplorer', 'ce'],
  ['directory', 'ds'],
  ['efs', 'elasticfilesystem'],
  ['elasticloadbalancingv2', 'elasticloadbalancing'],
  ['emr', 'elasticmapreduce'],
  ['emrcontainers', 'emr-containers'],
  ['emrserverless', 'emr-serverless'],
  ['eventbridge', 'events'],
  ['iotdataplane', 'iot'],
  ['rdsdata', 'rds-data'],
  ['redshiftdata', 'redshift-data'],
  ['resourcegroupstaggingapi', 'tag'],
  ['sagemakerruntime', 'sagemaker'],
  ['sesv2', 'ses'],
  ['sfn', 'states'],
  ['timestreamquery', 'timestream'],
  ['timestreamwrite', 'timestream'],
])

/**
 * How this resource tells a denied call: by the exception's name where the service's model has it (reported for ECS and SNS), else
 * by the generic one (reported for Lambda, and for S3 although newer models have its AccessDenied). Undefined for what is no
 * service's API. Codes and status of single services are derived, not reported.
 */
export function denialOf(resource: Resource): Denial | undefined {
  const api = apiOf(resource)
  const words = serviceWords(resource)
  if (!api || !words) return undefined
  const { service, action } = api
  const code = OWN_CODES.get(service) ?? (QUERY.has(service) ? 'AccessDenied' : JSON_CODE)
  const exception = serviceModel(service)?.exceptions.get(code)
  const isNamed = exception !== undefined && code !== 'AccessDenied'
  return {
    error: isNamed ? errorNameFor(words, code) : `${words.prefix}.${words.generic}`,
    code: exception?.code ?? code,
    status: exception?.status ?? (isForbidden(service) ? 403 : 400),
    permission: `${POLICY_NAMES.get(service) ?? service}:${action.charAt(0).toUpperCase()}${action.slice(1)}`,
  }
}

/** JSON protocols refuse with 400 (reported for ECS), the others with 403. That a service has a GET tells that it is REST. */
function isForbidden(service: string): boolean {
  if (QUERY.has(service) || OWN_CODES.has(service)) return true
  const actions = [...(serviceModel(service)?.operationTexts.keys() ?? [])]
  return actions.some((action) => serviceOperation(service, action)?.gets === true)
}
