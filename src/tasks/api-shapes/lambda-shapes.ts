import {
  any,
  booleanShape,
  listOf,
  mapOf,
  numberShape,
  numberOf,
  oneOfShape,
  type Shape,
  structure,
  textShape,
  textOf,
} from './shape.js'

/** Answers of Lambda. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
const INVOKED = {
  StatusCode: numberShape,
  FunctionError: textShape,
  LogResult: textShape,
  ExecutedVersion: textOf(1, 1024),
}

/** The optimized integration reads the payload: it may be any value. */
export const LAMBDA_INVOKE: Shape = structure({ ...INVOKED, Payload: any })
export const LAMBDA_SDK_INVOKE: Shape = structure({ ...INVOKED, Payload: textShape })

const error = structure({ ErrorCode: textShape, Message: textShape })

/**
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html; the upper bound of MemorySize is recorded. Runtimes
 * and reasons are left open, since new ones come every year.
 */
export const LAMBDA_GET_FUNCTION: Shape = structure({
  Configuration: structure({
    FunctionName: textOf(1, 256),
    FunctionArn: textOf(0, 10_000),
    Runtime: textShape,
    Role: textShape,
    Handler: textOf(0, 128),
    CodeSize: numberShape,
    Description: textOf(0, 256),
    Timeout: numberOf(1),
    MemorySize: numberOf(128, 10_240),
    LastModified: textShape,
    CodeSha256: textShape,
    Version: textOf(1, 1024),
    VpcConfig: structure({
      SubnetIds: listOf(textShape),
      SecurityGroupIds: listOf(textShape),
      VpcId: textShape,
      Ipv6AllowedForDualStack: booleanShape,
    }),
    DeadLetterConfig: structure({ TargetArn: textShape }),
    Environment: structure({ Variables: mapOf(textShape), Error: error }),
    KMSKeyArn: textShape,
    TracingConfig: structure({ Mode: oneOfShape('Active', 'PassThrough') }),
    MasterArn: textShape,
    RevisionId: textShape,
    Layers: listOf(
      structure({
        Arn: textOf(1, 140),
        CodeSize: numberShape,
        SigningProfileVersionArn: textShape,
        SigningJobArn: textShape,
      }),
    ),
    State: oneOfShape(
      'Pending',
      'Active',
      'Inactive',
      'Failed',
      'Deactivating',
      'Deactivated',
      'ActiveNonInvocable',
      'Deleting',
    ),
    StateReason: textShape,
    StateReasonCode: textShape,
    LastUpdateStatus: oneOfShape('Successful', 'Failed', 'InProgress'),
    LastUpdateStatusReason: textShape,
    LastUpdateStatusReasonCode: textShape,
    FileSystemConfigs: listOf(
      structure({ Arn: textOf(0, 256), LocalMountPath: textOf(0, 160) }, ['Arn', 'LocalMountPath']),
    ),
    PackageType: oneOfShape('Zip', 'Image'),
    SigningProfileVersionArn: textShape,
    SigningJobArn: textShape,
    Architectures: listOf(oneOfShape('x86_64', 'arm64')),
    EphemeralStorage: structure({ Size: numberOf(512, 10_240) }, ['Size']),
    SnapStart: structure({
      ApplyOn: oneOfShape('PublishedVersions', 'None'),
      OptimizationStatus: oneOfShape('On', 'Off'),
    }),
    LoggingConfig: structure({
      LogFormat: oneOfShape('JSON', 'Text'),
      ApplicationLogLevel: oneOfShape('TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'),
      SystemLogLevel: oneOfShape('DEBUG', 'INFO', 'WARN'),
      LogGroup: textOf(1, 512),
    }),
  }),
  Code: structure({
    RepositoryType: textShape,
    Location: textShape,
    ImageUri: textShape,
    ResolvedImageUri: textShape,
    SourceKMSKeyArn: textShape,
  }),
  Tags: mapOf(textShape),
  TagsError: structure({ ErrorCode: textOf(10, 21), Message: textOf(84, 1000) }, ['ErrorCode', 'Message']),
  Concurrency: structure({ ReservedConcurrentExecutions: numberOf(0) }),
})
