import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-redshift-data@3.1169.0. */
export const redshiftdata: SdkModel = {
  prefix: 'RedshiftData',
  exceptions: `
    ActiveSessionsExceededException ActiveStatementsExceededException ActiveWaitingRequestsExceededException
    BatchExecuteStatementException DatabaseConnectionException ExecuteStatementException InternalServerException
    QueryTimeoutException ResourceNotFoundException ValidationException`,
  raisedBy: [
    [
      `DatabaseConnectionException InternalServerException QueryTimeoutException ResourceNotFoundException
      ValidationException`,
      `CancelStatement DescribeTable ListDatabases ListSchemas ListTables`,
    ],
    [
      `ActiveWaitingRequestsExceededException InternalServerException ResourceNotFoundException ValidationException`,
      `DescribeStatement GetStatementResult GetStatementResultV2`,
    ],
    [`InternalServerException ResourceNotFoundException ValidationException`, `ListSessions ListStatements`],
    [
      `ActiveSessionsExceededException ActiveStatementsExceededException BatchExecuteStatementException
      InternalServerException ResourceNotFoundException ValidationException`,
      `BatchExecuteStatement`,
    ],
    [
      `ActiveSessionsExceededException ActiveStatementsExceededException ExecuteStatementException
      InternalServerException ResourceNotFoundException ValidationException`,
      `ExecuteStatement`,
    ],
  ],
}
