import { type Resource, isLambda } from '../asl/resource.js'
import { javaExceptionName } from './java-names.js'
import { type OptimizedErrors, optimizedService } from './optimized.js'
import { sdkPrefix } from './sdk-services.js'

/** How an integration speaks of a service's errors. */
export interface ServiceWords extends OptimizedErrors {
  readonly style: 'optimized' | 'aws-sdk'
}

/** How errors of this resource are told; undefined for what is no service's API (activities, HTTP endpoints, ...). */
export function serviceWords(resource: Resource): ServiceWords | undefined {
  if (resource.kind === 'aws-sdk') return sdkWords(resource.service)
  const service = isLambda(resource) || resource.kind === 'unknown' ? 'lambda' : optimizedName(resource)
  const errors = service === undefined ? undefined : optimizedService(service)?.errors
  return errors && { ...errors, style: 'optimized' }
}

function optimizedName(resource: Resource): string | undefined {
  return resource.kind === 'optimized' ? resource.service : undefined
}

function sdkWords(service: string): ServiceWords | undefined {
  const prefix = sdkPrefix(service)
  if (prefix === undefined) return undefined
  return { prefix, generic: `${prefix}Exception`, service: prefix, style: 'aws-sdk' }
}

/** The error's name at this integration, for a modelled exception or the generic class. */
export function errorNameFor({ prefix, style }: ServiceWords, exception: string): string {
  return `${prefix}.${style === 'aws-sdk' ? javaExceptionName(exception) : exception}`
}
