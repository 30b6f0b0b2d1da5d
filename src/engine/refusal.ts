import type { Json } from '../asl/json.js'
import { formatProblems } from '../asl/request-format.js'
import type { Resource } from '../asl/resource.js'
import { QueryFailure } from '../data/failure.js'
import { printedJson } from '../asl/nesting.js'
import type { ExecutionSettings } from './execution.js'

/** Why Step Functions does not even schedule this call: a States.Runtime right after StateEntered (both recorded). */
export function refusalOf(resource: Resource, parameters: Json, settings: ExecutionSettings): QueryFailure | undefined {
  if (resource.kind === 'activity' && settings.absentActivities.includes(resource.arn)) {
    return new QueryFailure('States.Runtime', `The activity ${resource.arn} does not exist.`)
  }
  const problems = formatProblems(resource, parameters)
  if (problems.length === 0) return undefined
  const cause = `The Parameters '${printedJson(parameters)}' could not be used to start the Task: [${problems.join(', ')}]`
  return new QueryFailure('States.Runtime', cause)
}
