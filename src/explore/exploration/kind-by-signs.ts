import type { ErrorKind } from '../../services/error-kind.js'

/** What tells the kind of a row of the catalogue: the error's name, and the text that comes with it. */
export interface ErrorSigns {
  readonly error: string
  readonly text?: string
}

/** The first row of which a pattern is found in the name or the text says the kind. */
const SIGNS: readonly (readonly [kind: ErrorKind, pattern: RegExp])[] = [
  [
    'throttled',
    /throttl|too ?many ?requests|slow ?down|rate exceeded|request rate|ProvisionedThroughput|RequestLimit|Quota|LimitExceeded|LimitReached|Concurrent\w*Exceeded|capacity is unavailable|\.429$/i,
  ],
  [
    'denied',
    /not authorized|AccessDenied|Unauthori[sz]ed|Forbidden|States\.Permissions|ExpiredToken|security token|\.40[13]$/i,
  ],
  ['connection', /SdkClientException|Http\.Socket|UnknownHost|\b(?:ENOTFOUND|ECONNRESET|ENETUNREACH|ETIMEDOUT)\b/],
  ['timeout', /Time(?:d)?-?out|\.504$/i],
  ['killed', /Runtime\.Exit|OutOfMemory|MemoryError|heap space|signal: killed|exited before|Spot |Host EC2/],
  [
    'service-fault',
    /InternalServer|InternalFailure|InternalError|internal error|ServiceException|Unavailable|NotReady|Status Code: 5\d\d|\.5\d\d$/i,
  ],
]

/** The kind of an error that a service or a function raises. */
export function kindOfSigns({ error, text = '' }: ErrorSigns): ErrorKind {
  const found = SIGNS.find(([, pattern]) => pattern.test(error)) ?? SIGNS.find(([, pattern]) => pattern.test(text))
  return found?.[0] ?? 'refused'
}
