import type { FaultDefinition } from '../fault-definition.js'
import { type ServiceFault, serviceFault } from '../service-fault.js'

const THROTTLING = 'Back off exponentially with FULL jitter, a MaxDelaySeconds and 6 to 10 attempts.'

function refusedChange(row: Omit<ServiceFault, 'family' | 'evidence'>): FaultDefinition {
  return serviceFault({ family: 'control-plane', evidence: 'inferred', ...row })
}

const customDomainRate = refusedChange({
  id: 'cp-custom-domain-rate',
  title: 'API Gateway creates one custom domain in 30 seconds, and no more',
  aliases: ['custom-domain-rate'],
  service: { sdk: 'apigateway' },
  actions: ['createDomainName'],
  targets: 'tasks on aws-sdk:apigateway:createDomainName',
  code: 'TooManyRequestsException',
  status: 429,
  message: 'Too Many Requests',
  transient: true,
  advice: 'IntervalSeconds of 30 or more, and a Map around it with MaxConcurrency 1.',
  source: ['https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html'],
})

const cloudFormationThrottled = refusedChange({
  id: 'cp-cloudformation-throttled',
  title: 'CloudFormation throttles its API',
  aliases: ['cloudformation-throttled'],
  service: { sdk: 'cloudformation' },
  targets: 'tasks on aws-sdk:cloudformation',
  code: 'Throttling',
  generic: true,
  status: 400,
  message: 'Rate exceeded',
  notMatchedBy: ['CloudFormation.ThrottlingException'],
  transient: true,
  advice: `${THROTTLING} Poll stacks at intervals of half a minute.`,
  source: ["@aws-sdk/client-cloudformation's model has no Throttling"],
})

const iamEventualConsistency = refusedChange({
  id: 'cp-iam-eventual-consistency',
  title: 'A role that was made a moment ago cannot be used yet',
  aliases: ['role-not-ready'],
  service: { sdk: 'lambda' },
  actions: ['createFunction'],
  targets: 'tasks on aws-sdk:lambda:createFunction',
  code: 'InvalidParameterValueException',
  status: 400,
  message: 'The role defined for the function cannot be assumed by Lambda.',
  transient: true,
  advice: 'Retry a few times at intervals of 5 to 10 seconds.',
  source: ['https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html'],
})

const packageTooLarge = refusedChange({
  id: 'cp-lambda-package-too-large',
  title: "A function's package is larger than Lambda takes",
  aliases: ['package-too-large'],
  service: { sdk: 'lambda' },
  actions: ['createFunction', 'updateFunctionCode'],
  targets: 'tasks on aws-sdk:lambda:createFunction and updateFunctionCode',
  code: 'RequestEntityTooLargeException',
  status: 413,
  message: 'Request must be smaller than {limit} bytes for the {action} operation',
  parameters: { limit: { kind: 'bytes', default: 70_167_211, help: 'the limit that is told' } },
  transient: false,
  advice: 'No retry: move dependencies to a layer, load the package from S3, or ship a container image.',
  source: ['https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html'],
})

const ec2RequestLimit = refusedChange({
  id: 'cp-ec2-request-limit',
  title: 'EC2 throttles its API',
  aliases: ['ec2-throttled', 'request-limit-exceeded'],
  service: { sdk: 'ec2' },
  targets: 'tasks on aws-sdk:ec2',
  code: 'RequestLimitExceeded',
  generic: true,
  status: 503,
  message: 'Request limit exceeded.',
  notMatchedBy: ['Ec2.RequestLimitExceededException'],
  transient: true,
  advice: THROTTLING,
  source: ['@aws-sdk/client-ec2 models no exceptions', 'AWS FIS: aws:fis:inject-api-throttle-error on ec2'],
})

/** Limits of APIs that create and change resources. */
export const controlPlane: readonly FaultDefinition[] = [
  customDomainRate,
  cloudFormationThrottled,
  iamEventualConsistency,
  packageTooLarge,
  ec2RequestLimit,
]
