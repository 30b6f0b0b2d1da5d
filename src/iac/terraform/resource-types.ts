import { attributeStandIn, functionArn, type StackPlace, refStandIn } from '../stand-ins.js'

/** Where made-up resources live; the source can say otherwise, but rarely in one place. */
export const PLACE: StackPlace = { partition: 'aws', region: 'us-east-1', account: '123456789012' }

/** CloudFormation's names for types of which the ARN is not `arn:aws:<service>:...:<kind>/<name>` by their names. */
const TYPES: Readonly<Record<string, string>> = {
  aws_api_gateway_rest_api: 'AWS::ApiGateway::RestApi',
  aws_apigatewayv2_api: 'AWS::ApiGatewayV2::Api',
  aws_batch_job_definition: 'AWS::Batch::JobDefinition',
  aws_batch_job_queue: 'AWS::Batch::JobQueue',
  aws_cloudwatch_event_bus: 'AWS::Events::EventBus',
  aws_cloudwatch_event_connection: 'AWS::Events::Connection',
  aws_cloudwatch_event_rule: 'AWS::Events::Rule',
  aws_cloudwatch_log_group: 'AWS::Logs::LogGroup',
  aws_codebuild_project: 'AWS::CodeBuild::Project',
  aws_dynamodb_table: 'AWS::DynamoDB::Table',
  aws_ecs_cluster: 'AWS::ECS::Cluster',
  aws_ecs_service: 'AWS::ECS::Service',
  aws_ecs_task_definition: 'AWS::ECS::TaskDefinition',
  aws_eks_cluster: 'AWS::EKS::Cluster',
  aws_iam_role: 'AWS::IAM::Role',
  aws_iam_policy: 'AWS::IAM::Policy',
  aws_kinesis_firehose_delivery_stream: 'AWS::KinesisFirehose::DeliveryStream',
  aws_kinesis_stream: 'AWS::Kinesis::Stream',
  aws_kms_key: 'AWS::KMS::Key',
  aws_lambda_function: 'AWS::Lambda::Function',
  aws_s3_bucket: 'AWS::S3::Bucket',
  aws_secretsmanager_secret: 'AWS::SecretsManager::Secret',
  aws_sfn_activity: 'AWS::StepFunctions::Activity',
  aws_sfn_state_machine: 'AWS::StepFunctions::StateMachine',
  aws_sns_topic: 'AWS::SNS::Topic',
  aws_sqs_queue: 'AWS::SQS::Queue',
}

/** Resources whose `id` is their ARN: https://registry.terraform.io/providers/hashicorp/aws/latest/docs */
const ID_IS_ARN: ReadonlySet<string> = new Set([
  'aws_batch_job_queue',
  'aws_cloudwatch_event_connection',
  'aws_ecs_cluster',
  'aws_ecs_service',
  'aws_iam_policy',
  'aws_kinesis_stream',
  'aws_secretsmanager_secret',
  'aws_sfn_activity',
  'aws_sfn_state_machine',
  'aws_sns_topic',
])

/** Arguments that give a resource its name, and so its `id`. */
export const NAMES: readonly string[] = ['name', 'bucket', 'function_name', 'family', 'identifier']

/** The type as CloudFormation would name it; `aws_glue_job` is `AWS::Glue::Job`. */
function cloudFormationType(type: string): string {
  const known = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined
  if (known !== undefined) return known
  const [, service = 'unknown', ...kind] = type.split('_')
  return `AWS::${capital(service)}::${kind.map(capital).join('') || 'Resource'}`
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Whether the `id` of a resource is its name. */
export function idIsName(type: string): boolean {
  return !ID_IS_ARN.has(type) && type !== 'aws_sqs_queue'
}

/** What stands in for an attribute of a resource; ARNs are made from its name in the source. */
export function resourceStandIn(type: string, id: string, attribute: string): string {
  const cloudType = cloudFormationType(type)
  if (attribute === 'id') return ID_IS_ARN.has(type) ? arnOf(cloudType, id) : refStandIn(id, cloudType, PLACE)
  if (attribute === 'arn') return arnOf(cloudType, id)
  if (attribute === 'qualified_arn') return `${arnOf(cloudType, id)}:1`
  if (attribute === 'invoke_arn') return invokeArn(id)
  if (attribute === 'stream_arn') return attributeStandIn(id, 'StreamArn', cloudType, PLACE)
  if (attribute.endsWith('_arn') || attribute.startsWith('arn_')) return arnOf(cloudType, `${id}-${attribute}`)
  if (attribute === 'url' && type === 'aws_sqs_queue') return refStandIn(id, cloudType, PLACE)
  if (NAMES.includes(attribute)) return refStandIn(id, cloudType === 'AWS::S3::Bucket' ? cloudType : '', PLACE)
  return `${id}.${attribute}`
}

function arnOf(cloudType: string, id: string): string {
  return attributeStandIn(id, 'Arn', cloudType, PLACE)
}

function invokeArn(id: string): string {
  const { partition, region } = PLACE
  return `arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${functionArn(id, PLACE)}/invocations`
}

/** What the name of an ARN says of what it belongs to, where nothing else does: most that tasks need are functions'. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/role/, 'AWS::IAM::Role'],
  [/state_?machine|sfn|step_?function|workflow/, 'AWS::StepFunctions::StateMachine'],
  [/topic|sns/, 'AWS::SNS::Topic'],
  [/queue|sqs/, 'AWS::SQS::Queue'],
  [/lambda|function|(?:^|_)fn(?:_|$)/, 'AWS::Lambda::Function'],
  [/activity/, 'AWS::StepFunctions::Activity'],
  [/bucket|s3/, 'AWS::S3::Bucket'],
  [/table/, 'AWS::DynamoDB::Table'],
  [/task_?def/, 'AWS::ECS::TaskDefinition'],
  [/cluster/, 'AWS::ECS::Cluster'],
  [/connection/, 'AWS::Events::Connection'],
  [/event_?bus/, 'AWS::Events::EventBus'],
  [/kms/, 'AWS::KMS::Key'],
  [/secret/, 'AWS::SecretsManager::Secret'],
]

/** Names that end as ARNs do: `topicArn`, `topic_arn` and `topicarn`, but not `warn`. */
const NAMED_ARN = /(?<!(?:^|[_-])(?:le|w|y|b))arn$/i

/** What stands in for a text of which only the name is known: an ARN if it is named so, else the name. */
export function namedStandIn(name: string, id = name): string {
  if (!NAMED_ARN.test(name)) return id
  const known = KINDS.find(([pattern]) => pattern.test(name.toLowerCase()))
  const bare = id.replace(/[_-]?arn$/i, '') || id
  const qualified = /qualified/i.test(name) ? ':1' : ''
  return arnOf(known?.[1] ?? 'AWS::Lambda::Function', bare) + qualified
}
