/** Where the made-up stack lives; pseudo parameters have these values unless the user gives others. */
export interface StackPlace {
  readonly partition: string
  readonly region: string
  readonly account: string
}

/**
 * ARNs by resource type, after `arn:<partition>:`. `@` stands for region and account, `#` for the logical id.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/
 */
const ARNS: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::RestApi': 'execute-api:@:#',
  'AWS::ApiGatewayV2::Api': 'execute-api:@:#',
  'AWS::Serverless::Api': 'execute-api:@:#',
  'AWS::Serverless::HttpApi': 'execute-api:@:#',
  'AWS::Batch::JobDefinition': 'batch:@:job-definition/#:1',
  'AWS::Batch::JobQueue': 'batch:@:job-queue/#',
  'AWS::CodeBuild::Project': 'codebuild:@:project/#',
  'AWS::DynamoDB::GlobalTable': 'dynamodb:@:table/#',
  'AWS::DynamoDB::Table': 'dynamodb:@:table/#',
  'AWS::Serverless::SimpleTable': 'dynamodb:@:table/#',
  'AWS::ECS::Cluster': 'ecs:@:cluster/#',
  'AWS::ECS::Service': 'ecs:@:service/#',
  'AWS::ECS::TaskDefinition': 'ecs:@:task-definition/#:1',
  'AWS::EKS::Cluster': 'eks:@:cluster/#',
  'AWS::Events::Connection': 'events:@:connection/#',
  'AWS::Events::EventBus': 'events:@:event-bus/#',
  'AWS::Events::Rule': 'events:@:rule/#',
  'AWS::IAM::Role': 'iam:@:role/#',
  'AWS::KMS::Key': 'kms:@:key/#',
  'AWS::Kinesis::Stream': 'kinesis:@:stream/#',
  'AWS::KinesisFirehose::DeliveryStream': 'firehose:@:deliverystream/#',
  'AWS::Lambda::Function': 'lambda:@:function:#',
  'AWS::Serverless::Function': 'lambda:@:function:#',
  'AWS::Logs::LogGroup': 'logs:@:log-group:#:*',
  'AWS::S3::Bucket': 's3:::#',
  'AWS::SNS::Topic': 'sns:@:#',
  'AWS::SQS::Queue': 'sqs:@:#',
  'AWS::SecretsManager::Secret': 'secretsmanager:@:secret:#',
  'AWS::StepFunctions::Activity': 'states:@:activity:#',
  'AWS::StepFunctions::StateMachine': 'states:@:stateMachine:#',
  'AWS::Serverless::StateMachine': 'states:@:stateMachine:#',
}

/** Resources of which `Ref` gives the ARN. */
const REF_IS_ARN: ReadonlySet<string> = new Set([
  'AWS::Batch::JobDefinition',
  'AWS::Batch::JobQueue',
  'AWS::ECS::Service',
  'AWS::ECS::TaskDefinition',
  'AWS::SNS::Topic',
  'AWS::SecretsManager::Secret',
  'AWS::StepFunctions::Activity',
  'AWS::StepFunctions::StateMachine',
  'AWS::Serverless::StateMachine',
])

/** What `Ref` of a resource gives at run time: a name, an ARN or an address, made from the logical id. */
export function refStandIn(logicalId: string, type: string, place: StackPlace): string {
  if (type === 'AWS::SQS::Queue') return queueUrl(logicalId, place)
  if (REF_IS_ARN.has(type)) return arn(logicalId, type, place)
  return nameOf(logicalId, type)
}

/** What `Fn::GetAtt` gives: an ARN for attributes that end in `Arn`, else a name, else the logical id with the attribute. */
export function attributeStandIn(logicalId: string, attribute: string, type: string, place: StackPlace): string {
  if (attribute === 'StreamArn') return `${arn(logicalId, type, place)}/stream/2030-01-01T00:00:00.000`
  if (attribute.endsWith('Arn')) return arn(logicalId, type, place)
  if (attribute === 'QueueUrl') return queueUrl(logicalId, place)
  if (attribute === 'ApiEndpoint') return `https://${logicalId}.execute-api.${place.region}.amazonaws.com`
  if (attribute.endsWith('Name') && !attribute.includes('Domain')) return nameOf(logicalId, type)
  return `${logicalId}.${attribute}`
}

/** Stands in an ARN for the service of a resource whose type is not known. */
export const UNKNOWN_SERVICE = 'unknown'

/** The ARN of a resource; one of a type that is not known gets the shape `arn:aws:service:region:account:kind/id`. */
function arn(logicalId: string, type: string, place: StackPlace): string {
  const [, service = UNKNOWN_SERVICE, kind = 'resource'] = type.split('::')
  const pattern = Object.hasOwn(ARNS, type) ? ARNS[type] : `${service.toLowerCase()}:@:${kind.toLowerCase()}/#`
  const region = type.startsWith('AWS::IAM::') ? '' : place.region
  const path = (pattern ?? '').replace('@', `${region}:${place.account}`).replace('#', () => nameOf(logicalId, type))
  return `arn:${place.partition}:${path}`
}

/** The ARN of a Lambda function by its name. */
export function functionArn(name: string, place: StackPlace): string {
  return arn(name, 'AWS::Lambda::Function', place)
}

function queueUrl(logicalId: string, place: StackPlace): string {
  return `https://sqs.${place.region}.amazonaws.com/${place.account}/${logicalId}`
}

/** Buckets have names in small letters. */
function nameOf(logicalId: string, type: string): string {
  return type === 'AWS::S3::Bucket' ? logicalId.toLowerCase() : logicalId
}
