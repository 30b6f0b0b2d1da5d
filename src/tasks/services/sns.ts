import { isObject, type Json } from '../../asl/json.js'
import type { Call } from '../../engine/ports.js'
import { type AnswerTable, answersWithMetadata, plainHeaders, withMetadata } from '../answer-table.js'
import { arnOf } from '../call-place.js'
import { derivedUuid } from '../derived-id.js'
import { listParameter, textParameter, type ServiceCall } from '../service-call.js'
import { entryId, sequenceNumber } from './sqs.js'

/** Bytes of the XML that Publish answers with (recorded). */
const XML_BYTES = 294

/** Topics that take every message. The answer of Publish is recorded. https://docs.aws.amazon.com/sns/latest/api */
const table: AnswerTable = {
  publish: (service) => published(service, 'message'),
  publishBatch: (service) => ({
    Failed: [],
    Successful: listParameter(service.parameters, 'PublishBatchRequestEntries').map((entry, i) => ({
      Id: entryId(entry, i),
      ...published(service, `message ${i}`),
    })),
  }),
  createTopic: ({ call, parameters }) => ({
    TopicArn: arnOf(call, 'sns', '', textParameter(parameters, 'Name') ?? 'topic'),
  }),
  deleteTopic: () => ({}),
  subscribe: ({ call, parameters }) => {
    const topic = textParameter(parameters, 'TopicArn') ?? arnOf(call, 'sns', '', 'topic')
    return { SubscriptionArn: `${topic}:${derivedUuid(call, 'subscription')}` }
  },
  listTopics: () => ({ Topics: [] }),
}

export const inferSns = answersWithMetadata(table, 'text/xml', XML_BYTES)

/** A mock's answer with the SDK metadata of the optimized integration; what is no object stays as it is. */
export function snsEnvelope(call: Call, answer: Json): Json {
  return isObject(answer) ? withMetadata({ call }, answer, plainHeaders(answer, 'text/xml', XML_BYTES)) : answer
}

function published({ call, parameters }: ServiceCall, purpose: string) {
  const isFifo = textParameter(parameters, 'TopicArn')?.endsWith('.fifo') ?? false
  return { MessageId: derivedUuid(call, purpose), ...(isFifo && { SequenceNumber: sequenceNumber(call, purpose) }) }
}
