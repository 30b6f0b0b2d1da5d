import { member, type JsonObject } from '../../asl/json.js'
import { crc32Of } from '../checksum.js'
import { type AnswerTable, answersOf, requestMembers } from '../answer-table.js'
import { derivedHex, md5 } from '../derived-id.js'
import { bodyText } from '../task-json.js'
import { asObject, listParameter, textParameter, type ServiceCall } from '../service-call.js'

/** What stands in every object that is read: JSON, for the many machines that parse it. */
const BODY = '{}'
const SERVER_SIDE_ENCRYPTION = 'AES256'

/**
 * Buckets that list nothing, take every write, and answer every read with an empty JSON object. Members and order of
 * GetObject and PutObject are recorded. https://docs.aws.amazon.com/AmazonS3/latest/API
 */
const table: AnswerTable = {
  getObject: (service) => ({ ...objectMetadata(service), Body: BODY }),
  headObject: objectMetadata,
  getObjectAttributes: ({ call }) => ({ ETag: md5(BODY), LastModified: iso(call.atMs), ObjectSize: BODY.length }),
  putObject: ({ parameters }) => stored(bodyText(member(parameters, 'Body') ?? '')),
  copyObject: ({ call }) => ({
    CopyObjectResult: { ETag: etag(BODY), LastModified: iso(call.atMs) },
    ServerSideEncryption: SERVER_SIDE_ENCRYPTION,
  }),
  deleteObject: () => ({}),
  deleteObjects: ({ parameters }) => ({
    Deleted: listParameter(asObject(member(parameters, 'Delete') ?? {}), 'Objects').map((object) =>
      requestMembers(asObject(object), ['Key', 'VersionId']),
    ),
  }),
  listObjectsV2: ({ parameters }) => ({ Contents: [], ...listing(parameters), KeyCount: 0 }),
  listObjects: ({ parameters }) => ({ Contents: [], ...listing(parameters) }),
  listObjectVersions: ({ parameters }) => ({ DeleteMarkers: [], ...listing(parameters), Versions: [] }),
  listBuckets: () => ({ Buckets: [] }),
  headBucket: ({ call }) => ({ BucketRegion: call.executionArn.split(':')[3] ?? 'us-east-1' }),
  createBucket: ({ parameters }) => ({ Location: `/${textParameter(parameters, 'Bucket') ?? ''}` }),
  getObjectTagging: () => ({ TagSet: [] }),
  putObjectTagging: () => ({}),
  restoreObject: () => ({}),
  createMultipartUpload: (service) => ({
    ...requestMembers(service.parameters, ['Bucket', 'Key']),
    ServerSideEncryption: SERVER_SIDE_ENCRYPTION,
    UploadId: derivedHex(service.call, 'upload', 64),
  }),
  uploadPart: ({ parameters }) => stored(bodyText(member(parameters, 'Body') ?? '')),
  uploadPartCopy: ({ call }) => ({ CopyPartResult: { ETag: etag(BODY), LastModified: iso(call.atMs) } }),
  completeMultipartUpload: ({ parameters }) => ({
    ...requestMembers(parameters, ['Bucket', 'Key']),
    ETag: `"${md5(BODY)}-1"`,
    ServerSideEncryption: SERVER_SIDE_ENCRYPTION,
  }),
  abortMultipartUpload: () => ({}),
}

/** Tasks call S3 through `aws-sdk:s3`, ItemReaders as `s3`. */
export const inferS3 = answersOf(table)

function objectMetadata({ call }: ServiceCall): JsonObject {
  return {
    AcceptRanges: 'bytes',
    ContentLength: BODY.length,
    ContentType: 'binary/octet-stream',
    ETag: etag(BODY),
    LastModified: iso(call.atMs),
    Metadata: {},
    ServerSideEncryption: SERVER_SIDE_ENCRYPTION,
  }
}

function stored(body: string): JsonObject {
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32Of(body))
  return {
    ChecksumCRC32: checksum.toString('base64'),
    ChecksumType: 'FULL_OBJECT',
    ETag: etag(body),
    ServerSideEncryption: SERVER_SIDE_ENCRYPTION,
  }
}

function listing(parameters: JsonObject): JsonObject {
  return {
    IsTruncated: false,
    MaxKeys: 1000,
    Name: textParameter(parameters, 'Bucket') ?? '',
    Prefix: textParameter(parameters, 'Prefix') ?? '',
  }
}

function etag(body: string): string {
  return `"${md5(body)}"`
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString()
}
