import { describe, expect, it } from 'vitest'
import { inferred, iso } from '../fixtures.js'

/** GetObject and PutObject are recorded (`recorded.test.ts`); the rest: API reference of S3. */
describe('S3', () => {
  it('reads empty JSON', () => {
    expect(inferred('aws-sdk:s3:getObject')).toMatchObject({ Body: '{}', ContentLength: 2, LastModified: iso })
    expect(inferred('aws-sdk:s3:headObject')).not.toHaveProperty('Body')
    expect(inferred('aws-sdk:s3:getObjectAttributes')).toMatchObject({ ObjectSize: 2 })
  })

  it('takes every write, and has the checksums of it', () => {
    expect(inferred('aws-sdk:s3:putObject', { Body: 'hello' })).toEqual({
      ChecksumCRC32: 'NhCmhg==',
      ChecksumType: 'FULL_OBJECT',
      ETag: '"5d41402abc4b2a76b9719d911017c592"',
      ServerSideEncryption: 'AES256',
    })
    expect(inferred('aws-sdk:s3:copyObject')).toHaveProperty('CopyObjectResult.ETag')
    expect(inferred('aws-sdk:s3:deleteObjects', { Delete: { Objects: [{ Key: 'a' }] } })).toEqual({
      Deleted: [{ Key: 'a' }],
    })
  })

  it('lists nothing', () => {
    expect(inferred('aws-sdk:s3:listObjectsV2', { Bucket: 'b', Prefix: 'p/' })).toEqual({
      Contents: [],
      IsTruncated: false,
      KeyCount: 0,
      MaxKeys: 1000,
      Name: 'b',
      Prefix: 'p/',
    })
    expect(inferred('aws-sdk:s3:listObjects')).toMatchObject({ Contents: [] })
    expect(inferred('aws-sdk:s3:listObjectVersions')).toMatchObject({ DeleteMarkers: [], Versions: [] })
    expect(inferred('aws-sdk:s3:listBuckets')).toEqual({ Buckets: [] })
  })

  it('takes objects in parts', () => {
    expect(inferred('aws-sdk:s3:createMultipartUpload', { Bucket: 'b', Key: 'k' })).toMatchObject({
      Bucket: 'b',
      Key: 'k',
      UploadId: expect.any(String),
    })
    expect(inferred('aws-sdk:s3:uploadPart', { Body: 'hello' })).toHaveProperty('ETag')
    expect(inferred('aws-sdk:s3:completeMultipartUpload', { Key: 'k' })).toMatchObject({
      ETag: expect.stringMatching(/-1"$/),
    })
  })
})
