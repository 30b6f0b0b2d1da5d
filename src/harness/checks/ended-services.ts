import { type Json, member, pointer } from '../../asl/json.js'
import { type Problem, problem } from '../../asl/problem.js'
import { parseResource } from '../../asl/resource.js'
import { walkStates } from '../../asl/walk.js'
import { hasEnded } from '../../services/sdk-services.js'

/** Tasks that call a service which AWS has ended: the definition is taken, and each call fails. */
export function endedServiceProblems(definition: Json): readonly Problem[] {
  return [...walkStates(definition)].flatMap(({ state, pointer: at }) => {
    const arn = member(state, 'Type') === 'Task' ? member(state, 'Resource') : undefined
    const resource = typeof arn === 'string' ? parseResource(arn) : undefined
    if (resource?.kind !== 'aws-sdk' || !hasEnded(resource.service)) return []
    const message = `AWS has ended ${resource.service}: this call fails`
    return [problem('ASLX_ENDED_SERVICE', 'warning', message, pointer(at, 'Resource'), { hint: HINT })]
  })
}

const HINT = 'call what came in its place, or leave the Task out'
