import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadScenario, machine } from '../../../../src/index.js'
import type { Json, Scenario } from '../../../../src/index.js'

function reading(ReaderConfig: Record<string, Json>, Key = 'k', Resource = 's3:getObject') {
  const Each = {
    Type: 'Map',
    ItemReader: { Resource: `arn:aws:states:::${Resource}`, ReaderConfig, Parameters: { Bucket: 'in', Key } },
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'Keep',
      States: { Keep: { Type: 'Pass', End: true } },
    },
    End: true,
  }
  return machine({ StartAt: 'Each', States: { Each } })
}

const rows = () => new Uint8Array(parquetWriteBuffer({ columnData: [{ name: 'id', data: [1, 2, 3], type: 'INT32' }] }))
const asBase64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const csv = { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' }

describe('an ItemReader', () => {
  it('reads an inventory whose data files are gzip, from another bucket', async () => {
    const manifest = {
      destinationBucket: 'arn:aws:s3:::reports',
      fileFormat: 'CSV',
      fileSchema: 'Bucket, Key',
      files: [{ key: '1.csv.gz' }],
    }
    const s3 = { in: { k: JSON.stringify(manifest) }, reports: { '1.csv.gz': gzipSync('"b","x"\n"b","y"\n') } }
    const run = await reading({ InputType: 'MANIFEST' }).run({ s3 })
    expect(run.output).toEqual([
      { Bucket: 'b', Key: 'x' },
      { Bucket: 'b', Key: 'y' },
    ])
  })

  it('reads a manifest that is gzip, and then the files it names', async () => {
    const s3 = { in: { k: gzipSync('s3://in/a\ns3://in/b\n'), a: rows(), b: rows() } }
    const run = await reading({ ManifestType: 'ATHENA_DATA', InputType: 'PARQUET' }).run({ s3 })
    expect(run.mapRuns?.[0]?.counts.total).toBe(6)
  })

  it('fails the Map when a data file of a manifest is not there', async () => {
    const run = await reading({ ...csv, ManifestType: 'ATHENA_DATA' }).run({ s3: { in: { k: 's3://in/a.csv' } } })
    expect([run.error, run.cause]).toEqual(['States.ItemReaderFailed', 'The data file s3://in/a.csv does not exist.'])
  })

  it('reads the Parquet files of an Athena manifest, no more of them than MaxItems', async () => {
    const s3 = { in: { k: 's3://in/a\ns3://in/b', a: rows(), b: { base64: asBase64(rows()) } } }
    const config = { ManifestType: 'ATHENA_DATA', InputType: 'PARQUET' }
    expect((await reading(config).run({ s3 })).output).toEqual([1, 2, 3, 1, 2, 3].map((id) => ({ id })))
    expect((await reading({ ...config, MaxItems: 4 }).run({ s3 })).output).toHaveLength(4)
  })

  it('reads Parquet in a live execution, and names the object that is none', async () => {
    const live = reading({ InputType: 'PARQUET' }).start({ s3: { in: { k: rows() } } })
    expect((await live.finish()).output).toHaveLength(3)
    const run = await reading({ InputType: 'PARQUET' }).run({ s3: { in: { k: 'id\n1' } } })
    expect([run.error, run.cause]).toEqual(['States.ItemReaderFailed', 'The object s3://in/k is no Parquet file.'])
    const broken = await reading({ InputType: 'PARQUET' }).run({ s3: { in: { k: Uint8Array.of(255, 0, 1) } } })
    expect(broken.cause).toMatch(/^s3:\/\/in\/k: The object cannot be read as a Parquet file: /)
  })

  it('fails for bytes that are no text', async () => {
    const run = await reading(csv).run({ s3: { in: { k: Uint8Array.of(255, 0, 1) } } })
    expect(run.cause).toBe('The object s3://in/k is neither text in UTF-8 nor gzip.')
  })

  it('loads all objects of a list and reads them as one', async () => {
    const s3 = { in: { 'a.csv': 'n\n1', 'b.csv.gz': gzipSync('n\n2\n3') } }
    const config = { ...csv, Transformation: 'LOAD_AND_FLATTEN' }
    const run = await reading(config, '', 's3:listObjectsV2').run({ s3 })
    expect(run.output).toEqual([{ n: '1' }, { n: '2' }, { n: '3' }])
  })

  it('lists more than a thousand objects, and no more than MaxItems', async () => {
    const s3 = { in: Object.fromEntries(Array.from({ length: 1_500 }, (_, i) => [`k${i}`, 'x'])) }
    const all = await reading({}, '', 's3:listObjectsV2').run({ s3 })
    const some = await reading({ MaxItems: 1_200 }, '', 's3:listObjectsV2').run({ s3 })
    expect([all, some].map((run) => run.mapRuns?.[0]?.counts.total)).toEqual([1_500, 1_200])
  })
})

describe('the objects of a scenario', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'objects-'))
    mkdirSync(join(folder, 's3/in/deep'), { recursive: true })
    writeFileSync(join(folder, 's3/in/k'), 'n\n1')
    writeFileSync(join(folder, 's3/in/deep/z.bin'), Uint8Array.of(255, 0))
    writeFileSync(join(folder, 's3/.ignored'), 'x')
    writeFileSync(join(folder, 'scenario.yaml'), 's3: s3/\n')
    writeFileSync(
      join(folder, 'inline.json'),
      JSON.stringify({ s3: { in: { k: { base64: asBase64(gzipSync('n\n2')) } } } }),
    )
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const base = async (scenario: Scenario) => /base=([0-9a-f]+)/.exec((await reading(csv).run(scenario)).scenario)?.[1]

  it('may be a folder of buckets, beside the scenario file or from the working directory', async () => {
    const scenario = loadScenario(join(folder, 'scenario.yaml'))
    expect(scenario.s3).toEqual({ in: { k: 'n\n1', 'deep/z.bin': Buffer.from([255, 0]) } })
    expect((await reading(csv).run(scenario)).output).toEqual([{ n: '1' }])
    expect(
      (
        await reading(csv)
          .withDefaults({ s3: join(folder, 's3') })
          .run()
      ).output,
    ).toEqual([{ n: '1' }])
  })

  it('name the base scenario by their contents, however they are given', async () => {
    const inline = { in: { k: 'n\n1', 'deep/z.bin': { base64: '/wA=' } } }
    expect(await base({ s3: join(folder, 's3') })).toBe(await base({ s3: inline }))
    expect(await base({ s3: { in: { ...inline.in, k: Buffer.from('n\n1') } } })).toBe(await base({ s3: inline }))
    expect(await base({ s3: { in: { ...inline.in, k: 'n\n2' } } })).not.toBe(await base({ s3: inline }))
  })

  it('may be bytes in base64 in a file', async () => {
    const scenario = loadScenario(join(folder, 'inline.json'))
    expect((await reading(csv).run(scenario)).output).toEqual([{ n: '2' }])
  })

  it('are refused where a file is no bucket, a link leads out, or nothing is there', () => {
    const refused = join(folder, 'refused')
    mkdirSync(join(refused, 'in'), { recursive: true })
    symlinkSync(join(folder, 's3/in/k'), join(refused, 'in/out'))
    const load = (s3: Json) => () => {
      writeFileSync(join(folder, 'bad.json'), JSON.stringify({ s3 }))
      loadScenario(join(folder, 'bad.json'))
    }
    expect(load('refused')).toThrow(
      /bad\.json:1:\d+: .*in[/\\]out is a link that leads out of .*refused: copy the file/,
    )
    expect(load('.')).toThrow(/bad\.json is no folder: the folders in .* are the buckets, move it into one/)
    expect(load('none')).toThrow(/the objects of s3: .*none: there is no such folder or file/)
    expect(load({ in: { k: 1 } })).toThrow(/s3\.in\.k must be text, or \{ base64: \.\.\. \} with bytes/)
    expect(load({ in: { k: { base64: '*' } } })).toThrow('s3.in.k must be text')
  })

  it('are told from anything else in a test without types', async () => {
    const run = (s3: unknown) => reading(csv).run({ s3 } as Scenario)
    await expect(run({ in: { k: 1 } })).rejects.toThrow(`s3.in["k"] must be text, { base64: '...' } or a Uint8Array`)
    await expect(run({ in: 'x' })).rejects.toThrow('s3.in must be an object')
    await expect(run({ in: { k: { base64: 'a' } } })).rejects.toThrow('s3.in["k"] is no base64 text')
  })
})

describe('the context of an item', () => {
  const inContext = (definition: ReturnType<typeof reading>, fields: object) => {
    const { States } = definition.definition as { readonly States: { readonly Each: object } }
    return machine({ StartAt: 'Each', States: { Each: { ...States.Each, ...fields } } })
  }
  const ItemSelector = { 'item.$': '$$.Map.Item' }

  it('has the members of an object as Key and Value, and the child gets both', async () => {
    const data = { s3: { in: { k: '{"a":{"x":1},"b":2}' } } }
    const plain = await reading({ InputType: 'JSON' }).run(data)
    expect(plain.output).toEqual([
      { Key: 'a', Value: { x: 1 } },
      { Key: 'b', Value: 2 },
    ])
    const selected = await inContext(reading({ InputType: 'JSON' }), { ItemSelector }).run(data)
    expect(selected.output).toEqual([
      { item: { Index: 0, Value: { x: 1 }, Key: 'a', Source: 'S3://in/k' } },
      { item: { Index: 1, Value: 2, Key: 'b', Source: 'S3://in/k' } },
    ])
  })

  it('says where the item was read: an object, a listing, a file that a manifest names, or the state', async () => {
    const sources = { 'from.$': '$$.Map.Item.Source' }
    const sourcesOf = async (given: ReturnType<typeof reading>, scenario: Scenario) =>
      (await inContext(given, { ItemSelector: sources }).run(scenario)).output
    expect(await sourcesOf(reading({ InputType: 'JSONL' }), { s3: { in: { k: '1\n2' } } })).toEqual([
      { from: 'S3://in/k' },
      { from: 'S3://in/k' },
    ])
    const listing = reading({}, 'k', 's3:listObjectsV2')
    expect(await sourcesOf(listing, { s3: { in: { a: '', b: '' } } })).toEqual([
      { from: 'S3://in' },
      { from: 'S3://in' },
    ])
    const flat = reading({ InputType: 'JSON', Transformation: 'LOAD_AND_FLATTEN' }, 'k', 's3:listObjectsV2')
    expect(await sourcesOf(flat, { s3: { in: { a: '[1]', b: '[2,3]' } } })).toEqual([
      { from: 'S3://in/a' },
      { from: 'S3://in/b' },
      { from: 'S3://in/b' },
    ])
    const ownItems = inContext(reading({}), { ItemReader: undefined })
    expect(await sourcesOf(ownItems, { input: [1] })).toEqual([{ from: 'STATE_DATA' }])
  })

  it('has the time of a listed object as a number', async () => {
    const run = await reading({}, 'k', 's3:listObjectsV2').run({ s3: { in: { a: 'x' } } })
    expect(run.output).toMatchObject([{ Key: 'a', LastModified: Date.UTC(2030, 0, 1) / 1000 }])
  })
})

it('an ItemsPointer that leads nowhere fails under the name of the state', async () => {
  const run = await reading({ InputType: 'JSON', ItemsPointer: '/no' }).run({ s3: { in: { k: '{"a":[1]}' } } })
  expect(run).toMatchObject({
    error: 'States.ItemReaderFailed',
    cause:
      "An error occurred while executing the state 'Each' (entered at the event id #2). The provided ReaderConfig.ItemsPointer does not match any valid path in the JSON structure.",
  })
})

it.each(['ItemReader', 'ItemBatcher', 'ResultWriter'])('an inline Map with %s fails when it begins', async (field) => {
  const ItemProcessor = { StartAt: 'Keep', States: { Keep: { Type: 'Pass', End: true } } }
  const parts: Readonly<Record<string, object>> = {
    ItemReader: { Resource: 'arn:aws:states:::s3:getObject', Parameters: { Bucket: 'b', Key: 'k' } },
    ItemBatcher: { MaxItemsPerBatch: 2 },
    ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'b' } },
  }
  const inline = { Type: 'Map', ItemProcessor, End: true, [field]: parts[field] }
  const run = await machine({ StartAt: 'Each', States: { Each: inline } }).run({ input: [1] })
  expect(run).toMatchObject({
    error: 'States.Runtime',
    cause: expect.stringContaining('fields are not supported for INLINE maps') as string,
  })
  expect(run.history.map(({ type }) => type)).toEqual(['ExecutionStarted', 'MapStateEntered', 'ExecutionFailed'])
})
