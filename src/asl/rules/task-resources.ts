import { member, pointer } from '../json.js'
import { OPTIMIZED_ACTIONS } from '../optimized-integrations.js'
import { isPlaceholder } from '../placeholder.js'
import { schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import { parseResource } from '../resource.js'
import type { Resource } from '../resource.js'
import type { StateSubject } from './subject.js'

/**
 * A Task calls an action that its integration has (recorded for `dynamodb:query`). A service that is not in our list is
 * let through, as AWS adds new ones, and so is whatever does not look like an integration.
 */
export function taskResources({ type, state, pointer: at }: StateSubject, report: Report): void {
  const arn = type === 'Task' ? member(state, 'Resource') : undefined
  if (typeof arn !== 'string' || isPlaceholder(arn)) return
  const hint = whatElse(parseResource(arn))
  if (hint === undefined) return
  const advice = 'The value is not a valid resource ARN, or the resource is not available in this region.'
  report(schemaError(`The resource provided ${arn} is not recognized. ${advice}`, pointer(at, 'Resource'), { hint }))
}

/** What to use instead of an integration that does not exist; undefined if nothing is wrong with it. */
function whatElse(resource: Resource): string | undefined {
  if (resource.kind === 'aws-sdk') {
    const waitsForJob = resource.pattern === 'sync' || resource.pattern === 'sync:2'
    return waitsForJob ? 'calls through the AWS SDK cannot wait for a job: leave out the suffix' : undefined
  }
  if (resource.kind !== 'optimized') return undefined
  const { service, action } = resource
  const known = OPTIMIZED_ACTIONS.get(service)
  if (known === undefined || known.includes(action)) return undefined
  return `Step Functions calls only [${known.join(', ')}] of ${service} itself; try arn:aws:states:::aws-sdk:${service}:${action}`
}
