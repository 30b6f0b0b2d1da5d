import type { Resource } from '../asl/resource.js'
import { catalogue } from './catalogue.js'
import type { FaultDefinition, Runtime } from './fault-definition.js'
import { renderFault } from './render.js'

/**
 * How a scenario string names this fault at a call of `resource`: the error that people see, such as
 * `Runtime.ExitError`, if it stands for this fault alone there, else the fault's id.
 */
export function strikeName(definition: FaultDefinition, resource: Resource, runtime: Runtime): string {
  const error = errorName(definition, resource, runtime)
  return resolveStrikeName(error, resource, runtime) === definition ? error : definition.id
}

/** The fault that a scenario string means by an id or an error's name at a call of `resource`; undefined if none. */
export function resolveStrikeName(name: string, resource: Resource, runtime: Runtime): FaultDefinition | undefined {
  const applicable = catalogue.filter((row) => row.appliesTo(resource))
  return (
    applicable.find((row) => row.id === name) ?? applicable.find((row) => errorName(row, resource, runtime) === name)
  )
}

function errorName(definition: FaultDefinition, resource: Resource, runtime: Runtime): string {
  const outcome = renderFault(definition, { resource, requestId: '', function: { runtime } })
  return outcome === 'hang' ? 'States.Timeout' : (outcome.error ?? definition.id)
}
