import type { FaultDefinition } from '../fault-definition.js'
import { canMissResource } from '../resource-texts.js'
import { serviceFault } from '../service-fault.js'
import { s3Fault } from './s3-faults.js'

const family = 'network-region'

const s3WrongRegionRedirect = s3Fault({
  id: 's3-wrong-region-redirect',
  title: 'The bucket is in another Region',
  family,
  aliases: ['s3-301', 'permanent-redirect'],
  code: 'PermanentRedirect',
  generic: true,
  status: 301,
  message:
    'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.',
  notMatchedBy: ['S3.PermanentRedirectException'],
  transient: false,
  advice: 'No retry: call S3 from a machine in the Region of the bucket, or copy the data over.',
})

const s3IllegalLocation = s3Fault({
  id: 's3-illegal-location',
  title: 'A bucket is asked for in another Region than the endpoint is in',
  family,
  aliases: ['illegal-location'],
  actions: ['createBucket'],
  targets: 'tasks on aws-sdk:s3:createBucket',
  code: 'IllegalLocationConstraintException',
  generic: true,
  status: 400,
  message:
    'The unspecified location constraint is incompatible for the region specific endpoint this request was sent to.',
  notMatchedBy: ['S3.IllegalLocationConstraintException'],
  transient: false,
  advice: 'No retry: give CreateBucketConfiguration.LocationConstraint the Region of the machine.',
})

const wrongRegionEndpoint: FaultDefinition = {
  id: 'wrong-region-endpoint',
  title: 'The resource is asked for in a Region in which it does not exist',
  family,
  aliases: ['wrong-region'],
  targets: 'tasks that call an API which has an error for a resource that is not there',
  appliesTo: ({ type, resource }) => type === 'Task' && resource !== undefined && canMissResource(resource),
  effect: { kind: 'error', error: '{not_found_error}', cause: '{not_found_cause}' },
  parameters: { message: { kind: 'text', default: 'Requested resource not found', help: 'what the service says' } },
  matchedBy: ['{not_found_error}', 'States.TaskFailed', 'States.ALL'],
  transient: false,
  sideEffect: 'none',
  advice: 'No retry: build ARNs from the Region of the stack (AWS::Region), not from a literal.',
  evidence: 'inferred',
  source: ["names from the services' API models; forms recorded for Lambda, DynamoDB, SNS and Step Functions"],
}

const stsRegionDisabled = serviceFault({
  id: 'sts-region-disabled',
  title: 'STS is not activated in the Region',
  family,
  aliases: ['region-disabled'],
  service: { sdk: 'sts' },
  actions: ['assumeRole'],
  targets: 'tasks on aws-sdk:sts:assumeRole',
  code: 'RegionDisabledException',
  status: 403,
  message:
    'STS is not activated in this region for account:{account}. Your account administrator can activate STS in this region using the IAM Console.',
  transient: false,
  advice: 'No retry: somebody has to activate STS in this Region for the account.',
  evidence: 'inferred',
  source: ['@aws-sdk/client-sts: errors of AssumeRole'],
})

/** Calls that end up in the wrong Region. */
export const networkRegion: readonly FaultDefinition[] = [
  s3WrongRegionRedirect,
  s3IllegalLocation,
  wrongRegionEndpoint,
  stsRegionDisabled,
]
