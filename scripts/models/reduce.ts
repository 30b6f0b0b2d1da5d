import { javaServiceName } from '../../src/services/java-names.js'
import { maxBytes } from './answer-size.js'
import type { Member, Operation, ServiceModel } from './botocore.js'

/** Step Functions passes on at most this much. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html */
const STATE_BYTES = 262_144

/** A text that may be longer is a payload, whose limit matters; names and ids are shorter. */
const PAYLOAD_CHARACTERS = 4096

/** Where the table of Step Functions differs from the rule: https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html */
const PREFIXES: ReadonlyMap<string, string> = new Map([['MemoryDb', 'MemoryDB']])

/** A service as `data/service-models.jsonl` has it; `src/services/model.ts` says what the texts mean and reads them. */
export interface ReducedService {
  readonly name: string
  readonly id: string
  readonly prefix: string
  readonly exceptions: string
  readonly operations: Readonly<Record<string, string>>
}

export function reduceService(model: ServiceModel): ReducedService {
  const id = model.metadata.serviceId
  const javaPrefix = javaServiceName(id)
  const raised = exceptionNames(model)
  const operations = Object.entries(model.operations).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    name: javaPrefix.toLowerCase(),
    id,
    prefix: PREFIXES.get(javaPrefix) ?? javaPrefix,
    exceptions: raised.map((name) => exceptionText(model, name)).join(' '),
    operations: Object.fromEntries(operations.map(([name, one]) => [name, operationText(model, one, raised)])),
  }
}

function exceptionNames(model: ServiceModel): readonly string[] {
  const named = Object.values(model.operations).flatMap(({ errors = [] }) => errors.map(({ shape }) => shape))
  return [...new Set(named)].sort()
}

/** `QueueDoesNotExist:400=AWS.SimpleQueueService.NonExistentQueue`, `ThrottlingException:429rt`. */
function exceptionText({ shapes }: ServiceModel, name: string): string {
  const { error = {}, fault, retryable } = shapes[name] ?? {}
  const { httpStatusCode: status, code } = error
  const flags = `${fault === true ? 'f' : ''}${retryable ? 'r' : ''}${retryable?.throttling === true ? 't' : ''}`
  const tail = `${status ?? ''}${flags}`
  return `${name}${tail === '' ? '' : `:${tail}`}${code === undefined || code === name ? '' : `=${code}`}`
}

/** `gl;3 17;Bucket! Key! VersionId;Errors`: flags, places in the list of exceptions, members of the input, members that tell of failures. */
function operationText(model: ServiceModel, operation: Operation, exceptions: readonly string[]): string {
  const raised = (operation.errors ?? []).map(({ shape }) => exceptions.indexOf(shape)).sort((a, b) => a - b)
  const input = operation.input === undefined ? undefined : model.shapes[operation.input.shape]
  const members = Object.entries(input?.members ?? {}).map(([name, member]) =>
    memberText(model, name, member, input?.required?.includes(name) === true),
  )
  const failures = failureMembers(model, operation).map(withCapital)
  return [flagsOf(model, operation), [...new Set(raised)].join(' '), members.join(' '), failures.join(' ')].join(';')
}

/** What a batch calls the entries that did not go well, or their number. */
const FAILURES =
  /^(?:un(?:processed|successful)\w*|fail(?:ed|ure)\w*|\w*errors|errorEntries|errorList|\w*notDeleted|rejected\w*info)$/i
const FAILURE_COUNT = /^Failed\w*Count$/

/** The members of an answer that say which entries of a batch failed, although the call succeeded. */
function failureMembers({ shapes }: ServiceModel, { input, output }: Operation): readonly string[] {
  const typeOf = (member: Member): string => shapes[member.shape]?.type ?? ''
  const isMany = (member: Member): boolean => ['list', 'map'].includes(typeOf(member))
  const membersOf = (member: Member): readonly Member[] => Object.values(shapes[member.shape]?.members ?? {})
  // S3's DeleteObjects has its entries one level below.
  const takesMany = input && membersOf(input).some((one) => isMany(one) || membersOf(one).some(isMany))
  if (takesMany !== true) return []
  const gives = Object.entries(shapes[output?.shape ?? '']?.members ?? {})
  return gives
    .filter(([name, member]) =>
      ['integer', 'long'].includes(typeOf(member)) ? FAILURE_COUNT.test(name) : isFailureList(name, typeOf(member)),
    )
    .map(([name]) => name)
}

function isFailureList(name: string, type: string): boolean {
  return ['list', 'map', 'structure'].includes(type) && FAILURES.test(name) && !/^validation/i.test(name)
}

function flagsOf(model: ServiceModel, { http, output }: Operation): string {
  const speaksRest = model.metadata.protocol.startsWith('rest-')
  const gets = speaksRest && (http?.method === 'GET' || http?.method === 'HEAD')
  return `${gets ? 'g' : ''}${maxBytes(model, output) > STATE_BYTES ? 'l' : ''}`
}

/** Step Functions writes each member with a capital. `!`: required, `~`: idempotency token, `<10`: longest. */
function memberText({ shapes }: ServiceModel, name: string, member: Member, required: boolean): string {
  const { type, max } = shapes[member.shape] ?? {}
  const counts = type === 'list' || type === 'map' || type === 'blob'
  const bounded = max !== undefined && (counts || (type === 'string' && max >= PAYLOAD_CHARACTERS))
  const marks = `${required ? '!' : ''}${member.idempotencyToken === true ? '~' : ''}${bounded ? `<${max}` : ''}`
  return `${withCapital(name)}${marks}`
}

function withCapital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
