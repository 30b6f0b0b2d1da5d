import { isArray, isObject, type Json, type JsonObject, member } from '../../asl/json.js'
import { QueryFailure } from '../failure.js'
import { csvItems } from './csv.js'
import { type Items, itemsFrom } from './items.js'
import { itemsOfObject } from './items-of-object.js'
import { joinedItems } from './joined-items.js'
import { dataFileUri, dataFilesOf } from './manifest.js'
import { objectText, readerFailed, readerTarget } from './reader-config.js'

/** What an ItemReader asked S3 for; empty where it does not say. */
export interface ReadFrom {
  readonly bucket: string
  readonly key: string
}

/**
 * The items in what an ItemReader's call was answered with:
 *
 * - `{ Contents }`: a listing. Its objects are the items, or their contents are with Transformation LOAD_AND_FLATTEN.
 * - `{ Body }`: an object's text, or a list where its rows are known already, as those of a Parquet file.
 * - `Files` beside either: the bodies of the data files that a manifest, or the listing, names, by `s3://bucket/key`.
 *
 * Each knows where it was read: a listing's are of the bucket. That the URI begins with a capital is documented.
 *
 * Rows of an inventory are text as the files have it: that Step Functions leaves its keys URL-encoded is an assumption,
 * and so are the causes that tell of manifests and data files.
 */
export function itemsOfAnswer(answer: Json, config: JsonObject, { bucket, key }: ReadFrom): Items | QueryFailure {
  if (!isObject(answer)) return noBody
  const contents = member(answer, 'Contents')
  const body = member(answer, 'Body')
  if (readerTarget(config, contents !== undefined) !== 'object') return itemsOfFiles(answer, config, bucket)
  if (contents !== undefined && isArray(contents)) return itemsFrom(contents, `S3://${bucket}`)
  const items = body === undefined ? noBody : itemsOfBody(body, config)
  return items instanceof QueryFailure ? items : itemsFrom(items, `S3://${bucket}/${key}`)
}

const noBody = readerFailed('The ItemReader got an answer without Body or Contents.')

function itemsOfFiles(answer: JsonObject, config: JsonObject, bucket: string): Items | QueryFailure {
  const named = dataFilesOf(answer, config, bucket)
  if (named instanceof QueryFailure) return named
  const bodies = member(answer, 'Files') ?? {}
  const parts: Items[] = []
  for (const file of named.files) {
    const uri = dataFileUri(file)
    const body = isObject(bodies) ? member(bodies, uri) : undefined
    if (body === undefined) return readerFailed(`The data file ${uri} does not exist.`)
    const items = named.columns
      ? csvItems(objectText(body), { headers: named.columns, delimiter: ',' })
      : itemsOfBody(body, config)
    if (items instanceof QueryFailure) return new QueryFailure(items.error, `${items.cause} (${uri})`)
    parts.push(itemsFrom(items, `S3://${file.bucket}/${file.key}`))
  }
  return joinedItems(parts)
}

/** Items of one body, by the InputType. */
function itemsOfBody(body: Json, config: JsonObject): Items | QueryFailure {
  if (member(config, 'InputType') !== 'PARQUET') return itemsOfObject(objectText(body), config)
  return isArray(body) ? body : readerFailed('The object is no Parquet file.')
}
