import { describe, expect, it } from 'vitest'
import { checked, machineOf } from '../checked.js'

function map(
  fields: Record<string, unknown>,
  config: unknown = { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
): unknown {
  const ItemProcessor = machineOf({ I: { Type: 'Pass', End: true } }, { ProcessorConfig: config })
  return machineOf({ A: { Type: 'Map', ItemProcessor, End: true, ...fields } })
}

describe('the parts of a Map', () => {
  it('may be what AWS offers', () => {
    const reader = { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { InputType: 'JSONL', MaxItems: 0 } }
    expect(checked(map({ ItemReader: reader, Label: 'FileAnalysis-1', ToleratedFailurePercentage: 0.5 }))).toEqual([])
    expect(checked(map({ ItemBatcher: { MaxItemsPerBatch: 10, MaxInputBytesPerBatch: 262_144 } }))).toEqual([])
  })

  it.each([
    [
      map({}, { Mode: 'Inline' }),
      "The field 'Mode' should have one of these values: [INLINE, DISTRIBUTED] at /States/A/ItemProcessor/ProcessorConfig/Mode",
    ],
    [
      map({}, { ExecutionType: 'FAST' }),
      "The field 'ExecutionType' should have one of these values: [STANDARD, EXPRESS] at /States/A/ItemProcessor/ProcessorConfig/ExecutionType",
    ],
    [
      map({ ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { InputType: 'XML' } } }),
      "The field 'InputType' should have one of these values: [CSV, JSON, JSONL, PARQUET, MANIFEST] at /States/A/ItemReader/ReaderConfig/InputType",
    ],
    [
      map({ ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { ManifestType: 'ATHENA' } } }),
      "The field 'ManifestType' should have one of these values: [ATHENA_DATA, S3_INVENTORY] at /States/A/ItemReader/ReaderConfig/ManifestType",
    ],
    [
      map({ ResultWriter: { WriterConfig: { Transformation: 'FLAT' } } }),
      "The field 'Transformation' should have one of these values: [NONE, COMPACT, FLATTEN] at /States/A/ResultWriter/WriterConfig/Transformation",
    ],
    [
      map({ ItemBatcher: { MaxInputBytesPerBatch: 262_145 } }),
      "The field 'MaxInputBytesPerBatch' must be a whole number from 0 to 262144 at /States/A/ItemBatcher/MaxInputBytesPerBatch",
    ],
    [
      map({ ToleratedFailurePercentage: 101 }),
      "The field 'ToleratedFailurePercentage' must be a number from 0 to 100 at /States/A/ToleratedFailurePercentage",
    ],
    [
      map({ MaxConcurrency: -1 }),
      "The field 'MaxConcurrency' must be a whole number of at least 0 at /States/A/MaxConcurrency",
    ],
    [
      map({ Label: 'two words' }),
      "The field 'Label' must have at most 40 characters, without blanks, wildcards, brackets or special characters at /States/A/Label",
    ],
    [
      map({ Label: 'x'.repeat(41) }),
      "The field 'Label' must have at most 40 characters, without blanks, wildcards, brackets or special characters at /States/A/Label",
    ],
  ])('may not be otherwise (%#)', (definition, problem) => {
    expect(checked(definition)).toEqual([`SCHEMA_VALIDATION_FAILED: ${problem}`])
  })
})

it('the branches of a Parallel are objects', () => {
  expect(checked(machineOf({ A: { Type: 'Parallel', Branches: ['x'], End: true } }))).toEqual([
    'SCHEMA_VALIDATION_FAILED: A branch must be an object at /States/A/Branches[0]',
  ])
})
