import { type Resource, resourceType } from '../asl/resource.js'
import { unreachable } from '../asl/unreachable.js'
import { optimizedService } from './optimized.js'
import { actionsOf, type UnknownIntegration, unknownIntegration } from './operations.js'

/** What to use instead of an integration that does not exist, as a hint; undefined if nothing is wrong with the resource. */
export function insteadOfIntegration(resource: Resource): string | undefined {
  const unknown = unknownIntegration(resource)
  if (!unknown || (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk')) return undefined
  const there = whatIsThere(unknown, resourceType(resource) ?? '')
  const sdk = unknown.part === 'pattern' ? undefined : throughSdk(resource.service, resource.action)
  return sdk === undefined ? there : `${there}; try ${sdk}`
}

/** The AWS SDK integration of an action that the optimized one lacks. */
function throughSdk(service: string, action: string): string | undefined {
  const [api = service] = Object.values(optimizedService(service)?.actions ?? {}).flatMap(
    (one) => one.api?.split(':')[0] ?? [],
  )
  return actionsOf('aws-sdk', api)?.includes(action) === true ? `arn:aws:states:::aws-sdk:${api}:${action}` : undefined
}

function whatIsThere({ part, name, choices, nearest }: UnknownIntegration, type: string): string {
  const meant = nearest === undefined ? '' : `; did you mean ${nearest}?`
  switch (part) {
    case 'service':
      return `Step Functions has no integration of ${type}${meant}`
    case 'action':
      return choices.length > 0
        ? `Step Functions calls only [${choices.join(', ')}] of ${type} itself${meant}`
        : `${type} has no action ${name}${meant}`
    case 'pattern':
      return type.startsWith('aws-sdk:')
        ? 'calls through the AWS SDK cannot wait for a job: leave out the suffix'
        : `${type} supports only [${choices.join(', ')}] here`
    default:
      return unreachable(part)
  }
}
