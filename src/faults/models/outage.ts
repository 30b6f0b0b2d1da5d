import type { Call } from '../../engine/ports.js'
import type { Circumstances } from '../plan.js'
import { serviceOf } from '../resource-pattern.js'
import { firstFault, serviceUnreachable } from './cause.js'
import { concernsAnyOf, modelId } from './concerned.js'
import type { Model, ModelOf, ModelStrike } from './model.js'
import { duration, faultText, selectors, share, textOption } from './option-kinds.js'
import { defaulted, type OptionsOf, needed, optional, optionsAsJson, readOptions } from './model-options.js'

export const OUTAGE = {
  /** What is gone, all of it together: `[svc:s3, fn:AnalysePage]`, or `svc:*` for a whole Region. */
  on: needed(selectors),
  /** The model's id; default: its kind and selectors. */
  name: optional(textOption),
  /** Since the start; default 0. */
  fromMs: defaulted(duration, 0),
  /** Since the start, not included; default: no end. */
  toMs: optional(duration),
  /**
   * What the calls meet; where it cannot strike, and by default, each as its service fails: S3's name has no address (and a
   * function that uses it fails as well, if `s3-outage-dns` is said), Lambda answers 500, others cannot be reached.
   */
  fault: optional(faultText),
  /** How likely a call is struck; default 1. A third when one of three Availability Zones is lost. */
  probability: defaulted(share, 1),
}

/** What may be said of an outage. */
export type OutageOptions = OptionsOf<typeof OUTAGE>

/** How services fail that cannot be reached. */
const BY_SERVICE: Readonly<Record<string, readonly string[]>> = {
  s3: ['s3-outage-dns', 'map-item-reader-failed'],
  lambda: ['lambda-service-exception', 'lambda-sdk-client-exception'],
  dynamodb: ['ddb-internal-server-error'],
  sqs: ['sqs-host-unresolvable'],
}

/**
 * A time in which services or functions are gone together. UserError for a mistake in the options.
 * @example
 * const scenario: Scenario = { models: [outage({ on: 'svc:s3', fromMs: '10m', toMs: '20m', fault: 's3-outage-dns' })] }
 * scenario.models?.length // => 1
 */
export function outage(options: OutageOptions): Model {
  const values = readOptions('outage', OUTAGE, options)
  const { fromMs, toMs = Infinity, probability, fault } = values
  const id = modelId('outage', values)
  const model: ModelOf<number, never> = {
    kind: 'outage',
    id,
    config: optionsAsJson(values),
    begin: (originMs) => originMs,
    concerns: concernsAnyOf(values.on),
    meet: (originMs, call, about) => {
      const sinceMs = call.atMs - originMs
      const isGone = sinceMs >= fromMs && sinceMs < toMs
      const isStruck = isGone && (probability === 1 || about.chance(`${id}: struck`) < probability)
      const strike = isStruck ? goneFrom(call, about, fault) : undefined
      return { state: originMs, ...(strike && { strike }) }
    },
  }
  return model
}

function goneFrom(call: Call, about: Circumstances, fault: string | undefined): ModelStrike | undefined {
  const service = serviceOf(call.resource)
  const usual = Object.hasOwn(BY_SERVICE, service) ? (BY_SERVICE[service] ?? []) : []
  return firstFault([...(fault === undefined ? [] : [fault]), ...usual], call, about) ?? serviceUnreachable(call)
}
