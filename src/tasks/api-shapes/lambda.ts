import { any, boolean, listOf, mapOf, number, numberOf, oneOf, type Shape, structure, text, textOf } from './shape.js'

/** Answers of Lambda. https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
const INVOKED = {
  StatusCode: number,
  FunctionError: text,
  LogResult: text,
  ExecutedVersion: textOf(1, 1024),
}

/** The optimized integration reads the payload: it may be any value. */
export const LAMBDA_INVOKE: Shape = structure({ ...INVOKED, Payload: any })
export const LAMBDA_SDK_INVOKE: Shape = structure({ ...INVOKED, Payload: text })

const error = structure({ ErrorCode: text, Message: text })

/**
 * https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html; the upper bound of MemorySize is recorded. Runtimes
 * and reasons are left open, since new ones come every year.
 */
export const LAMBDA_GET_FUNCTION: Shape = structure({
  Configuration: structure({
    FunctionName: textOf(1, 256),
    FunctionArn: textOf(0, 10_000),
    Runtime: text,
    Role: text,
    Handler: textOf(0, 128),
    CodeSize: number,
    Description: textOf(0, 256),
    Timeout: numberOf(1),
    MemorySize: numberOf(128, 10_240),
    LastModified: text,
    CodeSha256: text,
    Version: textOf(1, 1024),
    VpcConfig: structure({
      SubnetIds: listOf(text),
      SecurityGroupIds: listOf(text),
      VpcId: text,
      Ipv6AllowedForDualStack: boolean,
    }),
    DeadLetterConfig: structure({ TargetArn: text }),
    Environment: structure({ Variables: mapOf(text), Error: error }),
    KMSKeyArn: text,
    TracingConfig: structure({ Mode: oneOf('Active', 'PassThrough') }),
    MasterArn: text,
    RevisionId: text,
    Layers: listOf(
      structure({ Arn: textOf(1, 140), CodeSize: number, SigningProfileVersionArn: text, SigningJobArn: text }),
    ),
    State: oneOf(
      'Pending',
      'Active',
      'Inactive',
      'Failed',
      'Deactivating',
      'Deactivated',
      'ActiveNonInvocable',
      'Deleting',
    ),
    StateReason: text,
    StateReasonCode: text,
    LastUpdateStatus: oneOf('Successful', 'Failed', 'InProgress'),
    LastUpdateStatusReason: text,
    LastUpdateStatusReasonCode: text,
    FileSystemConfigs: listOf(
      structure({ Arn: textOf(0, 256), LocalMountPath: textOf(0, 160) }, ['Arn', 'LocalMountPath']),
    ),
    PackageType: oneOf('Zip', 'Image'),
    SigningProfileVersionArn: text,
    SigningJobArn: text,
    Architectures: listOf(oneOf('x86_64', 'arm64')),
    EphemeralStorage: structure({ Size: numberOf(512, 10_240) }, ['Size']),
    SnapStart: structure({
      ApplyOn: oneOf('PublishedVersions', 'None'),
      OptimizationStatus: oneOf('On', 'Off'),
    }),
    LoggingConfig: structure({
      LogFormat: oneOf('JSON', 'Text'),
      ApplicationLogLevel: oneOf('TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'),
      SystemLogLevel: oneOf('DEBUG', 'INFO', 'WARN'),
      LogGroup: textOf(1, 512),
    }),
  }),
  Code: structure({
    RepositoryType: text,
    Location: text,
    ImageUri: text,
    ResolvedImageUri: text,
    SourceKMSKeyArn: text,
  }),
  Tags: mapOf(text),
  TagsError: structure({ ErrorCode: textOf(10, 21), Message: textOf(84, 1000) }, ['ErrorCode', 'Message']),
  Concurrency: structure({ ReservedConcurrentExecutions: numberOf(0) }),
})
