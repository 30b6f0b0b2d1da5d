import { describe, expect, it } from 'vitest'
import { checked, machineOf } from '../checked.js'

const JSONATA = { QueryLanguage: 'JSONata' }
const READ = 'arn:aws:states:::s3:getObject'
const WRITE = 'arn:aws:states:::s3:putObject'

function map(fields: Record<string, unknown>, machine: Record<string, unknown> = {}): unknown {
  const config = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }
  const ItemProcessor = machineOf({ I: { Type: 'Pass', End: true } }, { ProcessorConfig: config })
  return machineOf({ A: { Type: 'Map', ItemProcessor, End: true, ...fields } }, machine)
}

function refusal(definition: unknown): readonly string[] {
  return checked(definition).map((line) => line.replace('SCHEMA_VALIDATION_FAILED: ', ''))
}

describe('an object of a Map has no field of the other query language', () => {
  it.each([
    [{ ItemReader: { Resource: READ, Parameters: {} } }, 'Parameters', '/ItemReader'],
    [
      { ItemReader: { Resource: READ, ReaderConfig: { MaxItemsPath: '$.n' } } },
      'MaxItemsPath',
      '/ItemReader/ReaderConfig',
    ],
    [{ ItemBatcher: { MaxItemsPerBatchPath: '$.n' } }, 'MaxItemsPerBatchPath', '/ItemBatcher'],
    [{ ItemBatcher: { MaxInputBytesPerBatchPath: '$.n' } }, 'MaxInputBytesPerBatchPath', '/ItemBatcher'],
    [{ ResultWriter: { Resource: WRITE, Arguments: {}, Parameters: {} } }, 'Parameters', '/ResultWriter'],
  ])('in JSONata: %j', (fields, field, place) => {
    expect(refusal(map(fields, JSONATA))).toEqual([
      `The QueryLanguage is set to 'JSONata', but field '${field}' is only supported for the 'JSONPath' QueryLanguage at /States/A${place}`,
    ])
  })

  it.each([
    [{ ItemReader: { Resource: READ, Arguments: {} } }, 'Arguments', '/ItemReader'],
    [{ ResultWriter: { Resource: WRITE, Arguments: {}, Parameters: {} } }, 'Arguments', '/ResultWriter'],
  ])('in JSONPath: %j', (fields, field, place) => {
    expect(refusal(map(fields))).toEqual([
      `The QueryLanguage is set to 'JSONPath', but field '${field}' is only supported for the 'JSONata' QueryLanguage at /States/A${place}`,
    ])
  })
})

describe('the numbers of the objects of a Map', () => {
  it.each([
    [
      { ItemReader: { Resource: READ, ReaderConfig: { MaxItems: -1 } } },
      'MaxItems',
      'from 0 to 100000000',
      '/ItemReader/ReaderConfig',
    ],
    [
      { ItemReader: { Resource: READ, ReaderConfig: { MaxItems: 100_000_001 } } },
      'MaxItems',
      'from 0 to 100000000',
      '/ItemReader/ReaderConfig',
    ],
    [{ ItemBatcher: { MaxItemsPerBatch: 1.5 } }, 'MaxItemsPerBatch', 'of at least 0', '/ItemBatcher'],
  ])('are in range: %j', (fields, field, range, place) => {
    const wrong = `The field '${field}' must be a whole number ${range} at /States/A${place}/${field}`
    expect(refusal(map(fields))).toEqual([wrong])
    expect(refusal(map(fields, JSONATA))).toEqual([wrong])
  })
})

describe('an ItemReader', () => {
  it('says what it reads with', () => {
    expect(refusal(map({ ItemReader: {} }))).toEqual(['These fields are required: [Resource] at /States/A/ItemReader'])
  })

  it.each([READ, 'arn:aws:states:::s3:listObjectsV2', 'arn:aws-cn:states:::s3:getObject', '${Reader}'])(
    'reads with %s',
    (Resource) => {
      expect(refusal(map({ ItemReader: { Resource } }))).toEqual([])
    },
  )

  it.each([
    WRITE,
    'arn:aws:states:::aws-sdk:s3:getObject',
    'arn:aws:states:::dynamodb:getItem',
    `${READ}.sync`,
    'x',
    '${Reader',
  ])('reads with nothing else, such as %s', (Resource) => {
    expect(refusal(map({ ItemReader: { Resource } }))).toEqual([
      `The resource provided ${Resource} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/A/ItemReader/Resource (use ${READ} or arn:aws:states:::s3:listObjectsV2)`,
    ])
  })
})

describe('a ResultWriter', () => {
  it('may only say how results are written', () => {
    const ResultWriter = { WriterConfig: { Transformation: 'FLATTEN', OutputType: 'JSONL' } }
    expect(refusal(map({ ResultWriter }))).toEqual([])
    expect(refusal(map({ ResultWriter }, JSONATA))).toEqual([])
  })

  it('that writes has the request of its query language', () => {
    const ResultWriter = { Resource: WRITE }
    expect(refusal(map({ ResultWriter }))).toEqual([
      'These fields are required: [Parameters] at /States/A/ResultWriter',
    ])
    expect(refusal(map({ ResultWriter }, JSONATA))).toEqual([
      'These fields are required: [Arguments] at /States/A/ResultWriter',
    ])
    expect(refusal(map({ ResultWriter: { Parameters: {} } }))).toEqual([
      'These fields are required: [Resource] at /States/A/ResultWriter',
    ])
  })

  it('writes with nothing but s3:putObject', () => {
    expect(refusal(map({ ResultWriter: { Resource: READ, Parameters: {} } }))).toHaveLength(1)
  })
})

it('an unknown field within is a warning', () => {
  expect(checked(map({ ItemBatcher: { MaxItemPerBatch: 1 } }), 'warning')).toEqual([
    "ASLX_UNKNOWN_FIELD: Field 'MaxItemPerBatch' is not supported at /States/A/ItemBatcher (did you mean 'MaxItemsPerBatch'?)",
  ])
})
