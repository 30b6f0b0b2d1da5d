import type { Call } from '../engine/ports.js'

/** Where a call is made, as its execution's ARN says. */
export interface CallPlace {
  readonly partition: string
  readonly region: string
  readonly account: string
}

export function placeOf({ executionArn }: Pick<Call, 'executionArn'>): CallPlace {
  const [, partition = 'aws', , region = 'us-east-1', account = '123456789012'] = executionArn.split(':')
  return { partition, region, account }
}

/** The ARN of a resource in the call's region and account; a name that is an ARN already stays as it is. */
export function arnOf(call: Call, service: string, kind: string, name: string): string {
  if (name.startsWith('arn:')) return name
  const { partition, region, account } = placeOf(call)
  return `arn:${partition}:${service}:${region}:${account}:${kind}${name}`
}

/** The last part of an ARN or path: the name of what it points to. */
export function nameOf(arn: string): string {
  return arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1)
}
