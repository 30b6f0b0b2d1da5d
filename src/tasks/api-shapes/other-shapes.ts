import { any, listOf, mapOf, numberShape, oneOfShape, type Shape, structure, textShape, textOf } from './shape.js'

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
export const EVENTS_PUT_EVENTS: Shape = structure({
  FailedEntryCount: numberShape,
  Entries: listOf(structure({ EventId: textOf(0, 64), ErrorCode: textShape, ErrorMessage: textShape })),
})

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html */
export const SQS_SEND_MESSAGE: Shape = structure({
  MD5OfMessageBody: textShape,
  MD5OfMessageAttributes: textShape,
  MD5OfMessageSystemAttributes: textShape,
  MessageId: textShape,
  SequenceNumber: textShape,
})

/** https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
export const SNS_PUBLISH: Shape = structure({ MessageId: textShape, SequenceNumber: textShape })

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_Encrypt.html */
export const KMS_ENCRYPT: Shape = structure({
  CiphertextBlob: textOf(1, 6144),
  KeyId: textOf(1, 2048),
  EncryptionAlgorithm: oneOfShape('SYMMETRIC_DEFAULT', 'RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256', 'SM2PKE'),
})

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html; a member besides these is well (recorded). */
export const API_GATEWAY_INVOKE: Shape = structure({
  Headers: mapOf(any),
  ResponseBody: any,
  StatusCode: numberShape,
  StatusText: textShape,
})
