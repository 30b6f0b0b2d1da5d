import { fails, machine, returns } from 'aslx'
import 'aslx/vitest'
import { expect, it } from 'vitest'

const s3 = { uploads: { 'orders.csv': 'id,amount\no-1,10\no-2,25\no-3,40\no-4,5\n' } }

const imports = machine({
  StartAt: 'Rows',
  States: {
    Rows: {
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
        Parameters: { Bucket: 'uploads', Key: 'orders.csv' },
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'Import',
        States: {
          Import: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:import', End: true },
        },
      },
      ToleratedFailurePercentage: 25,
      ResultWriter: { Resource: 'arn:aws:states:::s3:putObject', Parameters: { Bucket: 'results', Prefix: 'run' } },
      End: true,
    },
  },
}).withDefaults({ s3, tasks: { Import: returns({ imported: true }) } })

it('imports every row of the file', async () => {
  const run = await imports.run()
  expect(run).toSucceed()
  expect(run).toCall('Import', { times: 4 })
  expect(run).toCall('Import', { times: 1, with: { id: 'o-2', amount: '25' } })
})

it('tolerates one bad row of four, and writes which it was', async () => {
  const run = await imports.run({ faults: ['oom@Import[2]'] })
  expect(run.mapRuns?.[0]?.counts).toEqual({ total: 4, succeeded: 3, failed: 1 })
  expect(Object.keys(run.written?.['results'] ?? {}).filter((key) => key.includes('FAILED'))).toHaveLength(1)
})

it('fails when there are more', async () => {
  const run = await imports.run({ faults: ['oom@Import[1..2]'] })
  expect(run).toFail('States.ExceedToleratedFailureThreshold')
})

it('fails when the file is not there', async () => {
  const run = await imports.run({ tasks: { Rows: fails('S3.NoSuchKeyException') } })
  expect(run).toFail('States.ItemReaderFailed')
})
