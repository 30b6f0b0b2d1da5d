import { isArray, isObject, type Json, type JsonObject, member } from '../../asl/json.js'

/** How a child of a Map Run went. `PENDING`: it was started and had not ended when the Map Run failed. */
export interface ChildResult {
  readonly index: number
  readonly executionArn: string
  readonly stateMachineArn: string
  readonly name: string
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED' | 'PENDING'
  readonly input: Json
  readonly output?: Json
  readonly error?: string
  readonly cause?: string
  /** Virtual time, ms since the epoch. */
  readonly startMs: number
  readonly stopMs?: number
}

/** `WriterConfig` of a ResultWriter. */
export interface WriterConfig {
  /** NONE: with data about the child; COMPACT: outputs alone; FLATTEN: outputs, and the elements of those that are lists. */
  readonly transformation: 'NONE' | 'COMPACT' | 'FLATTEN'
  readonly outputType: 'JSON' | 'JSONL'
}

/** The WriterConfig of a definition; `otherwise` is the Transformation where it gives none. */
export function writerConfig(config: Json | undefined, otherwise: WriterConfig['transformation']): WriterConfig {
  const text = (key: string): Json | undefined =>
    config !== undefined && isObject(config) ? member(config, key) : undefined
  const transformation = text('Transformation')
  return {
    transformation:
      transformation === 'NONE' || transformation === 'COMPACT' || transformation === 'FLATTEN'
        ? transformation
        : otherwise,
    outputType: text('OutputType') === 'JSONL' ? 'JSONL' : 'JSON',
  }
}

/**
 * Results in the order of the children, as the Transformation has them. A child that did not succeed has no output: of it
 * stands what NONE says, whatever the Transformation.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
 */
export function transformedResults(
  children: readonly ChildResult[],
  transformation: WriterConfig['transformation'],
): readonly Json[] {
  return children.flatMap((child): readonly Json[] => {
    const { output } = child
    if (transformation === 'NONE' || output === undefined) return [described(child)]
    return transformation === 'FLATTEN' && isArray(output) ? output : [output]
  })
}

/** A child as the files of a ResultWriter tell of it: members as documented, input and output as JSON text. */
function described(child: ChildResult): JsonObject {
  const { executionArn, stateMachineArn, name, status, input, output, error, cause, startMs, stopMs } = child
  const succeeded = status === 'SUCCEEDED'
  return {
    ...(cause !== undefined && { Cause: cause }),
    ...(error !== undefined && { Error: error }),
    ExecutionArn: executionArn,
    Input: JSON.stringify(input),
    InputDetails: { Included: true },
    Name: name,
    ...(output !== undefined && { Output: JSON.stringify(output), OutputDetails: { Included: true } }),
    RedriveCount: 0,
    RedriveStatus: succeeded ? 'NOT_REDRIVABLE' : 'REDRIVABLE_BY_MAP_RUN',
    ...(succeeded && { RedriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven' }),
    StartDate: new Date(startMs).toISOString(),
    StateMachineArn: stateMachineArn,
    Status: status,
    ...(stopMs !== undefined && { StopDate: new Date(stopMs).toISOString() }),
  }
}
