import { booleanShape, mapOf, numberShape, oneOfShape, type Shape, structure, textShape } from './shape.js'

const SERVER_SIDE_ENCRYPTION = oneOfShape('AES256', 'aws:fsx', 'aws:kms', 'aws:kms:dsse')

/** What answers about one object have in common. */
const ENCRYPTED = {
  Expiration: textShape,
  ETag: textShape,
  VersionId: textShape,
  ServerSideEncryption: SERVER_SIDE_ENCRYPTION,
  SSECustomerAlgorithm: textShape,
  SSECustomerKeyMD5: textShape,
  SSEKMSKeyId: textShape,
  BucketKeyEnabled: booleanShape,
  RequestCharged: oneOfShape('requester'),
  ChecksumCRC32: textShape,
  ChecksumCRC32C: textShape,
  ChecksumCRC64NVME: textShape,
  ChecksumSHA1: textShape,
  ChecksumSHA256: textShape,
  ChecksumType: oneOfShape('COMPOSITE', 'FULL_OBJECT'),
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export const S3_GET_OBJECT: Shape = structure({
  ...ENCRYPTED,
  Body: textShape,
  DeleteMarker: booleanShape,
  AcceptRanges: textShape,
  Restore: textShape,
  LastModified: textShape,
  ContentLength: numberShape,
  MissingMeta: numberShape,
  CacheControl: textShape,
  ContentDisposition: textShape,
  ContentEncoding: textShape,
  ContentLanguage: textShape,
  ContentRange: textShape,
  ContentType: textShape,
  Expires: textShape,
  WebsiteRedirectLocation: textShape,
  Metadata: mapOf(textShape),
  StorageClass: oneOfShape(
    'STANDARD',
    'REDUCED_REDUNDANCY',
    'STANDARD_IA',
    'ONEZONE_IA',
    'INTELLIGENT_TIERING',
    'GLACIER',
    'DEEP_ARCHIVE',
    'OUTPOSTS',
    'GLACIER_IR',
    'SNOW',
    'EXPRESS_ONEZONE',
    'FSX_OPENZFS',
    'FSX_ONTAP',
  ),
  ReplicationStatus: oneOfShape('COMPLETE', 'PENDING', 'FAILED', 'REPLICA', 'COMPLETED'),
  PartsCount: numberShape,
  TagCount: numberShape,
  ObjectLockMode: oneOfShape('GOVERNANCE', 'COMPLIANCE'),
  ObjectLockRetainUntilDate: textShape,
  ObjectLockLegalHoldStatus: oneOfShape('ON', 'OFF'),
})

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export const S3_PUT_OBJECT: Shape = structure({ ...ENCRYPTED, SSEKMSEncryptionContext: textShape, Size: numberShape })
