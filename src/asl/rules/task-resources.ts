import { member, pointer } from '../json.js'
import { isPlaceholder } from '../placeholder.js'
import { schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import { notRecognized } from '../resource-text.js'
import { parseResource } from '../resource.js'
import type { StateSubject } from './subject.js'

/**
 * A Task calls a service and an action that its integration has, by a pattern that it supports (recorded for `dynamodb:query`). What
 * does not look like an integration is let through.
 */
export function taskResources({ type, state, pointer: at, definition }: StateSubject, report: Report): void {
  const arn = type === 'Task' ? member(state, 'Resource') : undefined
  if (typeof arn !== 'string' || isPlaceholder(arn)) return
  const hint = definition.insteadOfIntegration(parseResource(arn))
  if (hint === undefined) return
  report(schemaError(notRecognized(arn), pointer(at, 'Resource'), { hint }))
}
