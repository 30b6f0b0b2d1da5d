import { firstFault } from './cause.js'
import { concernsAnyOf, modelId } from './concerned.js'
import { type BucketSize, withTaken } from './bucket.js'
import type { Model, ModelOf } from './model.js'
import { faultText, positive, selectors, textOption } from './option-kinds.js'
import { defaulted, type OptionsOf, needed, optional, optionsAsJson, readOptions } from './model-options.js'

/** A limit on the rate of an API, of which each account's own are at https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html. */
export const TOKEN_BUCKET = {
  /** The calls that share the bucket: `resource:*:apigateway:createDomainName`. */
  on: needed(selectors),
  /** The model's id; default: its kind and selectors. */
  name: optional(textOption),
  /** Tokens that come back each second: 1/30 for API Gateway's CreateDomainName. */
  ratePerSecond: needed(positive),
  /** Calls that a full bucket has room for; default 1. It is full at the start. */
  burst: defaulted(positive, 1),
  /** Tokens that a call takes; default 1. */
  cost: defaulted(positive, 1),
  /** What a call meets that finds no token. */
  fault: needed(faultText),
}

/** What may be said of a bucket. */
export type TokenBucketOptions = OptionsOf<typeof TOKEN_BUCKET>

/**
 * A rate limit with a burst, as most control planes have one. UserError for a mistake in the options.
 * @example
 * const scenario: Scenario = { models: [tokenBucket({ on: 'fn:charge', ratePerSecond: 10, burst: 20, fault: 'throttle' })] }
 * scenario.models?.length // => 1
 */
export function tokenBucket(options: TokenBucketOptions): Model {
  const values = readOptions('token-bucket', TOKEN_BUCKET, options)
  const size: BucketSize = values
  const model: ModelOf<number, never> = {
    kind: 'token-bucket',
    id: modelId('token-bucket', values),
    config: optionsAsJson(values),
    begin: (originMs) => originMs,
    concerns: concernsAnyOf(values.on),
    meet: (fullAtMs, call, about) => {
      const state = withTaken(fullAtMs, call.atMs, size, values.cost)
      if (state !== undefined) return { state }
      const strike = firstFault([values.fault], call, about)
      return { state: fullAtMs, ...(strike && { strike }) }
    },
  }
  return model
}
