import { isLambda, type Resource } from '../asl/resource.js'

/**
 * A Lambda function, by its ARN or through `lambda:invoke`. A resource that could not be resolved, such as a bare
 * placeholder of a template, counts as one: the engine runs it as one.
 */
export function callsFunction(resource: Resource): boolean {
  return isLambda(resource) || resource.kind === 'unknown'
}

/** An AWS SDK integration of the service, e.g. `s3` for `arn:aws:states:::aws-sdk:s3:putObject`. */
export function callsThroughSdk(resource: Resource, service: string): boolean {
  return resource.kind === 'aws-sdk' && resource.service === service
}
