import { isObject, type Json, member } from '../asl/json.js'
import { type FaultDefinition, type Runtime, runtimes } from './fault-definition.js'
import { callsFunction } from './applies-to-resources.js'

/** What differs between faults in which a Lambda function ends badly. */
export interface FunctionFault
  extends
    Pick<FaultDefinition, 'id' | 'title' | 'advice' | 'evidence' | 'source' | 'transient'>,
    Partial<
      Pick<
        FaultDefinition,
        | 'aliases'
        | 'family'
        | 'targets'
        | 'sideEffect'
        | 'notMatchedBy'
        | 'parameters'
        | 'recording'
        | 'delayMs'
        | 'errorKind'
      >
    > {
  /** What the function answers with, as each runtime prints it; placeholders stand inside its texts. */
  readonly payload: Readonly<Record<Runtime, string>>
}

/**
 * A function that ends badly: the error is the payload's `errorType` in whatever runtime, `Lambda.Unknown` without one.
 * Unless said otherwise the work may have been done.
 */
export function functionFault({ payload, ...fault }: FunctionFault): FaultDefinition {
  return {
    family: 'lambda-function',
    aliases: [],
    targets: 'tasks that call a Lambda function',
    sideEffect: 'may-have-happened',
    ...fault,
    appliesTo: callsFunction,
    effect: { kind: 'function-error', payload },
    matchedBy: [...errorNames(payload), 'States.TaskFailed', 'States.ALL'],
  }
}

function errorNames(payload: Readonly<Record<Runtime, string>>): ReadonlySet<string> {
  return new Set(runtimes.map((runtime) => errorType(JSON.parse(payload[runtime]) as Json)))
}

function errorType(payload: Json): string {
  const type = isObject(payload) ? member(payload, 'errorType') : undefined
  return typeof type === 'string' ? type : 'Lambda.Unknown'
}
