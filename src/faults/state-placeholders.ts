import { hexDigest } from '../asl/digest.js'
import { type Json, isObject, member } from '../asl/json.js'
import { resourceType } from '../asl/resource.js'
import { numberArgument } from './changed-answer.js'
import type { FaultContext } from './fault-context.js'
import {
  type FieldText,
  dataPathOf,
  expressionOf,
  intrinsicCallOf,
  mapNumberPathOf,
  resultPathOf,
  stepsOf,
  templatePathOf,
  waitPathOf,
} from './state-expressions.js'

type Text = (context: FaultContext) => string

/** Reason phrases of RFC 9110 and 6585. */
const REASONS: ReadonlyMap<number, string> = new Map([
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [405, 'Method Not Allowed'],
  [408, 'Request Timeout'],
  [409, 'Conflict'],
  [410, 'Gone'],
  [413, 'Payload Too Large'],
  [415, 'Unsupported Media Type'],
  [422, 'Unprocessable Entity'],
  [429, 'Too Many Requests'],
  [500, 'Internal Server Error'],
  [501, 'Not Implemented'],
  [502, 'Bad Gateway'],
  [503, 'Service Unavailable'],
  [504, 'Gateway Timeout'],
])

/** Placeholders that are filled from the struck state's own definition, and from what a Task says of a child execution. */
export const STATE_TEXTS: Readonly<Record<string, Text>> = {
  data_path: ({ target }) => dataPathOf(target)?.text ?? '$',
  normal_path: ({ target }) => `$${stepsOf(dataPathOf(target)?.text ?? '').join('')}`,
  template_path: ({ target }) => templatePathOf(target)?.text ?? '$',
  template_field: ({ target }) => templatePathOf(target)?.field ?? '',
  template_input: templateInput,
  path_failure: (context) => pathFailure(context),
  intrinsic_call: ({ target }) => intrinsicCallOf(target)?.call ?? '',
  intrinsic_path: ({ target }) => intrinsicCallOf(target)?.path ?? '$',
  result_path: ({ target }) => resultPathOf(target) ?? '$',
  expression: ({ target }) => expressionOf(target)?.text ?? '',
  expression_field: ({ target }) => expressionOf(target)?.field ?? '',
  wait_failure: ({ target }) => waitFailure(waitPathOf(target)),
  map_number_field: ({ target }) => mapNumberPathOf(target)?.field ?? '',
  map_number_path: ({ target }) => mapNumberPathOf(target)?.text ?? '$',
  map_number_kind: ({ target }) =>
    mapNumberPathOf(target)?.field === 'ToleratedFailurePercentagePath' ? 'float' : 'integer',
  sent_parameters: ({ target, call }) =>
    JSON.stringify(member(target.definition, 'Parameters') ?? member(target.definition, 'Arguments') ?? call.input),
  fail_error: ({ target }) => literalOf(target.definition, 'Error'),
  fail_cause: ({ target }) => literalOf(target.definition, 'Cause'),
  result_source: ({ call: { resource } }) => resourceType(resource) ?? resource.arn,
  http_reason: (context) => REASONS.get(numberArgument(context, 'status', 503)) ?? 'Unknown',
  job_id: ({ call }) => call.requestId.replaceAll('-', ''),
  job_name: (context) => firstText(context, ['JobName', 'TrainingJobName', 'Name', 'ProjectName']) ?? 'job',
  query: (context) => firstText(context, ['QueryString']) ?? 'SELECT 1',
  now_ms: ({ call }) => String(call.atMs),
  child_name: childName,
  child_execution_arn: (context) =>
    `${machineArn(context).replace(':stateMachine:', ':execution:')}:${childName(context)}`,
  child_input: childInput,
}

/** A template's input; what a ResultSelector reads is the result, which here lacks everything. */
function templateInput({ target, call }: FaultContext): string {
  return templatePathOf(target)?.template === 'ResultSelector' ? '{}' : JSON.stringify(call.input)
}

/** A path of several steps fails at the first; the texts are recorded. */
function pathFailure(context: FaultContext): string {
  const path = dataPathOf(context.target)?.text
  if (path === undefined) {
    const { field, text } = templatePathOf(context.target) ?? { field: '', text: '$' }
    return `The JSONPath '${text}' specified for the field '${field}' could not be found in the input '${templateInput(context)}'`
  }
  const [first = '', ...rest] = stepsOf(path)
  const what = rest.length === 0 ? 'No results for path: $' : 'Missing property in path $'
  return `Invalid path '${path}' : ${what}${first}`
}

/** Recorded, both. */
function waitFailure(path: FieldText | undefined): string {
  if (path?.field === 'TimestampPath') {
    return `The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: ${path.text} == 05-12-2016T21:29:29Z`
  }
  return `The SecondsPath parameter references a negative value: ${path?.text ?? '$'} == -1`
}

function literalOf(definition: Json, name: string): string {
  const value = isObject(definition) ? member(definition, name) : undefined
  return typeof value === 'string' ? value : ''
}

function parameterOf({ call }: FaultContext, name: string): Json | undefined {
  return isObject(call.parameters) ? member(call.parameters, name) : undefined
}

/** The first of these parameters that is a text. */
function firstText(context: FaultContext, names: readonly string[]): string | undefined {
  return names.map((name) => parameterOf(context, name)).find((value) => typeof value === 'string')
}

function machineArn(context: FaultContext): string {
  const arn = parameterOf(context, 'StateMachineArn')
  return typeof arn === 'string' ? arn : 'arn:aws:states:us-east-1:123456789012:stateMachine:Child'
}

/** The name that the call gives, or else one that is derived from the attempt, in the form of a UUID. */
function childName(context: FaultContext): string {
  const name = parameterOf(context, 'Name')
  if (typeof name === 'string') return name
  const hex = hexDigest('sha256', `child ${context.call.requestId}`)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A text is the child's input as it stands; none and null are `{}` (recorded). */
function childInput(context: FaultContext): string {
  const input = parameterOf(context, 'Input') ?? {}
  return typeof input === 'string' ? input : JSON.stringify(input)
}
