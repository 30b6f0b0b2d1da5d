import { isArray, isObject, type Json, type JsonObject, member } from '../../asl/json.js'
import { QueryFailure } from '../failure.js'
import { csvItems } from './csv.js'
import { itemList } from './items.js'
import { objectText, readerFailed, readerTarget } from './reader-config.js'

/** An object that holds items, as a manifest or a listing names it. */
export interface DataFile {
  readonly bucket: string
  readonly key: string
}

/** `s3://bucket/key`: what a data file is called among the `Files` of an answer. */
export function dataFileUri({ bucket, key }: DataFile): string {
  return `s3://${bucket}/${key}`
}

/** More data files are not read. Chosen: Athena writes dozens, an inventory of a billion objects has some thousands. */
const MAX_FILES = 100_000

/** The data files that hold the items, in order. */
export interface DataFiles {
  readonly files: readonly DataFile[]
  /** The columns of an inventory's files, which have no header row. */
  readonly columns: readonly string[] | undefined
}

const NO_FILES: DataFiles = { files: [], columns: undefined }

/**
 * The data files of what an ItemReader got: of a manifest (`Body`), or all objects of a listing (`Contents`) that is to be
 * flattened; none where the answer itself holds the items. `bucket` is the one the reader asks.
 */
export function dataFilesOf(answer: JsonObject, config: JsonObject, bucket: string): DataFiles | QueryFailure {
  const found = namedFiles(answer, config, bucket)
  if (found instanceof QueryFailure || found.files.length <= MAX_FILES) return found
  return readerFailed(`The manifest names ${found.files.length} data files, and aslx reads ${MAX_FILES} at most.`)
}

function namedFiles(answer: JsonObject, config: JsonObject, bucket: string): DataFiles | QueryFailure {
  const contents = member(answer, 'Contents')
  const manifest = objectText(member(answer, 'Body') ?? '')
  const target = readerTarget(config, contents !== undefined)
  if (target === 'object') return NO_FILES
  if (target === 'flattened-list') return { files: listedFiles(contents ?? [], bucket), columns: undefined }
  return target === 'athena' ? athenaFiles(manifest) : inventoryFiles(manifest, bucket)
}

function listedFiles(contents: Json, bucket: string): readonly DataFile[] {
  return (isArray(contents) ? contents : []).flatMap((object) => {
    const key = textMember(object, 'Key')
    return key === undefined ? [] : [{ bucket, key }]
  })
}

/** One `s3://bucket/key` in each line. https://docs.aws.amazon.com/athena/latest/ug/querying-finding-output-files.html */
function athenaFiles(manifest: string): DataFiles | QueryFailure {
  const rows = csvItems(manifest, { headers: ['uri'], delimiter: ',' })
  if (rows instanceof QueryFailure) return rows
  const files: DataFile[] = []
  for (const row of itemList(rows)) {
    const uri = textMember(row, 'uri') ?? ''
    const parts = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri.trim())
    if (!parts) return readerFailed(`The Athena manifest names "${clipped(uri)}", which is no s3://bucket/key.`)
    files.push({ bucket: parts[1] ?? '', key: parts[2] ?? '' })
  }
  return { files, columns: undefined }
}

/**
 * The files of an inventory's manifest.json; they are in its destinationBucket. Only inventories in CSV are read.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html
 */
function inventoryFiles(body: string, bucket: string): DataFiles | QueryFailure {
  const manifest = parsed(body)
  const listed = isObject(manifest) ? member(manifest, 'files') : undefined
  if (!isObject(manifest) || listed === undefined || !isArray(listed)) {
    return readerFailed('The object is no S3 inventory manifest: it has no list of files.')
  }
  const format = member(manifest, 'fileFormat') ?? null
  if (format !== 'CSV') {
    return readerFailed(
      `The S3 inventory has the format ${clipped(JSON.stringify(format))}, and only CSV is supported.`,
    )
  }
  const schema = textMember(manifest, 'fileSchema')
  if (schema === undefined) return readerFailed('The S3 inventory manifest has no fileSchema.')
  const home = textMember(manifest, 'destinationBucket')?.replace(/^arn:[^:]*:s3:::/, '') ?? bucket
  const files = listed.flatMap((file) => {
    const key = textMember(file, 'key')
    return key === undefined ? [] : [{ bucket: home, key }]
  })
  return { files, columns: schema.split(',').map((column) => column.trim()) }
}

function textMember(value: Json, key: string): string | undefined {
  const found = isObject(value) ? member(value, key) : undefined
  return typeof found === 'string' ? found : undefined
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

function clipped(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}...` : text
}
