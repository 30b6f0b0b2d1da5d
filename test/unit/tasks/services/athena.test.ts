import { describe, expect, it } from 'vitest'
import { atMs, inferred, iso, metadata } from '../fixtures.js'

/** Members: API reference of Athena, StartQueryExecution, GetQueryExecution and GetQueryResults. */
describe('Athena', () => {
  const query = {
    QueryString: 'SELECT id FROM orders',
    QueryExecutionContext: { Database: 'shop' },
    ResultConfiguration: { OutputLocation: 's3://results/' },
  }

  it('starts a query', () => {
    expect(inferred('athena:startQueryExecution', query)).toMatchObject({
      QueryExecutionId: expect.any(String),
      ...metadata,
    })
    expect(inferred('aws-sdk:athena:startQueryExecution')).toEqual({ QueryExecutionId: expect.any(String) })
  })

  it('ends it well with .sync, with what GetQueryExecution answers', () => {
    const { QueryExecutionId } = inferred('aws-sdk:athena:startQueryExecution') as { QueryExecutionId: string }
    expect(inferred('athena:startQueryExecution.sync', query)).toMatchObject({
      QueryExecution: {
        Query: 'SELECT id FROM orders',
        QueryExecutionContext: { Database: 'shop' },
        QueryExecutionId,
        ResultConfiguration: { OutputLocation: `s3://results/${QueryExecutionId}.csv` },
        Status: { CompletionDateTime: atMs, State: 'SUCCEEDED' },
        WorkGroup: 'primary',
      },
    })
    expect(inferred('aws-sdk:athena:getQueryExecution', { QueryExecutionId: 'q-1' })).toMatchObject({
      QueryExecution: { QueryExecutionId: 'q-1', Status: { State: 'SUCCEEDED', SubmissionDateTime: iso } },
    })
    expect(inferred('aws-sdk:athena:batchGetQueryExecution')).toMatchObject({
      QueryExecutions: [{ Status: { State: 'SUCCEEDED' } }],
    })
  })

  it('has a result of a header and a row', () => {
    expect(inferred('athena:getQueryResults', { QueryExecutionId: 'q-1' })).toMatchObject({
      ResultSet: {
        ResultSetMetadata: { ColumnInfo: [{ Name: '_col0', Type: 'integer' }] },
        Rows: [{ Data: [{ VarCharValue: '_col0' }] }, { Data: [{ VarCharValue: '1' }] }],
      },
      ...metadata,
    })
    expect(inferred('aws-sdk:athena:stopQueryExecution')).toEqual({})
  })
})
