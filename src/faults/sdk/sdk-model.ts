/** What the API model of one AWS service says of its exceptions, as compact text. */
export interface SdkModel {
  /** What the names of its errors begin with in AWS SDK integrations. */
  readonly prefix: string
  /** Names of the modelled exceptions, each with its HTTP status where the model gives one: `NoSuchKey:404`. */
  readonly exceptions: string
  /** Exceptions, and the operations that raise just these. An operation without modelled exceptions is left out. */
  readonly raisedBy: readonly (readonly [exceptions: string, operations: string])[]
}

/** One modelled exception. */
export interface SdkException {
  /** As the model has it, e.g. `NoSuchKey`. */
  readonly name: string
  readonly status: number | undefined
}

/** The exceptions of a model by name, and the names by operation. */
export interface ReadModel {
  readonly exceptions: ReadonlyMap<string, SdkException>
  readonly byOperation: ReadonlyMap<string, readonly string[]>
}

const read = new WeakMap<SdkModel, ReadModel>()

/** The model's text, taken apart once. */
export function readModel(model: SdkModel): ReadModel {
  const known = read.get(model)
  if (known) return known
  const exceptions = words(model.exceptions).map((entry): [string, SdkException] => {
    const [name = '', status] = entry.split(':')
    return [name, { name, status: status === undefined ? undefined : Number(status) }]
  })
  const byOperation = model.raisedBy.flatMap(([raised, operations]) =>
    words(operations).map((operation): [string, readonly string[]] => [operation, words(raised)]),
  )
  const taken = { exceptions: new Map(exceptions), byOperation: new Map(byOperation) }
  read.set(model, taken)
  return taken
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}

/**
 * The name of an exception as AWS SDK for Java v2 has it, which is what `aws-sdk:` integrations report: the suffix is
 * `Exception`, and a run of capitals counts as one word (`KMSAccessDenied` is `KmsAccessDeniedException`).
 * Recorded: `S3.NoSuchKeyException`, `Sfn.InvalidTokenException`.
 */
export function javaClassName(exception: string): string {
  const base = exception.replace(/(?:Exception|Fault)$/, '')
  const words = base.replace(/[A-Z]{2,}(?=[A-Z][a-z]|\d|$)/g, (run) => run.charAt(0) + run.slice(1).toLowerCase())
  return `${words}Exception`
}
