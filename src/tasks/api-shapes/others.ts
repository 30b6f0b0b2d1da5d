import { any, listOf, mapOf, number, oneOf, type Shape, structure, text, textOf } from './shape.js'

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
export const EVENTS_PUT_EVENTS: Shape = structure({
  FailedEntryCount: number,
  Entries: listOf(structure({ EventId: textOf(0, 64), ErrorCode: text, ErrorMessage: text })),
})

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
export const SQS_SEND_MESSAGE: Shape = structure({
  MD5OfMessageBody: text,
  MD5OfMessageAttributes: text,
  MD5OfMessageSystemAttributes: text,
  MessageId: text,
  SequenceNumber: text,
})

/** https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
export const SNS_PUBLISH: Shape = structure({ MessageId: text, SequenceNumber: text })

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html */
export const KMS_ENCRYPT: Shape = structure({
  CiphertextBlob: textOf(1, 6144),
  KeyId: textOf(1, 2048),
  EncryptionAlgorithm: oneOf('SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256', 'SM2PKE'),
})

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html; a member besides these is well (recorded). */
export const API_GATEWAY_INVOKE: Shape = structure({
  Headers: mapOf(any),
  ResponseBody: any,
  StatusCode: number,
  StatusText: text,
})
