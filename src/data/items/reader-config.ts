import { type Json, type JsonObject, member } from '../../asl/json.js'
import { QueryFailure } from '../failure.js'

/** What the object is that an ItemReader asks for. */
export type ReaderTarget =
  /** The items are in the object itself, or the call lists objects, which are the items. */
  | 'object'
  /** An S3 inventory manifest, whose data files hold the items. */
  | 'inventory'
  /** The manifest of an Athena query, whose data files hold the items. */
  | 'athena'
  /** A list of objects, whose contents are the items. */
  | 'flattened-list'

/**
 * What a ReaderConfig asks for. `ManifestType` S3_INVENTORY is what InputType MANIFEST alone means; with ATHENA_DATA the
 * InputType is that of the data files. `Transformation` LOAD_AND_FLATTEN is for listings.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
export function readerTarget(config: JsonObject, lists: boolean): ReaderTarget {
  if (lists) return member(config, 'Transformation') === 'LOAD_AND_FLATTEN' ? 'flattened-list' : 'object'
  const manifest = member(config, 'ManifestType')
  if (manifest === 'ATHENA_DATA') return 'athena'
  return manifest === 'S3_INVENTORY' || member(config, 'InputType') === 'MANIFEST' ? 'inventory' : 'object'
}

/** A `States.ItemReaderFailed`. */
export function readerFailed(cause: string): QueryFailure {
  return new QueryFailure('States.ItemReaderFailed', cause)
}

/** Text of a body that came as text, or as the JSON that the text says. */
export function objectText(body: Json): string {
  return typeof body === 'string' ? body : JSON.stringify(body)
}
