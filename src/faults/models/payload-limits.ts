import { isArray, isObject, type Json, member } from '../../asl/json.js'
import { limitAt, serviceLimit } from '../../services/service-limits.js'
import type { Call } from '../../engine/ports.js'
import { serviceOf } from '../resource-pattern.js'
import { firstFault } from './cause.js'
import { concernsAnyOf, modelId } from './concerned.js'
import type { Model, ModelOf } from './model.js'
import { count, selectors, textOption } from './option-kinds.js'
import { defaulted, type OptionsOf, optional, optionsAsJson, readOptions } from './model-options.js'

export const PAYLOAD_LIMITS = {
  /** Default: every call. */
  on: defaulted(selectors, ['svc:*']),
  /** The model's id; default: its kind and selectors. */
  name: optional(textOption),
  /** What the events get longer by on their way, e.g. with headers and attributes that no state sees; default 0. */
  addedBytes: defaulted(count, 0),
}

/** What may be said of payloads. */
export type PayloadLimitsOptions = OptionsOf<typeof PAYLOAD_LIMITS>

/** What a call sends that a service limits. */
interface Sent {
  /** The row of `SERVICE_LIMITS`. */
  readonly service: string
  readonly what: string
  /** The greatest of them counts. */
  readonly payloads: readonly Json[]
  readonly fault: string
}

/**
 * What is sent is measured against the service's limit as of the virtual day: 256 KB of an SQS message until July 2025, a
 * megabyte since then (`SERVICE_LIMITS`). So a payload that grows from link to link of a chain breaks the one that it breaks
 * in production. UserError for a mistake in the options.
 * @example
 * const scenario: Scenario = { models: [payloadLimits()] }
 * scenario.models?.length // => 1
 */
export function payloadLimits(options: PayloadLimitsOptions = {}): Model {
  const values = readOptions('payload-limits', PAYLOAD_LIMITS, options)
  const concerned = concernsAnyOf(values.on)
  const model: ModelOf<null, never> = {
    kind: 'payload-limits',
    id: modelId('payload-limits', values),
    config: optionsAsJson(values),
    begin: () => null,
    concerns: (call, about) => call.purpose === 'task' && concerned(call, about),
    meet: (state, call, about) => {
      const sent = sentBy(call)
      const row = sent && serviceLimit(sent.service, sent.what)
      if (!sent || !row) return { state }
      const bytes = Math.max(0, ...sent.payloads.map(byteLength)) + values.addedBytes
      const limit = limitAt(row, call.atMs)
      const seen = { bytes, limit }
      const strike = bytes > limit ? firstFault([sent.fault], call, about) : undefined
      return { state, seen, ...(strike && { strike }) }
    },
  }
  return model
}

function sentBy({ resource, parameters }: Call): Sent | undefined {
  const given = (name: string): Json => (isObject(parameters) ? member(parameters, name) : undefined) ?? ''
  switch (serviceOf(resource)) {
    case 'lambda': {
      const isAsync = 'action' in resource && given('InvocationType') === 'Event'
      const what = isAsync ? 'asynchronous payload' : 'synchronous payload'
      const payload = 'action' in resource ? given('Payload') : parameters
      return { service: 'lambda', what, payloads: [payload], fault: 'lambda-request-too-large' }
    }
    case 'sqs':
      return {
        service: 'sqs',
        what: 'message',
        payloads: [given('MessageBody'), given('Entries')],
        fault: 'sqs-message-too-large',
      }
    case 'sns':
      return { service: 'sns', what: 'message', payloads: [given('Message')], fault: 'sns-message-too-long' }
    case 'events':
    case 'eventbridge': {
      const entries = given('Entries')
      const payloads = isArray(entries) ? entries : []
      return { service: 'events', what: 'entry', payloads, fault: 'eventbridge-entry-too-large' }
    }
    case 'dynamodb':
      return { service: 'dynamodb', what: 'item', payloads: [given('Item')], fault: 'ddb-item-too-large' }
    case 'apigateway':
      return {
        service: 'apigateway',
        what: 'payload',
        payloads: [given('RequestBody')],
        fault: 'apigw-payload-too-large',
      }
    default:
      return undefined
  }
}

/** As UTF-8, of a text as it is and of anything else as JSON. */
function byteLength(payload: Json): number {
  return Buffer.byteLength(typeof payload === 'string' ? payload : JSON.stringify(payload))
}
