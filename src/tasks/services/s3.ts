import { member, type Json } from '../../asl/json.js'
import { md5 } from '../derived-id.js'
import { bodyText } from '../json-text.js'
import { textParameter, type ServiceCall } from '../service-call.js'

/** What stands in every object that is read: JSON, for the many machines that parse it. */
const BODY = '{}'
const SERVER_SIDE_ENCRYPTION = 'AES256'

/** Buckets that list nothing, take every write, and answer every read with an empty JSON object. */
export function inferS3({ call, action, parameters }: ServiceCall): Json | undefined {
  const LastModified = new Date(call.atMs).toISOString()
  switch (action) {
    case 'getObject':
      return { AcceptRanges: 'bytes', Body: BODY, ...objectMetadata(LastModified) }
    case 'headObject':
      return { AcceptRanges: 'bytes', ...objectMetadata(LastModified) }
    case 'putObject':
      return { ETag: etag(bodyText(member(parameters, 'Body') ?? '')), ServerSideEncryption: SERVER_SIDE_ENCRYPTION }
    case 'copyObject':
      return { CopyObjectResult: { ETag: etag(BODY), LastModified }, ServerSideEncryption: SERVER_SIDE_ENCRYPTION }
    case 'deleteObjects':
      return { Deleted: [] }
    case 'listObjectsV2':
      return {
        Contents: [],
        IsTruncated: false,
        KeyCount: 0,
        MaxKeys: 1000,
        Name: textParameter(parameters, 'Bucket') ?? '',
        Prefix: textParameter(parameters, 'Prefix') ?? '',
      }
    default:
      return undefined
  }
}

function objectMetadata(LastModified: string) {
  return {
    ContentLength: BODY.length,
    ContentType: 'binary/octet-stream',
    ETag: etag(BODY),
    LastModified,
    Metadata: {},
    ServerSideEncryption: SERVER_SIDE_ENCRYPTION,
  }
}

function etag(body: string): string {
  return `"${md5(body)}"`
}
