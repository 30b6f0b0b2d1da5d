import type { Json } from './json.js'

/** One value of a definition, as a quirk looks at it. */
export interface QuirkPlace {
  /** Name of the member, or of the array it is an element of. */
  readonly key: string
  readonly value: Json
  /** The value is data for a task or state, and names in it mean nothing to ASL. */
  readonly inPayload: boolean
}

/** A construct that Step Functions accepts and asl-validator 4.0 does not, and an equal one that it does accept. */
export interface Quirk {
  readonly about: string
  /** The value to validate instead; undefined leaves it as it is. */
  readonly replace: (place: QuirkPlace) => Json | undefined
}

const NUMERIC_FIELD =
  /^(?:Seconds|TimeoutSeconds|HeartbeatSeconds|IntervalSeconds|MaxDelaySeconds|MaxAttempts|BackoffRate|MaxConcurrency|MaxItems|MaxItemsPerBatch|MaxInputBytesPerBatch|ToleratedFailure(?:Count|Percentage)|Numeric.*)$/

function isPath(key: string): boolean {
  return key === 'Variable' || key.endsWith('Path') || key.endsWith('.$')
}

/**
 * The false rejections found on machines that AWS accepted or publishes. Values are rewritten before validation rather
 * than problems dropped after it: asl-validator reports only the deepest error, which would hide the true ones.
 */
export const QUIRKS: readonly Quirk[] = [
  {
    about: 'JSONata needs no blanks inside {% %} and may have several lines',
    replace: ({ value }) => {
      if (typeof value !== 'string' || !value.startsWith('{%') || !value.endsWith('%}')) return undefined
      const expression = value
        .slice(2, -2)
        .trim()
        .replaceAll(/\s*[\r\n]\s*/g, ' ')
      return expression === '' ? undefined : `{% ${expression} %}`
    },
  },
  {
    about: 'Output and Arguments may be any JSON value',
    replace: ({ key, value, inPayload }) => {
      if (inPayload || (key !== 'Output' && key !== 'Arguments')) return undefined
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
      const isQuery = typeof value === 'string' && value.startsWith('{%') && value.endsWith('%}')
      return isObject || isQuery ? undefined : {}
    },
  },
  {
    about: 'text in a payload may be empty or have several lines',
    replace: ({ key, value, inPayload }) => {
      const isText = inPayload && typeof value === 'string' && !key.endsWith('.$') && !value.startsWith('{%')
      return isText && (value === '' || /[\r\n]/.test(value)) ? 'text' : undefined
    },
  },
  {
    about: 'Condition may be a boolean',
    replace: ({ key, value, inPayload }) => {
      return !inPayload && key === 'Condition' && typeof value === 'boolean' ? `{% ${value} %}` : undefined
    },
  },
  {
    about: 'ToleratedFailurePercentage may have a fraction',
    replace: ({ key, value }) => {
      return key === 'ToleratedFailurePercentage' && typeof value === 'number' ? Math.trunc(value) : undefined
    },
  },
  {
    about: 'MaxItems 0 means all items',
    replace: ({ key, value, inPayload }) => (!inPayload && key === 'MaxItems' && value === 0 ? 1 : undefined),
  },
  {
    about: "paths in AWS's JSONPath dialect: $.[0], ['a', 'b'], filters with bare words or $",
    replace: ({ key, value }) => {
      if (typeof value !== 'string' || !isPath(key)) return undefined
      return value
        .replaceAll(/\[\?\(.*?\)\]/g, '[*]')
        .replaceAll(/\[\s*('[^']*')\s*(?:,\s*'[^']*'\s*)+\]/g, '[$1]')
        .replaceAll('.[', '[')
    },
  },
  {
    about: 'placeholders of a template stand for values of the right kind',
    replace: ({ key, value, inPayload }) => {
      if (inPayload || typeof value !== 'string' || !value.includes('${')) return undefined
      if (key === 'Resource') return 'arn:aws:states:::lambda:invoke'
      if (key === 'Timestamp') return '2030-01-01T00:00:00Z'
      return NUMERIC_FIELD.test(key) ? 1 : undefined
    },
  },
  {
    about: 'AWS has more partitions than aws, aws-cn and aws-us-gov',
    replace: ({ key, value, inPayload }) => {
      if (inPayload || key !== 'Resource' || typeof value !== 'string') return undefined
      return value.replace(/^arn:aws(?:-[a-z]+)+:/, 'arn:aws:')
    },
  },
]

/** Fields of states whose value is data; asl-validator looks for state machines inside them as well. */
export const PAYLOAD_FIELDS: ReadonlySet<string> = new Set([
  'Parameters',
  'Arguments',
  'ResultSelector',
  'ItemSelector',
  'Assign',
  'Output',
  'Result',
  'Credentials',
  'BatchInput',
  'Items',
])

/** Names that asl-validator takes for ASL wherever they stand. */
export const TAKEN_FOR_ASL: ReadonlySet<string> = new Set([
  'States',
  'StartAt',
  'Next',
  'Default',
  'Branches',
  'Iterator',
])
