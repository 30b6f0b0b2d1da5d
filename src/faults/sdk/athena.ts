import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-athena@3.1162.0. */
export const athena: SdkModel = {
  prefix: 'Athena',
  exceptions: `
    InternalServerException InvalidRequestException MetadataException ResourceNotFoundException
    SessionAlreadyExistsException TooManyRequestsException`,
  raisedBy: [
    [
      `InternalServerException InvalidRequestException`,
      `BatchGetNamedQuery BatchGetPreparedStatement BatchGetQueryExecution CancelCapacityReservation
      CreateCapacityReservation CreateDataCatalog CreateNamedQuery CreatePreparedStatement CreateWorkGroup
      DeleteCapacityReservation DeleteDataCatalog DeleteNamedQuery DeleteWorkGroup
      GetCapacityAssignmentConfiguration GetCapacityReservation GetDataCatalog GetNamedQuery GetQueryExecution
      GetQueryRuntimeStatistics GetWorkGroup ListCapacityReservations ListDataCatalogs ListEngineVersions
      ListNamedQueries ListPreparedStatements ListQueryExecutions ListWorkGroups PutCapacityAssignmentConfiguration
      StopQueryExecution UpdateCapacityReservation UpdateDataCatalog UpdateNamedQuery UpdateWorkGroup`,
    ],
    [
      `InternalServerException InvalidRequestException ResourceNotFoundException`,
      `CreatePresignedNotebookUrl DeletePreparedStatement GetCalculationExecution GetCalculationExecutionCode
      GetCalculationExecutionStatus GetPreparedStatement GetResourceDashboard GetSession GetSessionEndpoint
      GetSessionStatus ListCalculationExecutions ListExecutors ListNotebookSessions ListSessions ListTagsForResource
      StartCalculationExecution StopCalculationExecution TagResource TerminateSession UntagResource
      UpdatePreparedStatement`,
    ],
    [
      `InternalServerException InvalidRequestException TooManyRequestsException`,
      `CreateNotebook DeleteNotebook ExportNotebook GetNotebookMetadata GetQueryResults ImportNotebook
      ListApplicationDPUSizes ListNotebookMetadata StartQueryExecution UpdateNotebook UpdateNotebookMetadata`,
    ],
    [
      `InternalServerException InvalidRequestException MetadataException`,
      `GetDatabase GetTableMetadata ListDatabases ListTableMetadata`,
    ],
    [
      `InternalServerException InvalidRequestException ResourceNotFoundException SessionAlreadyExistsException
      TooManyRequestsException`,
      `StartSession`,
    ],
  ],
}
