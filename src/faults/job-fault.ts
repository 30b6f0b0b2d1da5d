import type { JsonObject } from '../asl/json.js'
import type { ErrorKind } from '../services/error-kind.js'
import type { FaultDefinition } from './fault-definition.js'
import type { FaultParameters } from './fault-parameters.js'
import { type Applies, allOf, callsOptimized, waitsAs } from './applies-to-resources.js'

/** What differs between faults in which a job that a `.sync` Task waits for ends badly. */
export interface JobFault extends Pick<
  FaultDefinition,
  'id' | 'title' | 'family' | 'targets' | 'advice' | 'evidence' | 'source' | 'transient'
> {
  readonly aliases?: readonly string[]
  readonly service: string
  readonly actions: readonly string[]
  /** What the service's Describe call says of the job. Its JSON text is the cause; texts in it may hold placeholders. */
  readonly described: JsonObject
  readonly parameters?: FaultParameters
  readonly recording?: FaultDefinition['recording']
  readonly sideEffect?: FaultDefinition['sideEffect']
  readonly errorKind?: ErrorKind
}

/**
 * A job that ends badly is `States.TaskFailed`, with what the service says of the job as JSON text in the cause (recorded
 * for Batch, ECS and nested executions).
 */
export function jobFault(fault: JobFault): FaultDefinition {
  const {
    service,
    actions,
    described,
    aliases = [],
    parameters,
    recording,
    sideEffect = 'may-have-happened',
    ...row
  } = fault
  const waiting: Applies = waitsAs('sync', 'sync:2')
  return {
    ...row,
    aliases,
    appliesTo: allOf(callsOptimized(service, ...actions), waiting),
    effect: { kind: 'error', error: 'States.TaskFailed', cause: JSON.stringify(described) },
    afterSubmission: true,
    ...(parameters && { parameters }),
    ...(recording && { recording }),
    sideEffect,
    matchedBy: ['States.TaskFailed', 'States.ALL'],
  }
}
