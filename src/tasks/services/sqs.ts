import { member, type Json, type JsonObject } from '../../asl/json.js'
import { type AnswerTable, JSON_1_0, answersWithMetadata } from '../answer-table.js'
import { arnOf, placeOf } from '../call-place.js'
import { derivedHex, derivedUuid, md5 } from '../derived-id.js'
import { bodyText } from '../task-json.js'
import { asObject, listParameter, textParameter, type ServiceCall } from '../service-call.js'

/**
 * Queues that take every message and have none to give. The answer of SendMessage is recorded.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference
 */
const table: AnswerTable = {
  sendMessage: (service) => sent(service, service.parameters, 'message'),
  sendMessageBatch: (service) => ({
    Failed: [],
    Successful: listParameter(service.parameters, 'Entries').map((entry, i) => ({
      Id: entryId(entry, i),
      ...sent(service, asObject(entry), `message ${i}`),
    })),
  }),
  receiveMessage: () => ({ Messages: [] }),
  deleteMessage: () => ({}),
  deleteMessageBatch: ({ parameters }) => ({
    Failed: [],
    Successful: listParameter(parameters, 'Entries').map((entry, i) => ({ Id: entryId(entry, i) })),
  }),
  changeMessageVisibility: () => ({}),
  purgeQueue: () => ({}),
  createQueue: (service) => ({ QueueUrl: queueUrl(service) }),
  getQueueUrl: (service) => ({ QueueUrl: queueUrl(service) }),
  getQueueAttributes: ({ call, parameters }) => ({
    Attributes: {
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesDelayed: '0',
      ApproximateNumberOfMessagesNotVisible: '0',
      QueueArn: arnOf(call, 'sqs', '', (textParameter(parameters, 'QueueUrl') ?? 'queue').replace(/^.*\//, '')),
    },
  }),
}

export const inferSqs = answersWithMetadata(table, JSON_1_0)

function sent({ call, parameters }: ServiceCall, message: JsonObject, purpose: string): JsonObject {
  const body = bodyText(member(message, 'MessageBody') ?? '')
  const isFifo = textParameter(parameters, 'QueueUrl')?.endsWith('.fifo') ?? false
  return {
    MD5OfMessageBody: md5(body),
    MessageId: derivedUuid(call, purpose),
    ...(isFifo && { SequenceNumber: sequenceNumber(call, purpose) }),
  }
}

/** What FIFO queues and topics number their messages by: 20 digits. */
export function sequenceNumber(call: ServiceCall['call'], purpose: string): string {
  return `188${BigInt(`0x${derivedHex(call, `sequence of ${purpose}`, 14)}`)
    .toString()
    .padStart(17, '0')}`
}

/** The id that the caller gave an entry of a batch. */
export function entryId(entry: Json, index: number): string {
  return textParameter(asObject(entry), 'Id') ?? String(index)
}

function queueUrl({ call, parameters }: ServiceCall): string {
  const { region, account } = placeOf(call)
  return `https://sqs.${region}.amazonaws.com/${account}/${textParameter(parameters, 'QueueName') ?? 'queue'}`
}
