import { any, boolean, number, oneOf, type Shape, structure, text, textOf } from './shape.js'

const details = structure({ Included: boolean })

const ARN = textOf(1, 256)

/** https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html */
export const SFN_START_EXECUTION: Shape = structure({ ExecutionArn: ARN, StartDate: text }, [
  'ExecutionArn',
  'StartDate',
])

const DESCRIBED = {
  ExecutionArn: ARN,
  StateMachineArn: ARN,
  Name: textOf(1, 80),
  Status: oneOf('RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE'),
  StartDate: text,
  StopDate: text,
  Input: text,
  InputDetails: details,
  Output: text,
  OutputDetails: details,
  TraceHeader: textOf(0, 256),
  MapRunArn: text,
  Error: textOf(0, 256),
  Cause: textOf(0, 32_768),
  StateMachineVersionArn: ARN,
  StateMachineAliasArn: ARN,
  RedriveCount: number,
  RedriveDate: text,
  RedriveStatus: oneOf('REDRIVABLE', 'NOT_REDRIVABLE', 'REDRIVABLE_BY_MAP_RUN'),
  RedriveStatusReason: text,
}

const ALWAYS_DESCRIBED = ['ExecutionArn', 'StateMachineArn', 'Status', 'StartDate']

/** What `startExecution.sync` asks for when the child has ended. https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeExecution.html */
export const SFN_DESCRIBE_EXECUTION: Shape = structure(DESCRIBED, ALWAYS_DESCRIBED)

/** `startExecution.sync:2` reads input and output: they may be any value. */
export const SFN_DESCRIBE_EXECUTION_PARSED: Shape = structure(
  { ...DESCRIBED, Input: any, Output: any },
  ALWAYS_DESCRIBED,
)
