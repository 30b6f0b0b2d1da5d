import { NO_MESSAGE } from '../service-cause.js'
import type { ServiceFault } from '../service-fault.js'

/** What differs between reasons for which Lambda does not get to run the function. */
type Unready = Partial<Pick<ServiceFault, 'family' | 'evidence' | 'source'>> &
  Pick<
    ServiceFault,
    | 'id'
    | 'title'
    | 'aliases'
    | 'code'
    | 'generic'
    | 'status'
    | 'message'
    | 'transient'
    | 'advice'
    | 'notMatchedBy'
    | 'parameters'
  >

/** Reasons for which Lambda does not get to run the function, in the words of its API. */
export const lambdaPlatform: readonly Unready[] = [
  {
    id: 'lambda-access-denied',
    family: 'iam',
    title: "The state machine's role may not invoke the function",
    aliases: ['access-denied', 'forbidden', '403'],
    code: 'AccessDeniedException',
    generic: true,
    status: 403,
    message:
      'User: {caller_arn} is not authorized to perform: lambda:InvokeFunction on resource: {function_arn} {reason}',
    parameters: {
      reason: {
        kind: 'text',
        default: 'because no identity-based policy allows the lambda:InvokeFunction action',
        help: 'or e.g. "with an explicit deny"',
      },
    },
    evidence: 'reported',
    source: ['histories of executions, 2024; the other wording in an older one'],
    transient: false,
    notMatchedBy: ['States.Permissions', 'Lambda.AccessDeniedException'],
    advice:
      'No retry heals it, yet the retrier that CDK adds by default tries six times (126 seconds): grant the role lambda:InvokeFunction.',
  },
  {
    id: 'lambda-ec2-throttled',
    title: "EC2 throttles Lambda while it sets up the function's network",
    code: 'EC2ThrottledException',
    status: 502,
    message: 'EC2 throttled Lambda during function initialization using the execution role provided for the function.',
    transient: true,
    advice: 'Add this name to the retrier for Lambda: none of those that CDK adds by default is it.',
  },
  {
    id: 'lambda-eni-limit',
    title: 'The VPC has as many network interfaces as it may have',
    code: 'ENILimitReachedException',
    status: 502,
    message:
      'Lambda could not create an elastic network interface in the VPC because the limit for network interfaces has been reached.',
    transient: 'depends',
    advice: 'Retry at intervals of minutes, or not at all: the quota has to be raised, or interfaces to be given back.',
  },
  {
    id: 'lambda-subnet-ip-exhausted',
    title: "The function's subnets have no free address",
    aliases: ['subnet-full'],
    code: 'SubnetIPAddressLimitReachedException',
    status: 502,
    message:
      'Lambda was not able to set up VPC access for the Lambda function because one or more configured subnets has no available IP addresses.',
    transient: 'depends',
    advice: 'Retry at intervals of minutes, and give the function larger subnets.',
  },
  {
    id: 'lambda-resource-not-ready',
    title: 'The function was idle for weeks, and its VPC connection is being rebuilt',
    code: 'ResourceNotReadyException',
    status: 502,
    message:
      'The function is inactive and its VPC connection is no longer available. Wait for the VPC connection to reestablish and try again.',
    transient: true,
    advice: 'Retry at intervals of a minute or more: the first call wakes it, and fails.',
  },
  {
    id: 'lambda-resource-conflict',
    title: 'The function is being updated',
    code: 'ResourceConflictException',
    status: 409,
    message:
      'The operation cannot be performed at this time. The function is currently in the following state: Pending',
    transient: true,
    advice: 'Retry after a few seconds; a deployment is over soon.',
  },
  {
    id: 'lambda-kms-access-denied',
    title: "The function's role may not decrypt its environment variables",
    code: 'KMSAccessDeniedException',
    status: 502,
    message:
      "Lambda was unable to decrypt the environment variables because KMS access was denied. Please check the function's KMS key settings.",
    transient: false,
    advice: 'No retry: the key policy or the role has to allow kms:Decrypt.',
  },
  {
    id: 'lambda-efs-mount-timeout',
    title: "Mounting the function's EFS file system takes too long",
    code: 'EFSMountTimeoutException',
    status: 408,
    message:
      'The Lambda function made a network connection to the configured file system, but the mount operation timed out.',
    transient: true,
    advice: 'Retry a few times with backoff; look at burst credits of the file system.',
  },
  {
    id: 'lambda-snapstart-not-ready',
    title: 'The SnapStart snapshot of the version is not made yet',
    aliases: ['snapstart'],
    code: 'SnapStartNotReadyException',
    status: 409,
    message:
      'Lambda is initializing your function. It will be ready to invoke once your function state becomes ACTIVE.',
    transient: true,
    advice: 'Retry at intervals of tens of seconds, or move the alias only when the version is active.',
  },
  {
    id: 'lambda-code-artifact-pending',
    title: 'The container image or package is still being made ready after a deployment',
    aliases: ['image-pending'],
    code: 'CodeArtifactUserPendingException',
    status: 409,
    message: NO_MESSAGE,
    transient: true,
    source: ['the name: a public report; the model of Lambda'],
    advice: 'Retry over a minute or two, or move the alias only when the version is active: it passes by itself.',
  },
  {
    id: 'lambda-code-artifact-failed',
    title: "Lambda could not make the function's container image or package ready",
    aliases: ['image-failed'],
    code: 'CodeArtifactUserFailedException',
    status: 409,
    message: NO_MESSAGE,
    transient: false,
    advice: 'No retry: mend the image or the package, and deploy it again.',
  },
  {
    id: 'lambda-image-access-denied',
    family: 'iam',
    title: "Lambda may not read the function's container image any more",
    aliases: ['image-access'],
    code: 'AccessDeniedException',
    generic: true,
    status: 403,
    message: 'Lambda does not have permission to access the ECR image. Check the ECR permissions.',
    transient: false,
    notMatchedBy: ['States.Permissions', 'Lambda.AccessDeniedException'],
    advice: "No retry: the repository's policy has to allow Lambda ecr:BatchGetImage and ecr:GetDownloadUrlForLayer.",
  },
  {
    id: 'lambda-recursive-loop',
    title: 'Lambda stops a function that calls itself in a circle',
    aliases: ['recursion'],
    code: 'RecursiveInvocationException',
    status: 400,
    message:
      "Lambda has detected your function being invoked in a recursive loop with other AWS resources and stopped your function's invocation.",
    transient: false,
    advice: 'Never retry: break the circle.',
  },
  {
    id: 'lambda-code-s3-invalid',
    title: "Lambda cannot unpack the function's package",
    code: 'InvalidZipFileException',
    status: 502,
    message: 'Lambda could not unzip the deployment package.',
    transient: false,
    advice: 'No retry: build and deploy the package again.',
  },
]
