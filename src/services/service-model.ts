import { modelLine } from './model-file.js'

/** One modelled exception. */
export interface ModelException {
  /** As the model has it, e.g. `NoSuchKey`. */
  readonly name: string
  /** What the service writes on the wire, where that differs: `AWS.SimpleQueueService.NonExistentQueue`. Default: the name. */
  readonly code: string
  /** HTTP status; undefined where the model gives none. */
  readonly status: number | undefined
  /** The service's own failure, in the words of its model, and not the caller's. */
  readonly fault: boolean
  /** The model says that the call may be tried again; it says so of few. */
  readonly retryable: boolean
}

/** A top-level member of what an action takes, as a definition writes it. */
export interface InputMember {
  /** With a capital, e.g. `Bucket`. */
  readonly name: string
  readonly required: boolean
  /** The service takes a second call with the same value for the first one. */
  readonly isToken: boolean
  /** Most entries of a list or map, bytes of a blob or characters of a payload; undefined where the model has no bound. */
  readonly max: number | undefined
}

/** What can be called. */
export interface ServiceOperation {
  /** As a resource writes it, e.g. `getObject`. */
  readonly action: string
  /** Exceptions that the model lists for it; empty where it lists none, which does not mean that there are none. */
  readonly exceptions: readonly ModelException[]
  readonly input: readonly InputMember[]
  /** A GET or HEAD of a REST API. */
  readonly gets: boolean
  /** Nothing in the model keeps the answer below what Step Functions passes on (262,144 bytes). */
  readonly largeAnswer: boolean
  /** Members of the answer that say which entries of a batch failed although the call succeeded, e.g. `UnprocessedItems`. */
  readonly failureMembers: readonly string[]
}

/** The API of a service, from botocore's data: `scripts/models` reduces it. */
export interface ServiceModel {
  /** The service in `arn:aws:states:::aws-sdk:<name>:...`. */
  readonly name: string
  /** AWS's id of the service, e.g. `Cognito Identity Provider`. */
  readonly id: string
  /** What its error names begin with in AWS SDK integrations, e.g. `CognitoIdentityProvider`. */
  readonly prefix: string
  readonly exceptions: ReadonlyMap<string, ModelException>
  /** What can be called, as `serviceOperation` reads it, by action. */
  readonly operationTexts: ReadonlyMap<string, string>
}

interface Line {
  readonly id: string
  readonly prefix: string
  readonly exceptions: string
  readonly operations: Readonly<Record<string, string>>
}

const models = new Map<string, ServiceModel>()
const operations = new Map<string, ServiceOperation>()

/** The model of a service by its name in AWS SDK integrations, e.g. `dynamodb`; undefined if there is none. */
export function serviceModel(name: string): ServiceModel | undefined {
  const known = models.get(name)
  if (known) return known
  const line = modelLine(name)
  if (line === undefined) return undefined
  const model = readModel(name, JSON.parse(line) as Line)
  models.set(name, model)
  return model
}

/** An action of a service, e.g. `putItem` of `dynamodb`; undefined if there is no model of it. */
export function serviceOperation(service: string, action: string): ServiceOperation | undefined {
  const key = `${service}:${action}`
  const known = operations.get(key)
  if (known) return known
  const model = serviceModel(service)
  const text = model?.operationTexts.get(action)
  if (!model || text === undefined) return undefined
  const operation = readOperation(action, text, [...model.exceptions.values()])
  operations.set(key, operation)
  return operation
}

function readModel(name: string, { id, prefix, exceptions, operations: texts }: Line): ServiceModel {
  return {
    name,
    id,
    prefix,
    exceptions: new Map(
      words(exceptions)
        .map(readException)
        .map((one) => [one.name, one]),
    ),
    operationTexts: new Map(Object.entries(texts).map(([operation, text]) => [actionOf(operation), text])),
  }
}

/** `getObject` for `GetObject`. */
function actionOf(operation: string): string {
  return operation.charAt(0).toLowerCase() + operation.slice(1)
}

/** `name:statusFlags=code`, with the flags f (fault), r (retryable), t (by a throttle); what is missing is left out. */
function readException(text: string): ModelException {
  const [, name = '', status = '', flags = '', code = name] = /^(\w+)(?::(\d*)(\w*))?(?:=(.*))?$/.exec(text) ?? []
  return {
    name,
    code,
    status: status === '' ? undefined : Number(status),
    fault: flags.includes('f'),
    retryable: flags.includes('r'),
  }
}

/** `flags;places of exceptions;members;failure members`, with the flags g (GET or HEAD) and l (large answer). */
function readOperation(action: string, text: string, exceptions: readonly ModelException[]): ServiceOperation {
  const [flags = '', raised = '', members = '', failures = ''] = text.split(';')
  return {
    action,
    exceptions: words(raised).flatMap((place) => exceptions[Number(place)] ?? []),
    input: inputMembers(members),
    gets: flags.includes('g'),
    largeAnswer: flags.includes('l'),
    failureMembers: words(failures),
  }
}

/** `Bucket! Tags<10 Token~`: required, at most 10 entries, an idempotency token. */
export function inputMembers(text: string): readonly InputMember[] {
  return words(text).map((word) => {
    const [, name = '', marks = '', max] = /^([\w-]+)([!~]*)(?:<(\d+))?$/.exec(word) ?? []
    return {
      name,
      required: marks.includes('!'),
      isToken: marks.includes('~'),
      max: max === undefined ? undefined : Number(max),
    }
  })
}

function words(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ')
}
