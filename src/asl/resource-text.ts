/** What AWS says of a resource that it does not know (recorded for an action that an integration lacks). */
export function notRecognized(arn: string): string {
  const advice = 'The value is not a valid resource ARN, or the resource is not available in this region.'
  return `The resource provided ${arn} is not recognized. ${advice}`
}
