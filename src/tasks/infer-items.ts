import { type Json, member } from '../asl/json.js'
import type { Call } from '../engine/ports.js'

/**
 * What an ItemReader gets that nobody mocked, by its ReaderConfig. One item to go on with: an object in a list, a file that
 * holds one, a row; a manifest, or a list that is to be flattened, has no files.
 */
export function inferItems({ resource, readerConfig = {} }: Call): Json {
  const config = (key: string): Json | undefined => member(readerConfig, key)
  if ('action' in resource && resource.action === 'listObjectsV2') {
    const Contents = config('Transformation') === 'LOAD_AND_FLATTEN' ? [] : [{ Key: 'object', Size: 0 }]
    return { Contents, IsTruncated: false, KeyCount: Contents.length }
  }
  if (config('ManifestType') === 'ATHENA_DATA') return { Body: '' }
  if (config('ManifestType') === 'S3_INVENTORY' || config('InputType') === 'MANIFEST') return { Body: NO_INVENTORY }
  return { Body: config('InputType') === 'PARQUET' ? [{}] : '[{}]' }
}

const NO_INVENTORY = JSON.stringify({ fileFormat: 'CSV', fileSchema: 'Bucket, Key', files: [] })
