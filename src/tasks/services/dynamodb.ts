import { isObject, member, type Json, type JsonObject } from '../../asl/json.js'
import type { Call } from '../../engine/ports.js'
import { crc32Of } from '../checksum.js'
import { type AnswerTable, JSON_1_0, answersOf, dateOf, withMetadata } from '../answer-table.js'
import { arnOf, nameOf } from '../call-place.js'
import { jsonText } from '../task-json.js'
import { asObject, listParameter, textParameter, type ServiceCall } from '../service-call.js'
import { updatedAttributes } from './dynamodb-update.js'

/**
 * An empty table that takes every write; a read by key finds an item that has its key and nothing else.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference
 */
const table: AnswerTable = {
  getItem: ({ parameters }) => ({ Item: member(parameters, 'Key') ?? {} }),
  putItem: () => ({}),
  updateItem: ({ parameters }) => updatedAttributes(parameters),
  deleteItem: ({ parameters }) =>
    textParameter(parameters, 'ReturnValues') === 'ALL_OLD' ? { Attributes: member(parameters, 'Key') ?? {} } : {},
  transactWriteItems: () => ({}),
  query: () => ({ Count: 0, Items: [], ScannedCount: 0 }),
  scan: () => ({ Count: 0, Items: [], ScannedCount: 0 }),
  executeStatement: () => ({ Items: [] }),
  batchGetItem: ({ parameters }) => ({ Responses: itemsByTable(parameters), UnprocessedKeys: {} }),
  batchWriteItem: () => ({ UnprocessedItems: {} }),
  transactGetItems: ({ parameters }) => ({
    Responses: listParameter(parameters, 'TransactItems').map((item) => ({
      Item: member(asObject(member(asObject(item), 'Get') ?? {}), 'Key') ?? {},
    })),
  }),
  createTable: (service) => ({ TableDescription: tableDescription(service) }),
  describeTable: (service) => ({ Table: tableDescription(service) }),
  exportTableToPointInTime: (service) => ({ ExportDescription: exportDescription(service) }),
  describeExport: (service) => ({ ExportDescription: exportDescription(service) }),
}

const answers = answersOf(table)

/** The optimized integration adds SDK metadata; its headers are as recorded. */
export function inferDynamoDb(service: ServiceCall): Json | undefined {
  const answer = answers(service)
  return answer !== undefined && service.optimized ? dynamoDbEnvelope(service.call, answer) : answer
}

/** An answer as the optimized integration gives it; what is no object stays as it is. */
export function dynamoDbEnvelope(call: Call, answer: Json): Json {
  if (!isObject(answer)) return answer
  const body = jsonText(answer)
  return withMetadata({ call }, answer, {
    Connection: 'keep-alive',
    'Content-Length': String(Buffer.byteLength(body)),
    'Content-Type': JSON_1_0,
    Server: 'Server',
    'x-amz-crc32': String(crc32Of(body)),
  })
}

function itemsByTable(parameters: JsonObject): JsonObject {
  const requests = Object.entries(asObject(member(parameters, 'RequestItems') ?? {}))
  return Object.fromEntries(requests.map(([name, request]) => [name, listParameter(asObject(request), 'Keys')]))
}

function tableDescription(service: ServiceCall): JsonObject {
  const name = textParameter(service.parameters, 'TableName') ?? 'table'
  return {
    CreationDateTime: dateOf(service),
    ItemCount: 0,
    TableArn: arnOf(service.call, 'dynamodb', 'table/', name),
    TableName: nameOf(name),
    TableSizeBytes: 0,
    TableStatus: 'ACTIVE',
  }
}

function exportDescription({ call, parameters }: ServiceCall): JsonObject {
  const tableArn = textParameter(parameters, 'TableArn') ?? arnOf(call, 'dynamodb', 'table/', 'table')
  const id = `0${call.atMs}-${call.requestId.slice(0, 8)}`
  const ExportArn = textParameter(parameters, 'ExportArn') ?? `${tableArn}/export/${id}`
  const manifest = `AWSDynamoDB/${nameOf(ExportArn)}/manifest-summary.json`
  return { ExportArn, ExportManifest: manifest, ExportStatus: 'COMPLETED', ItemCount: 0, TableArn: tableArn }
}
