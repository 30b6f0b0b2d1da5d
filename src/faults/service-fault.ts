import type { FaultDefinition, SideEffect } from './fault-definition.js'
import { optimizedCause, s3Cause, sdkCause } from './service-cause.js'
import { type ServiceWords, errorNameFor, serviceWords } from '../services/service-words.js'
import { type Applies, anyOf, callsFunction, callsOptimized, callsThroughSdk } from './applies-to-resources.js'

/** What differs between faults in which a service refuses a call or fails at it. */
export interface ServiceFault extends Pick<
  FaultDefinition,
  'id' | 'title' | 'family' | 'advice' | 'evidence' | 'source'
> {
  readonly aliases?: readonly string[]
  /**
   * The service: its name in optimized resources (`dynamodb`, `states`, `elasticmapreduce`) and in AWS SDK ones; undefined
   * where there is no such integration.
   */
  readonly service: { readonly optimized?: string; readonly sdk?: string }
  /** Only these actions, as the resource writes them (`putItem`); default: all. */
  readonly actions?: readonly string[]
  /** In words, e.g. `tasks that write to DynamoDB`. */
  readonly targets: string
  /** The service's code, e.g. `ConditionalCheckFailedException`. */
  readonly code: string
  /** What the cause of an optimized integration calls it, where that differs: `NotFound` for `NotFoundException`. */
  readonly wireCode?: string
  /** The SDK does not model the code, so that it arrives as the service's generic class; `optimized`: only there. */
  readonly generic?: boolean | 'optimized'
  /** HTTP status. */
  readonly status: number
  readonly message: string
  readonly notMatchedBy?: readonly string[]
  readonly transient: FaultDefinition['transient']
  readonly sideEffect?: SideEffect
  readonly errorKind?: FaultDefinition['errorKind']
  readonly parameters?: FaultDefinition['parameters']
  readonly recording?: FaultDefinition['recording']
  readonly insideFunction?: FaultDefinition
}

/**
 * A fault in the words of the service's integrations: names, prefixes and causes follow from code, status and message. They are
 * written at the first question: the models of services that they come from need not be read to load the catalogue.
 */
export function serviceFault(fault: ServiceFault): FaultDefinition {
  const { service, actions = [], code, targets } = fault
  const { id, title, family, aliases = [], advice, evidence, source, transient, sideEffect = 'none' } = fault
  const { notMatchedBy, parameters, recording, insideFunction, errorKind } = fault
  let written: WireForm | undefined
  const wireForm = (): WireForm => (written ??= wireFormOf(fault))
  return {
    id,
    title,
    family,
    aliases,
    targets,
    appliesTo: anyOf(...integrationsOf(service, actions)),
    get effect() {
      return wireForm().effect
    },
    get matchedBy() {
      return wireForm().matchedBy
    },
    ...(notMatchedBy && { notMatchedBy }),
    ...(parameters && { parameters }),
    ...(recording && { recording }),
    ...(insideFunction && { insideFunction }),
    ...(errorKind && { errorKind }),
    code,
    transient,
    sideEffect,
    advice,
    evidence,
    source,
  }
}

/** What the integrations say of the failure, and the error names that take it. */
type WireForm = Pick<FaultDefinition, 'effect' | 'matchedBy'>

function wireFormOf({ service, code, wireCode = code, generic, status, message }: ServiceFault): WireForm {
  const optimized = wordsOf(service.optimized, '')
  const sdk = wordsOf(service.sdk, 'aws-sdk:')
  const nameIn = (words: ServiceWords): string =>
    generic === true || generic === words.style ? `${words.prefix}.${words.generic}` : errorNameFor(words, code)
  const names = [optimized, sdk].flatMap((words) => (words ? [nameIn(words)] : []))
  return {
    effect: {
      kind: 'service-error',
      ...(optimized && {
        optimized: {
          error: nameIn(optimized),
          cause: optimizedCause({ message, service: optimized.service, status, code: wireCode }),
        },
      }),
      ...(sdk && { sdk: { error: nameIn(sdk), cause: causeThroughSdk(sdk, message, status) } }),
    },
    matchedBy: [...new Set(names), 'States.TaskFailed', 'States.ALL'],
  }
}

function wordsOf(service: string | undefined, prefix: string): ServiceWords | undefined {
  if (service === undefined) return undefined
  const kind = prefix === '' ? 'optimized' : 'aws-sdk'
  const arn = `arn:aws:states:::${prefix}${service}:action`
  return serviceWords({ kind, arn, service, action: 'action', pattern: 'request-response' })
}

/** A Lambda ARN counts as the optimized integration of Lambda. */
function integrationsOf({ optimized, sdk }: ServiceFault['service'], actions: readonly string[]): readonly Applies[] {
  return [
    ...(optimized === 'lambda' ? [callsFunction] : []),
    ...(optimized === undefined || optimized === 'lambda' ? [] : [callsOptimized(optimized, ...actions)]),
    ...(sdk === undefined ? [] : [callsThroughSdk(sdk, ...actions)]),
  ]
}

function causeThroughSdk({ service }: ServiceWords, message: string, status: number): string {
  return service === 'S3' ? s3Cause(message, status) : sdkCause({ message, service, status })
}
