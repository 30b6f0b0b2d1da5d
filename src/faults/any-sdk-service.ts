import type { FaultDefinition } from './fault-definition.js'
import type { FaultTarget } from './fault-target.js'
import { sdkCause } from './service-cause.js'
import { serviceWords } from '../services/service-words.js'

/** Tasks on an AWS SDK integration of any service whose error names are known. */
export function callsAnyService({ type, resource }: FaultTarget): boolean {
  return type === 'Task' && resource?.kind === 'aws-sdk' && serviceWords(resource) !== undefined
}

/** What differs between faults that every service's API has. */
export interface AnyServiceFault extends Pick<
  FaultDefinition,
  'id' | 'title' | 'family' | 'aliases' | 'advice' | 'source' | 'sideEffect'
> {
  /** The service's own code. */
  readonly code: string
  readonly status: number
  readonly message: string
}

/** A passing failure of whatever service is called through `aws-sdk:`, under that service's generic name. */
export function anyServiceFault({ status, message, ...row }: AnyServiceFault): FaultDefinition {
  const error = '{sdk_prefix}.{sdk_prefix}Exception'
  return {
    ...row,
    targets: 'tasks on aws-sdk integrations',
    appliesTo: callsAnyService,
    effect: {
      kind: 'service-error',
      sdk: { error, cause: sdkCause({ message, service: '{sdk_prefix}', status }) },
    },
    matchedBy: [error, 'States.TaskFailed', 'States.ALL'],
    transient: true,
    evidence: 'inferred',
  }
}
