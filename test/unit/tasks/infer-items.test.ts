import { expect, it } from 'vitest'
import { machine } from '../../../src/index.js'
import type { Json } from '../../../src/index.js'

function inferred(ReaderConfig: Json, action = 'getObject') {
  const Each = {
    Type: 'Map',
    ItemReader: { Resource: `arn:aws:states:::s3:${action}`, ReaderConfig, Parameters: { Bucket: 'b', Key: 'k' } },
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: 'Keep',
      States: { Keep: { Type: 'Pass', End: true } },
    },
    End: true,
  }
  return machine({ StartAt: 'Each', States: { Each } }).run({ onUnmockedTask: 'infer' })
}

it.each([
  ['JSON', 'getObject', { InputType: 'JSON' }, [{}]],
  ['Parquet', 'getObject', { InputType: 'PARQUET' }, [{}]],
  ['an inventory', 'getObject', { InputType: 'MANIFEST' }, []],
  ['the manifest of a query', 'getObject', { ManifestType: 'ATHENA_DATA', InputType: 'CSV' }, []],
  ['a list', 'listObjectsV2', {}, [{ Key: 'object', Size: 0 }]],
  ['a list to flatten', 'listObjectsV2', { Transformation: 'LOAD_AND_FLATTEN', InputType: 'CSV' }, []],
])('an ItemReader of %s goes on with what nobody mocked', async (_, action, config, items) => {
  const run = await inferred(config, action)
  expect([run.status, run.output]).toEqual(['SUCCEEDED', items])
})
