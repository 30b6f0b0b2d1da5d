import { member, pointer } from '../json.js'
import { isDistributed, processorFieldOf } from '../map-processor.js'
import { schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import { parseResource } from '../resource.js'
import type { StateSubject } from './subject.js'

/** An Express machine cannot wait for jobs, callbacks or workers (recorded), nor start a distributed Map. */
export function expressIntegrations({ type, state, pointer: at, definition }: StateSubject, report: Report): void {
  if (definition.type !== 'EXPRESS') return
  if (type === 'Map' && isDistributed(state)) {
    const place = pointer(at, processorFieldOf(state) ?? 'ItemProcessor', 'ProcessorConfig', 'Mode')
    report(schemaError("Express state machine does not support Map state in 'DISTRIBUTED' mode", place))
  }
  const resource = type === 'Task' ? member(state, 'Resource') : undefined
  const refused = typeof resource === 'string' ? unsupported(resource) : undefined
  if (refused !== undefined) {
    report(schemaError(`Express state machine does not support ${refused}`, pointer(at, 'Resource')))
  }
}

function unsupported(arn: string): string | undefined {
  const resource = parseResource(arn)
  if (resource.kind === 'activity') return 'Activity ARN'
  if (resource.kind !== 'optimized' && resource.kind !== 'aws-sdk') return undefined
  // AWS's text has a blank at the end of this one.
  if (resource.pattern === 'waitForTaskToken') return "'.waitForTaskToken' service integration "
  return resource.pattern === 'request-response' ? undefined : "'.sync' service integration"
}
