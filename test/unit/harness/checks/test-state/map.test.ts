import { describe, expect, it } from 'vitest'
import { ask, seen } from './ask.js'

const PROCESSOR = {
  ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
  StartAt: 'Item',
  States: { Item: { Type: 'Pass', End: true } },
}

function map(fields: object): object {
  return { Type: 'Map', ItemProcessor: PROCESSOR, ...fields, End: true }
}

const EXCEEDED = 'States.ExceedToleratedFailureThreshold'

const mock = { result: '["a", "b", "c"]' }

describe('testState on a Map', () => {
  it('shows the items, what the selector makes of them, and the batches', () => {
    const definition = map({
      ItemsPath: '$.list',
      ItemSelector: { 'n.$': '$$.Map.Item.Value' },
      ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { by: 'us' } },
      MaxConcurrency: 4,
    })
    const answer = ask({ definition, input: { list: [1, 2, 3] }, mock })
    expect(seen(answer)).toMatchObject({
      afterItemsPath: [1, 2, 3],
      afterItemSelector: [{ n: 1 }, { n: 2 }, { n: 3 }],
      afterItemBatcher: [
        { BatchInput: { by: 'us' }, Items: [{ n: 1 }, { n: 2 }] },
        { BatchInput: { by: 'us' }, Items: [{ n: 3 }] },
      ],
      maxConcurrency: 4,
    })
  })

  it.each([
    [{ ToleratedFailureCount: 1 }, 1, undefined],
    [{ ToleratedFailureCount: 1 }, 2, EXCEEDED],
    [{ ToleratedFailurePercentage: 34 }, 1, undefined],
    [{ ToleratedFailurePercentage: 34 }, 2, EXCEEDED],
    [{ ToleratedFailureCount: 3, ToleratedFailurePercentage: 10 }, 1, EXCEEDED],
    [{}, 0, undefined],
    [{}, 1, EXCEEDED],
  ])(
    'tolerates what %j says: with %i failed of three the error is %s',
    (tolerance, mapIterationFailureCount, error) => {
      const stateConfiguration = { mapIterationFailureCount }
      const answer = ask({ definition: map(tolerance), input: [1, 2, 3], mock, stateConfiguration })
      expect(answer.error).toBe(error)
    },
  )

  it('fails as the mock says, however many failures it tolerates', () => {
    const stateConfiguration = { mapIterationFailureCount: 1, errorCausedByState: 'Item' }
    const definition = map({ ToleratedFailureCount: 2 })
    const answer = ask({ definition, input: [1, 2], mock: { errorOutput: { error: 'Bad' } }, stateConfiguration })
    expect(answer).toMatchObject({ status: 'FAILED', error: 'Bad' })
  })

  it('reads the items from the text that the ItemReader finds', () => {
    const definition = map({
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW', MaxItems: 1 },
        Parameters: { Bucket: 'b', Key: 'k' },
      },
      ItemSelector: { 'row.$': '$$.Map.Item.Value' },
    })
    const answer = ask({ definition, mock, stateConfiguration: { mapItemReaderData: 'id\n1\n2' } })
    expect(seen(answer)).toMatchObject({ afterItemSelector: [{ row: { id: '1' } }] })
    const many = { mapItemReaderData: 'id\n1\n2', mapIterationFailureCount: 2 }
    expect(() => ask({ definition, mock, stateConfiguration: many })).toThrow(/number of Map iterations/)
  })

  it('fails where the items are no array', () => {
    const definition = map({ ItemsPath: '$.list' })
    expect(ask({ definition, input: { list: 1 }, mock })).toMatchObject({
      error: 'States.Runtime',
      cause: 'Reference path "$.list" must point to array.',
    })
  })
})
