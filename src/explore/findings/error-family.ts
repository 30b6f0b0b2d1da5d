import type { ErrorKind } from '../../services/error-kind.js'
import type { ErrorClass, PossibleError } from '../exploration/possible-error.js'

/**
 * What is mended by naming a few errors together: the usual errors of a kind; functions that end without a name; and what only few
 * set-ups or moments meet.
 */
export type ErrorFamily = ErrorKind | 'nameless' | 'rare'

/** Rows of the catalogue that a function meets while it is deployed or by a mistake of its set-up, and hardly ever on a normal day. */
const RARE_ROWS: ReadonlySet<string> = new Set([
  'lambda-resource-not-ready',
  'lambda-resource-conflict',
  'lambda-code-s3-invalid',
  'lambda-client-execution-timeout',
  'lambda-kms-access-denied',
  'ddb-request-limit',
])

/** Rows of every service, under its general name: they say nothing of the names that its own model has. */
const GENERIC_ROWS: ReadonlySet<string> = new Set(['aws-sdk-throttling-generic', 'aws-sdk-connect-timeout'])

/** The name that stands in where a function's answer has none, e.g. when its time is up. */
const NAMELESS = 'Lambda.Unknown'

/** The errors of a class by their families; `atState`: all classes of the state. */
export function familiesOf(
  errors: ErrorClass,
  atState: readonly ErrorClass[],
): ReadonlyMap<ErrorFamily, readonly PossibleError[]> {
  const hasUsual = atState.some(
    ({ kind, errors: members }) =>
      kind === errors.kind && members.some((one) => isUsualRow(one) && !GENERIC_ROWS.has(one.fault ?? '')),
  )
  const retriedTwins = new Set(
    atState.flatMap((one) =>
      one.retrier !== undefined && one.retrier !== errors.retrier ? one.errors.map(({ error }) => spelling(error)) : [],
    ),
  )
  const families = new Map<ErrorFamily, PossibleError[]>()
  for (const error of errors.errors) {
    const family = isTwin(error, retriedTwins) ? 'rare' : familyOf(error, hasUsual)
    const known = families.get(family)
    if (known) known.push(error)
    else families.set(family, [error])
  }
  return families
}

function isTwin({ error }: PossibleError, retried: ReadonlySet<string | undefined>): boolean {
  const own = spelling(error)
  return own !== undefined && retried.has(own)
}

function familyOf(error: PossibleError, hasUsual: boolean): ErrorFamily {
  if (error.error === NAMELESS) return 'nameless'
  if (error.error === '*' || isUsualRow(error)) return error.kind
  return hasUsual || !error.isSure ? 'rare' : error.kind
}

/** The catalogue knows it as something that happens, and nothing in the template speaks against it. */
function isUsualRow({ fault, isSure }: PossibleError): boolean {
  return isSure && fault !== undefined && !RARE_ROWS.has(fault)
}

/**
 * What two names have in common of which a service uses one, and it is not known which: with and without the suffix, and the two
 * names of its general exception, e.g. `SQS.SqsException` and `SQS.AmazonSQSException`. Undefined for any other error.
 */
function spelling(error: string | undefined): string | undefined {
  const [prefix = '', name] = error?.split('.') ?? []
  if (name === undefined) return undefined
  const bare = name.replace(/Exception$/, '')
  const isGeneral = bare.replace(/^(?:Amazon|AWS)/, '').toLowerCase() === prefix.toLowerCase()
  return isGeneral ? `${prefix}.` : `${prefix}.${bare}`
}

/** Whether a family is mended by itself, and told by itself. */
export function isToldApart(family: ErrorFamily): boolean {
  return family === 'rare' || family === 'nameless'
}

/** Whether a family is only worth knowing: a rare one, and functions without a name where those that have one are left out, too. */
export function isAside(family: ErrorFamily, families: ReadonlyMap<ErrorFamily, unknown>): boolean {
  return family === 'rare' || (family === 'nameless' && (families.has('timeout') || families.has('killed')))
}
