import { boolean, mapOf, number, oneOf, type Shape, structure, text } from './shape.js'

const SERVER_SIDE_ENCRYPTION = oneOf('AES256', 'aws:fsx', 'aws:kms', 'aws:kms:dsse')

/** What answers about one object have in common. */
const ENCRYPTED = {
  Expiration: text,
  ETag: text,
  VersionId: text,
  ServerSideEncryption: SERVER_SIDE_ENCRYPTION,
  SSECustomerAlgorithm: text,
  SSECustomerKeyMD5: text,
  SSEKMSKeyId: text,
  BucketKeyEnabled: boolean,
  RequestCharged: oneOf('requester'),
  ChecksumCRC32: text,
  ChecksumCRC32C: text,
  ChecksumCRC64NVME: text,
  ChecksumSHA1: text,
  ChecksumSHA256: text,
  ChecksumType: oneOf('COMPOSITE', 'FULL_OBJECT'),
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export const S3_GET_OBJECT: Shape = structure({
  ...ENCRYPTED,
  Body: text,
  DeleteMarker: boolean,
  AcceptRanges: text,
  Restore: text,
  LastModified: text,
  ContentLength: number,
  MissingMeta: number,
  CacheControl: text,
  ContentDisposition: text,
  ContentEncoding: text,
  ContentLanguage: text,
  ContentRange: text,
  ContentType: text,
  Expires: text,
  WebsiteRedirectLocation: text,
  Metadata: mapOf(text),
  StorageClass: oneOf(
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
  ReplicationStatus: oneOf('COMPLETE', 'PENDING', 'FAILED', 'REPLICA', 'COMPLETED'),
  PartsCount: number,
  TagCount: number,
  ObjectLockMode: oneOf('GOVERNANCE', 'COMPLIANCE'),
  ObjectLockRetainUntilDate: text,
  ObjectLockLegalHoldStatus: oneOf('ON', 'OFF'),
})

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html */
export const S3_PUT_OBJECT: Shape = structure({ ...ENCRYPTED, SSEKMSEncryptionContext: text, Size: number })
