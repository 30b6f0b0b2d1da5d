import type { SdkModel } from './sdk-model.js'

/** Read from @aws-sdk/client-rds-data@3.1143.0. */
export const rdsdata: SdkModel = {
  prefix: 'RdsData',
  exceptions: `
    AccessDeniedException BadRequestException DatabaseErrorException DatabaseNotFoundException
    DatabaseResumingException DatabaseUnavailableException ForbiddenException HttpEndpointNotEnabledException
    InternalServerErrorException InvalidResourceStateException InvalidSecretException NotFoundException
    SecretsErrorException ServiceUnavailableError StatementTimeoutException TransactionNotFoundException
    UnsupportedResultException`,
  raisedBy: [
    [
      `AccessDeniedException BadRequestException DatabaseErrorException DatabaseNotFoundException
      DatabaseResumingException DatabaseUnavailableException ForbiddenException HttpEndpointNotEnabledException
      InternalServerErrorException InvalidResourceStateException InvalidSecretException SecretsErrorException
      ServiceUnavailableError StatementTimeoutException TransactionNotFoundException`,
      `BatchExecuteStatement BeginTransaction`,
    ],
    [
      `AccessDeniedException BadRequestException DatabaseErrorException DatabaseNotFoundException
      DatabaseUnavailableException ForbiddenException HttpEndpointNotEnabledException InternalServerErrorException
      InvalidResourceStateException InvalidSecretException NotFoundException SecretsErrorException
      ServiceUnavailableError StatementTimeoutException TransactionNotFoundException`,
      `CommitTransaction RollbackTransaction`,
    ],
    [
      `AccessDeniedException BadRequestException DatabaseErrorException DatabaseNotFoundException
      DatabaseResumingException DatabaseUnavailableException ForbiddenException HttpEndpointNotEnabledException
      InternalServerErrorException InvalidResourceStateException InvalidSecretException SecretsErrorException
      ServiceUnavailableError StatementTimeoutException TransactionNotFoundException UnsupportedResultException`,
      `ExecuteStatement`,
    ],
    [
      `AccessDeniedException BadRequestException ForbiddenException InternalServerErrorException
      ServiceUnavailableError`,
      `ExecuteSql`,
    ],
  ],
}
