import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-s3@3.1169.0. */
export const s3: SdkModel = {
  prefix: 'S3',
  exceptions: `
    AccessDenied:403 AnnotationLimitExceeded:400 AnnotationNameTooLong:400 BucketAlreadyExists:409
    BucketAlreadyOwnedByYou:409 EncryptionTypeMismatch:400 IdempotencyParameterMismatch:400
    InvalidAnnotationName:400 InvalidObjectState:403 InvalidPrefix:400 InvalidRequest:400 InvalidWriteOffset:400
    NoSuchAnnotation:404 NoSuchBucket:404 NoSuchKey:404 NoSuchUpload:404 NotFound ObjectAlreadyInActiveTierError:403
    ObjectNotInActiveTierError:403 TooManyParts:400 UnsupportedMediaType:415`,
  raisedBy: [
    [`NoSuchBucket`, `CreateSession ListObjects ListObjectsV2`],
    [`NoSuchKey`, `GetObjectAcl GetObjectAttributes PutObjectAcl`],
    [`NotFound`, `HeadBucket HeadObject`],
    [`AccessDenied InvalidRequest NoSuchKey`, `UpdateObjectEncryption`],
    [
      `AnnotationLimitExceeded AnnotationNameTooLong InvalidAnnotationName InvalidRequest NoSuchBucket NoSuchKey
      UnsupportedMediaType`,
      `PutObjectAnnotation`,
    ],
    [`BucketAlreadyExists BucketAlreadyOwnedByYou`, `CreateBucket`],
    [`EncryptionTypeMismatch InvalidRequest InvalidWriteOffset TooManyParts`, `PutObject`],
    [`IdempotencyParameterMismatch`, `RenameObject`],
    [`InvalidObjectState NoSuchKey`, `GetObject`],
    [`InvalidPrefix NoSuchBucket NoSuchKey`, `ListObjectAnnotations`],
    [`NoSuchAnnotation NoSuchBucket NoSuchKey`, `GetObjectAnnotation`],
    [`NoSuchBucket NoSuchKey`, `DeleteObjectAnnotation`],
    [`NoSuchUpload`, `AbortMultipartUpload`],
    [`ObjectAlreadyInActiveTierError`, `RestoreObject`],
    [`ObjectNotInActiveTierError`, `CopyObject`],
  ],
}
