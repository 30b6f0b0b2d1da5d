import { LIMITS } from '../../asl/limits.js'
import { any, booleanShape, numberShape, oneOfShape, type Shape, structure, textShape, textOf } from './shape.js'

const details = structure({ Included: booleanShape })

const ARN = textOf(1, 256)

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html */
export const SFN_START_EXECUTION: Shape = structure({ ExecutionArn: ARN, StartDate: textShape }, [
  'ExecutionArn',
  'StartDate',
])

const DESCRIBED = {
  ExecutionArn: ARN,
  StateMachineArn: ARN,
  Name: textOf(1, 80),
  Status: oneOfShape('RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE'),
  StartDate: textShape,
  StopDate: textShape,
  Input: textShape,
  InputDetails: details,
  Output: textShape,
  OutputDetails: details,
  TraceHeader: textOf(0, 256),
  MapRunArn: textShape,
  Error: textOf(0, LIMITS.errorCharacters.value),
  Cause: textOf(0, LIMITS.causeCharacters.value),
  StateMachineVersionArn: ARN,
  StateMachineAliasArn: ARN,
  RedriveCount: numberShape,
  RedriveDate: textShape,
  RedriveStatus: oneOfShape('REDRIVABLE', 'NOT_REDRIVABLE', 'REDRIVABLE_BY_MAP_RUN'),
  RedriveStatusReason: textShape,
}

const ALWAYS_DESCRIBED = ['ExecutionArn', 'StateMachineArn', 'Status', 'StartDate']

/** What `startExecution.sync` asks for when the child has ended. https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html */
export const SFN_DESCRIBE_EXECUTION: Shape = structure(DESCRIBED, ALWAYS_DESCRIBED)

/** `startExecution.sync:2` reads input and output: they may be any value. */
export const SFN_DESCRIBE_EXECUTION_PARSED: Shape = structure(
  { ...DESCRIBED, Input: any, Output: any },
  ALWAYS_DESCRIBED,
)
