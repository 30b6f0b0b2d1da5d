import type { JsonObject } from '../../asl/json.js'
import { type AnswerTable, answersOf } from '../answer-table.js'
import { arnOf } from '../call-place.js'
import { textParameter, type ServiceCall } from '../service-call.js'

/** Functions exist and are ready. https://docs.aws.amazon.com/lambda/latest/api */
const table: AnswerTable = {
  getFunction: (service) => ({
    Code: { Location: '', RepositoryType: 'S3' },
    Configuration: configuration(service),
    Tags: {},
  }),
  getFunctionConfiguration: configuration,
  updateFunctionConfiguration: configuration,
  updateFunctionCode: configuration,
  publishVersion: (service) => ({ ...configuration(service), Version: '1' }),
  listFunctions: () => ({ Functions: [] }),
  listVersionsByFunction: () => ({ Versions: [] }),
  invokeAsync: () => ({ Status: 202 }),
}

export const inferFunctions = answersOf(table)

function configuration({ call, parameters }: ServiceCall): JsonObject {
  const name = textParameter(parameters, 'FunctionName') ?? 'function'
  const FunctionArn = arnOf(call, 'lambda', 'function:', name)
  return {
    FunctionArn,
    FunctionName: FunctionArn.split(':')[6] ?? name,
    LastUpdateStatus: 'Successful',
    State: 'Active',
    Version: '$LATEST',
  }
}
