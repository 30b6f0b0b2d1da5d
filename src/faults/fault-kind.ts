import type { Resource } from '../asl/resource.js'
import { type KindOfError, kindOfError, kindOfException } from '../services/error-kind.js'
import type { FaultDefinition } from './fault-definition.js'

/**
 * What kind of error a fault is where it strikes: as its row declares it, else by the service's code, also where that arrives in a
 * generic class, else by the error's name as the state sees it.
 */
export function kindOfFault(
  { effect, code, errorKind }: FaultDefinition,
  resource: Resource | undefined,
  error: string | undefined,
): KindOfError {
  if (errorKind !== undefined) return { kind: errorKind }
  if (effect.kind === 'answer') return { kind: 'bad-answer' }
  if (effect.kind === 'hang') return { kind: 'timeout' }
  // A row for whatever code says so by a placeholder.
  if (code !== undefined && !code.includes('{')) return kindOfException(code)
  return resource === undefined || error === undefined ? { kind: 'other' } : kindOfError(resource, error)
}
