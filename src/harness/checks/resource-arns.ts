import { member, pointer } from '../../asl/json.js'
import type { Json } from '../../asl/json.js'
import { isPlaceholder } from '../../asl/placeholder.js'
import { schemaError } from '../../asl/problem.js'
import type { Problem } from '../../asl/problem.js'
import { notRecognized } from '../../asl/resource-text.js'
import { parseResource } from '../../asl/resource.js'
import { didYouMean } from '../../asl/suggest.js'
import { walkStates } from '../../asl/walk.js'
import { UNKNOWN_SERVICE } from '../../iac/stand-ins.js'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
const ARN = /^arn:aws(?:-[a-z]+)*:[^:\s]+:[^:\s]*:\d*:\S.*$/

/**
 * Tasks whose Resource is no ARN, or that of something which no Task calls. AWS refuses them, and a run does not: definitions
 * that only a test deploys say whatever name they like.
 */
export function resourceArnProblems(definition: Json): readonly Problem[] {
  return [...walkStates(definition)].flatMap(({ state, pointer: at }) => {
    const resource = member(state, 'Type') === 'Task' ? member(state, 'Resource') : undefined
    if (typeof resource !== 'string' || isPlaceholder(resource)) return []
    return problemOf(resource, pointer(at, 'Resource')) ?? []
  })
}

function problemOf(resource: string, at: string): Problem | undefined {
  if (!ARN.test(resource)) return schemaError('Value is not a valid resource ARN', at, { hint: arnFor(resource) })
  if (parseResource(resource).kind !== 'unknown' || resource.split(':')[2] === UNKNOWN_SERVICE) return undefined
  return schemaError(notRecognized(resource), at, { hint: patternFor(resource) ?? WHAT_IT_IS })
}

const WHAT_IT_IS =
  'it is the ARN of a function, of an activity or of an integration such as arn:aws:states:::lambda:invoke'

/** `lambda:invoke` lacks only what every integration begins with. */
function arnFor(resource: string): string {
  const integration = /^(?:arn:)?(?:aws:)?(?:states:)?:{0,3}((?:aws-sdk:)?[a-z][\w-]*:[a-z]\w*(?:\.\w+(?::2)?)?)$/.exec(
    resource,
  )
  return integration ? `did you mean 'arn:aws:states:::${integration[1]}'?` : WHAT_IT_IS
}

const PATTERNS = ['sync', 'sync:2', 'waitForTaskToken']

/** A pattern that is misspelled. */
function patternFor(resource: string): string | undefined {
  const [, before, pattern] = /^(arn:[^:]*:states:.*)\.(\w+(?::\d+)?)$/.exec(resource) ?? []
  const meant = pattern === undefined ? undefined : didYouMean(pattern, PATTERNS)
  return meant === undefined ? undefined : `did you mean '${before}.${meant}'?`
}
