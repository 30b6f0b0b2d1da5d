import { isObject } from '../../src/asl/json.js'
import type { Json, JsonObject } from '../../src/asl/json.js'
import type { Call, Outcome } from '../../src/engine/ports.js'
import { testState } from '../../src/harness/checks/test-state/test-state.js'
import { ServiceException } from '../../src/wire/service-exception.js'
import type { TestStateRequest } from '../../src/wire/test-state-api.js'
import type { CaseMeta, ConformanceCase } from './case.js'
import { causeDifference, objectDifference, payloadDifference } from './compare-json.js'
import type { MemberComparers } from './compare-json.js'
import { answerOfHandler } from './handlers.js'
import { ignoredKeys } from './ignored.js'
import { mapStrings } from './normalise.js'
import { Placeholders, vocabularyOf } from './placeholders.js'

/** What a case of this kind has besides the common fields. */
interface TestStateMeta extends CaseMeta {
  /** The request, but for definition and input; a context and variables may be parsed. */
  readonly testState?: Omit<TestStateRequest, 'definition' | 'input' | 'context' | 'variables'> & {
    readonly context?: Json
    readonly variables?: Json
    readonly mockResultParsed?: Json
  }
  /** The text of the input, where Python would write its value in another way. */
  readonly inputRaw?: string
  readonly noInput?: boolean
}

const PAYLOADS = [
  'input',
  'afterArguments',
  'afterInputPath',
  'afterParameters',
  'result',
  'afterResultSelector',
  'afterResultPath',
  'afterItemsPath',
  'afterItemSelector',
  'afterItemBatcher',
  'variables',
]

const INSPECTED: MemberComparers = Object.fromEntries(PAYLOADS.map((name) => [name, payloadDifference]))

const COMPARERS: MemberComparers = {
  output: payloadDifference,
  cause: causeDifference,
  inspectionData: (recorded: Json, ours: Json, at: string, placeholders: Placeholders) =>
    isObject(recorded) && isObject(ours)
      ? objectDifference(recorded, ours, at, placeholders, INSPECTED)
      : `${at}: expected ${JSON.stringify(recorded)}, got ${JSON.stringify(ours)}`,
}

const IGNORED = ignoredKeys('error')

/** Tests the state of a case and compares the answer of `TestState`, or the error it refused the request with. */
export function runTestState(source: ConformanceCase): string | undefined {
  const placeholders = new Placeholders(vocabularyOf(source))
  const recordedError = source.expect.error
  const ours = inAccountOfRecordings(clientError(source.meta) ?? answerOf(source))
  if (!isObject(recordedError)) return objectDifference(source.expect, ours, 'answer', placeholders, COMPARERS)
  if (!isObject(ours.error)) return `error: expected ${JSON.stringify(recordedError)}, got ${JSON.stringify(ours)}`
  const compared = Object.fromEntries(Object.entries(recordedError).filter(([key]) => !IGNORED.has(key)))
  return objectDifference(compared, ours.error, 'error', placeholders)
}

/** What the SDK for Python, which the recordings were made with, refuses before it sends anything. */
function clientError(meta: TestStateMeta): JsonObject | undefined {
  const stateName: unknown = meta.testState?.stateName
  if (stateName === undefined || (typeof stateName === 'string' && stateName !== '')) return undefined
  const reason =
    stateName === ''
      ? 'Invalid length for parameter stateName, value: 0, valid min length: 1'
      : `Invalid type for parameter stateName, value: ${pythonText(stateName)}, type: <class '${pythonType(stateName)}'>, valid types: <class 'str'>`
  const exception_value = `Parameter validation failed:\n${reason}`
  return { error: { exception_typename: 'ParamValidationError', exception_value } }
}

function pythonType(value: unknown): string {
  if (value === null) return 'NoneType'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float'
  return typeof value === 'boolean' ? 'bool' : 'dict'
}

function pythonText(value: unknown): string {
  const text = value === null ? 'None' : JSON.stringify(value)
  return value === true || value === false ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

function answerOf(source: ConformanceCase): JsonObject {
  try {
    const { notice: _ofAslx, ...answer } = testState(requestOf(source), { answer: (call) => answerTo(call, source) })
    return JSON.parse(JSON.stringify(answer))
  } catch (error) {
    if (!(error instanceof ServiceException)) throw error
    const { code, message } = error
    return { error: { Error: { Code: code, Message: message }, message } }
  }
}

/** The request as it was sent: what the recordings show parsed is text again. */
function requestOf({ definition, input, meta }: ConformanceCase): TestStateRequest {
  const { testState: sent = {}, noInput, inputRaw }: TestStateMeta = meta
  const { mockResultParsed: _parsed, context, variables, ...given } = sent
  return {
    ...given,
    definition: asText(definition),
    ...(noInput !== true && { input: inputRaw ?? JSON.stringify(input) }),
    ...(context !== undefined && { context: asText(context) }),
    ...(variables !== undefined && { variables: asText(variables) }),
  }
}

function asText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** What the Lambda function of the case answers. */
function answerTo(call: Call, source: ConformanceCase): Outcome {
  const [file] = Object.values(source.meta.lambdas ?? {})
  // The handler of this file alone is not among those that histories need.
  if (file === 'return_bytes_str.py') return { output: 'HelloWorld!' }
  const answer = answerOfHandler(call, source)
  if (answer === undefined || answer === 'never' || !('outcome' in answer)) {
    throw new Error(`no handler answers ${call.resource.arn}`)
  }
  return answer.outcome
}

/** The account in ARNs that aslx makes up, as recordings show every account. */
function inAccountOfRecordings(answer: JsonObject): JsonObject {
  return mapStrings(answer, (text) => text.replaceAll('123456789012', '111111111111')) as JsonObject
}
