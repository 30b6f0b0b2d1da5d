import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../../src/asl/json.js'
import { QueryFailure } from '../../../../src/data/failure.js'
import { itemList } from '../../../../src/data/items/items.js'
import { itemsOfAnswer } from '../../../../src/data/items/items-of-answer.js'

function items(answer: Json, config: JsonObject): readonly Json[] | string {
  const found = itemsOfAnswer(answer, config, { bucket: 'inbox', key: 'manifest.json' })
  return found instanceof QueryFailure ? found.cause : itemList(found)
}

const inventory = {
  destinationBucket: 'arn:aws:s3:::reports',
  fileFormat: 'CSV',
  fileSchema: 'Bucket, Key, Size',
  files: [{ key: 'data/1.csv.gz' }, { key: 'data/2.csv.gz' }],
}
const inventoryFiles = {
  's3://reports/data/1.csv.gz': '"b","a%20b.txt","12"\n"b","c.txt",""\n',
  's3://reports/data/2.csv.gz': '"b","d.txt","3"',
}
const manifest: JsonObject = { InputType: 'MANIFEST' }
const athena: JsonObject = { ManifestType: 'ATHENA_DATA', InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' }

describe('an S3 inventory', () => {
  it('gives the rows of its data files by the schema of the manifest, every value as text', () => {
    expect(items({ Body: JSON.stringify(inventory), Files: inventoryFiles }, manifest)).toEqual([
      { Bucket: 'b', Key: 'a%20b.txt', Size: '12' },
      { Bucket: 'b', Key: 'c.txt', Size: '' },
      { Bucket: 'b', Key: 'd.txt', Size: '3' },
    ])
  })

  it('is what ManifestType S3_INVENTORY means, without an InputType', () => {
    const answer = { Body: JSON.stringify(inventory), Files: inventoryFiles }
    expect(items(answer, { ManifestType: 'S3_INVENTORY' })).toHaveLength(3)
  })

  it('has its files in the bucket of the manifest where it names none', () => {
    const { destinationBucket: _, ...homeless } = { ...inventory, files: [{ key: 'x' }] }
    expect(items({ Body: homeless, Files: { 's3://inbox/x': 'b,k,1' } }, manifest)).toEqual([
      { Bucket: 'b', Key: 'k', Size: '1' },
    ])
  })

  it('with a data file that is not there fails and names the file', () => {
    const Files = { 's3://reports/data/1.csv.gz': inventoryFiles['s3://reports/data/1.csv.gz'] }
    expect(items({ Body: JSON.stringify(inventory), Files }, manifest)).toBe(
      'The data file s3://reports/data/2.csv.gz does not exist.',
    )
  })

  it.each([
    ['{"files":', 'The object is no S3 inventory manifest: it has no list of files.'],
    ['[]', 'The object is no S3 inventory manifest: it has no list of files.'],
    [
      JSON.stringify({ ...inventory, fileFormat: 'ORC' }),
      'The S3 inventory has the format "ORC", and only CSV is supported.',
    ],
    [JSON.stringify({ fileFormat: 'CSV', files: [] }), 'The S3 inventory manifest has no fileSchema.'],
  ])('whose manifest is %s fails', (Body, cause) => {
    expect(items({ Body }, manifest)).toBe(cause)
  })
})

describe('an Athena manifest', () => {
  it('gives the items of the files it lists, each with its own header row', () => {
    const Body = 's3://out/a.csv\n"s3://other/deep/b.csv"\n'
    const Files = { 's3://out/a.csv': 'id,n\n1,x', 's3://other/deep/b.csv': 'n,id\ny,2' }
    expect(items({ Body, Files }, athena)).toEqual([
      { id: '1', n: 'x' },
      { n: 'y', id: '2' },
    ])
  })

  it('mixes given headers with a delimiter', () => {
    const config = { ...athena, CSVHeaderLocation: 'GIVEN', CSVHeaders: ['id', 'n'], CSVDelimiter: 'PIPE' }
    expect(items({ Body: 's3://o/a', Files: { 's3://o/a': '1|"x|y"\n2' } }, config)).toEqual([
      { id: '1', n: 'x|y' },
      { id: '2', n: '' },
    ])
  })

  it('may list files of JSON lines, or of rows that were read from Parquet', () => {
    const Files = { 's3://o/a': '{"id":1}\n{"id":2}\n', 's3://o/b': [{ id: 3 }] }
    expect(items({ Body: 's3://o/a', Files }, { ...athena, InputType: 'JSONL' })).toEqual([{ id: 1 }, { id: 2 }])
    expect(items({ Body: 's3://o/b', Files }, { ...athena, InputType: 'PARQUET' })).toEqual([{ id: 3 }])
  })

  it('fails for what is no address, and says of a data file that is malformed which it is', () => {
    expect(items({ Body: 'x.csv' }, athena)).toBe('The Athena manifest names "x.csv", which is no s3://bucket/key.')
    expect(items({ Body: 's3://o/a', Files: { 's3://o/a': 'id,id\n1,2' } }, athena)).toBe(
      'CSV headers cannot contain duplicates. (s3://o/a)',
    )
  })
})

describe('a listing', () => {
  const Contents = [{ Key: 'a.jsonl' }, { Key: 'b.jsonl' }]

  it('is its objects, and their contents with LOAD_AND_FLATTEN', () => {
    const Files = { 's3://inbox/a.jsonl': '{"n":1}\n{"n":2}', 's3://inbox/b.jsonl': '{"n":3}' }
    expect(items({ Contents }, {})).toEqual(Contents)
    const config = { InputType: 'JSONL', Transformation: 'LOAD_AND_FLATTEN' }
    expect(items({ Contents, Files }, config)).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
  })
})

describe('a Parquet object', () => {
  it('is the rows it was read as, and no text', () => {
    expect(items({ Body: [{ id: 1 }] }, { InputType: 'PARQUET' })).toEqual([{ id: 1 }])
    expect(items({ Body: 'id\n1' }, { InputType: 'PARQUET' })).toBe('The object is no Parquet file.')
  })
})
