import { expect, it } from 'vitest'
import { namedError } from '../../../src/faults/named-error.js'
import { contextOf } from './fixtures.js'

const causeOf = (action: string, name: string) =>
  namedError(contextOf(`arn:aws:states:::${action}`, undefined, { name })).cause

it('says nothing where the service sent no message, and the SDK tells how often it tried', () => {
  expect(causeOf('aws-sdk:translate:translateText', 'Translate.TooManyRequestsException')).toMatch(
    /^null \(Service: Translate, Status Code: 429, Request ID: \S+\) \(SDK Attempt Count: 1\)$/,
  )
  // Recorded without the count.
  expect(causeOf('aws-sdk:dynamodb:getItem', 'DynamoDb.ResourceNotFoundException')).toMatch(/Request ID: \S+\)$/)
})

it.each([
  ['aws-sdk:translate:translateText', 'Translate.TooManyRequestsException', 429],
  ['aws-sdk:comprehend:detectSentiment', 'Comprehend.InternalServerException', 500],
  ['aws-sdk:sesv2:sendEmail', 'SesV2.MessageRejected', undefined],
  ['aws-sdk:sesv2:sendEmail', 'SesV2.MessageRejectedException', 400],
  // Of another operation of the service: whoever asks for it gets it in the service's words.
  ['aws-sdk:s3:putObject', 'S3.NoSuchKeyException', 404],
])('an error of %s by the name %s has the text of its SDK: status %s', (action, name, status) => {
  const cause = causeOf(action, name)
  if (status === undefined) expect(cause).not.toContain('Status Code')
  else expect(cause).toContain(`Status Code: ${status}`)
})
