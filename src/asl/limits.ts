/** A default or limit of Step Functions. */
export interface Limit {
  readonly value: number
  readonly unit: 'bytes' | 'characters' | 'seconds' | 'events' | 'attempts' | 'factor' | 'count' | 'levels' | 'days'
  /** Where the figure comes from. */
  readonly source: string
}

const QUOTAS = 'https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html'
const ERRORS = 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html'
const TASK = 'https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html'
const WAIT = 'https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html'
const MAP = 'https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html'
const DISTRIBUTED = 'https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html'
const VARIABLES = 'https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html'
const INTRINSICS = 'https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html'
const REDRIVE = 'https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html'
const RETRY_SPEC = 'https://states-language.net/#errors'

/** Every default and limit that a definition or an execution meets. */
export const LIMITS = {
  definitionBytes: { value: 1_048_576, unit: 'bytes', source: QUOTAS },
  /** Input, output, task result: bytes of the JSON text in UTF-8. */
  payloadBytes: { value: 262_144, unit: 'bytes', source: QUOTAS },
  /** The event with this number is itself ExecutionFailed (measured). Standard only. */
  historyEvents: { value: 25_000, unit: 'events', source: QUOTAS },
  standardExecutionSeconds: { value: 31_536_000, unit: 'seconds', source: QUOTAS },
  expressExecutionSeconds: { value: 300, unit: 'seconds', source: QUOTAS },
  stateNameCharacters: { value: 80, unit: 'characters', source: 'https://states-language.net/#states-fields' },
  executionNameCharacters: { value: 80, unit: 'characters', source: QUOTAS },
  errorCharacters: {
    value: 256,
    unit: 'characters',
    source: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html',
  },
  causeCharacters: {
    value: 32_768,
    unit: 'characters',
    source: 'https://docs.aws.amazon.com/step-functions/latest/apireference/API_SendTaskFailure.html',
  },

  retryIntervalSecondsDefault: { value: 1, unit: 'seconds', source: RETRY_SPEC },
  retryIntervalSecondsMax: { value: 99_999_999, unit: 'seconds', source: ERRORS },
  retryMaxAttemptsDefault: { value: 3, unit: 'attempts', source: RETRY_SPEC },
  retryMaxAttemptsMax: { value: 99_999_999, unit: 'attempts', source: ERRORS },
  retryBackoffRateDefault: { value: 2, unit: 'factor', source: RETRY_SPEC },
  retryBackoffRateMin: { value: 1, unit: 'factor', source: RETRY_SPEC },
  retryMaxDelaySecondsMax: { value: 31_622_400, unit: 'seconds', source: ERRORS },

  taskTimeoutSecondsMax: { value: 99_999_999, unit: 'seconds', source: TASK },
  httpTaskSeconds: { value: 60, unit: 'seconds', source: QUOTAS },
  /** Longest literal Seconds of a Wait. */
  waitSecondsMax: { value: 99_999_999, unit: 'seconds', source: WAIT },
  /** Longest wait, however given: 24,855 days ahead works, 24,856 fail (recorded). */
  waitSecondsCeiling: { value: 2_147_483_648, unit: 'seconds', source: 'recorded executions' },

  inlineMapConcurrency: { value: 40, unit: 'count', source: MAP },
  distributedMapConcurrencyDefault: { value: 10_000, unit: 'count', source: DISTRIBUTED },
  mapLabelCharacters: { value: 40, unit: 'characters', source: DISTRIBUTED },
  mapReaderMaxItems: { value: 100_000_000, unit: 'count', source: DISTRIBUTED },
  mapBatchInputBytes: { value: 262_144, unit: 'bytes', source: DISTRIBUTED },

  variableNameCharacters: { value: 80, unit: 'characters', source: VARIABLES },
  executionVariablesBytes: { value: 10_485_760, unit: 'bytes', source: VARIABLES },

  intrinsicNesting: { value: 10, unit: 'levels', source: INTRINSICS },
  intrinsicStringCharacters: { value: 10_000, unit: 'characters', source: INTRINSICS },
  intrinsicRangeElements: { value: 1000, unit: 'count', source: INTRINSICS },
  /** Depth of a JSONata expression's evaluation (measured). */
  jsonataDepth: { value: 100, unit: 'levels', source: 'recorded executions' },

  redriveDays: { value: 14, unit: 'days', source: REDRIVE },
} as const satisfies Record<string, Limit>
