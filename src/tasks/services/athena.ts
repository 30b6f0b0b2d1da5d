import { member, type JsonObject } from '../../asl/json.js'
import { JSON_1_1, type AnswerTable, answersOf, answersWithMetadata, dateOf, requestMembers } from '../answer-table.js'
import { derivedUuid } from '../derived-id.js'
import { asObject, textParameter, type ServiceCall } from '../service-call.js'

/** Queries end well at once, and their result is a header and one row. https://docs.aws.amazon.com/athena/latest/APIReference */
const table: AnswerTable = {
  startQueryExecution: ({ call }) => ({ QueryExecutionId: derivedUuid(call, 'query') }),
  stopQueryExecution: () => ({}),
  getQueryExecution: described,
  getQueryResults: () => ({
    ResultSet: {
      ResultSetMetadata: { ColumnInfo: [column('_col0')] },
      Rows: [{ Data: [{ VarCharValue: '_col0' }] }, { Data: [{ VarCharValue: '1' }] }],
    },
    UpdateCount: 0,
  }),
  batchGetQueryExecution: (call) => ({
    QueryExecutions: [member(described(call), 'QueryExecution') ?? {}],
    UnprocessedQueryExecutionIds: [],
  }),
}

export const inferAthena = answersWithMetadata(table, JSON_1_1)

/** `startQueryExecution.sync` gives what GetQueryExecution answers. https://docs.aws.amazon.com/step-functions/latest/dg/connect-athena.html */
export const finishAthena = answersOf({ startQueryExecution: described })

function described(service: ServiceCall): JsonObject {
  const { call, parameters } = service
  const id = textParameter(parameters, 'QueryExecutionId') ?? derivedUuid(call, 'query')
  const location = textParameter(asObject(member(parameters, 'ResultConfiguration') ?? {}), 'OutputLocation')
  const date = dateOf(service)
  return {
    QueryExecution: {
      EngineVersion: {
        EffectiveEngineVersion: 'Athena engine version 3',
        SelectedEngineVersion: 'AUTO',
      },
      Query: textParameter(parameters, 'QueryString') ?? 'SELECT 1',
      QueryExecutionContext: {},
      ...requestMembers(parameters, ['QueryExecutionContext']),
      QueryExecutionId: id,
      ResultConfiguration: { OutputLocation: `${(location ?? 's3://athena-results').replace(/\/$/, '')}/${id}.csv` },
      StatementType: 'DML',
      Statistics: {
        DataScannedInBytes: 0,
        EngineExecutionTimeInMillis: 0,
        QueryQueueTimeInMillis: 0,
        ServiceProcessingTimeInMillis: 0,
        TotalExecutionTimeInMillis: 0,
      },
      Status: { CompletionDateTime: date, State: 'SUCCEEDED', SubmissionDateTime: date },
      WorkGroup: textParameter(parameters, 'WorkGroup') ?? 'primary',
    },
  }
}

function column(name: string): JsonObject {
  return {
    CaseSensitive: false,
    CatalogName: 'hive',
    Label: name,
    Name: name,
    Nullable: 'UNKNOWN',
    Precision: 10,
    Scale: 0,
    SchemaName: '',
    TableName: '',
    Type: 'integer',
  }
}
