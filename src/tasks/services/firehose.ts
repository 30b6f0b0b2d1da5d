import { type AnswerTable, answersOf } from '../answer-table.js'
import { arnOf } from '../call-place.js'
import { derivedHex } from '../derived-id.js'
import { listParameter, textParameter, type ServiceCall } from '../service-call.js'

/** A stream that takes every record. https://docs.aws.amazon.com/firehose/latest/APIReference */
const table: AnswerTable = {
  putRecord: ({ call }) => ({ Encrypted: false, RecordId: derivedHex(call, 'record', 64) }),
  putRecordBatch: ({ call, parameters }) => ({
    Encrypted: false,
    FailedPutCount: 0,
    RequestResponses: listParameter(parameters, 'Records').map((_, i) => ({
      RecordId: derivedHex(call, `record ${i}`, 64),
    })),
  }),
  createDeliveryStream: (service) => ({ DeliveryStreamARN: stream(service).DeliveryStreamARN }),
  describeDeliveryStream: (service) => ({
    DeliveryStreamDescription: { ...stream(service), DeliveryStreamStatus: 'ACTIVE', Destinations: [] },
  }),
}

/** Only `aws-sdk:firehose` exists. */
export const inferFirehose = answersOf(table)

function stream({ call, parameters }: ServiceCall) {
  const DeliveryStreamName = textParameter(parameters, 'DeliveryStreamName') ?? 'stream'
  return { DeliveryStreamARN: arnOf(call, 'firehose', 'deliverystream/', DeliveryStreamName), DeliveryStreamName }
}
