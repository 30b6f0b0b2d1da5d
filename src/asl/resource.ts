/** How Step Functions waits for a service. https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html */
export type ServicePattern = 'request-response' | 'sync' | 'sync:2' | 'waitForTaskToken'

/** A Task's `Resource`, taken apart. */
export type Resource =
  /** A Lambda function by its own ARN: Lambda events, payloads as they are. */
  | { readonly kind: 'lambda-arn'; readonly arn: string }
  /** A worker that polls: `arn:aws:states:...:activity:name`. */
  | { readonly kind: 'activity'; readonly arn: string }
  /** `arn:aws:states:::lambda:invoke`: service `lambda`, action `invoke`. */
  | {
      readonly kind: 'optimized'
      readonly arn: string
      readonly service: string
      readonly action: string
      readonly pattern: ServicePattern
    }
  /** `arn:aws:states:::aws-sdk:s3:getObject`: service `s3`, action `getObject`. */
  | {
      readonly kind: 'aws-sdk'
      readonly arn: string
      readonly service: string
      readonly action: string
      readonly pattern: ServicePattern
    }
  /** Anything else: an unresolved placeholder, a logical id, a typo. It runs as `lambda-arn` does. */
  | { readonly kind: 'unknown'; readonly arn: string }

const LAMBDA_FUNCTION = /^arn:[^:]*:lambda:[^:]*:[^:]*:function:.+$/
const ACTIVITY = /^arn:[^:]*:states:[^:]*:[^:]*:activity:.+$/
const INTEGRATION = /^arn:[^:]*:states:[^:]*:[^:]*:(aws-sdk:)?([^:.]+):([^:.]+)(\.sync:2|\.sync|\.waitForTaskToken)?$/

/** Takes a Task's `Resource` apart; never fails: what is not recognised is of kind `unknown`. */
export function parseResource(arn: string): Resource {
  if (LAMBDA_FUNCTION.test(arn)) return { kind: 'lambda-arn', arn }
  if (ACTIVITY.test(arn)) return { kind: 'activity', arn }
  const match = INTEGRATION.exec(arn)
  if (!match) return { kind: 'unknown', arn }
  const [, sdk, service = '', action = '', suffix] = match
  const pattern = (suffix?.slice(1) ?? 'request-response') as ServicePattern
  return { kind: sdk ? 'aws-sdk' : 'optimized', arn, service, action, pattern }
}

/** The `resourceType` of a Task's events, e.g. `lambda` or `aws-sdk:s3`. Undefined for resources that have none. */
export function resourceType(resource: Resource): string | undefined {
  if (resource.kind === 'optimized') return resource.service
  if (resource.kind === 'aws-sdk') return `aws-sdk:${resource.service}`
  return undefined
}

/** The `resource` of a Task's events: the action with its pattern (`invoke`, `startExecution.sync:2`), or the ARN. */
export function resourceName(resource: Resource): string {
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return resource.arn
  return resource.pattern === 'request-response' ? resource.action : `${resource.action}.${resource.pattern}`
}

/** Whether the call goes to a Lambda function, by its ARN or through `lambda:invoke`. */
export function isLambda(resource: Resource): boolean {
  return resource.kind === 'lambda-arn' || (resource.kind === 'optimized' && resource.service === 'lambda')
}

/** Whether the Task starts a job and waits for its end: `.sync` and `.sync:2`. */
export function waitsForJob(resource: Resource): boolean {
  return 'pattern' in resource && (resource.pattern === 'sync' || resource.pattern === 'sync:2')
}
