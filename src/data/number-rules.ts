/** What the number of a field may be, wherever it comes from: a literal, a path or an expression. */
export interface NumberRule {
  readonly kind: 'integer' | 'float'
  readonly least: number
  readonly most: number
  /** What is said of a number outside of them. */
  readonly outside: string
}

const ANY = Number.NEGATIVE_INFINITY
const ALL = Number.POSITIVE_INFINITY

function integer(least: number, outside: string): NumberRule {
  return { kind: 'integer', least, most: ALL, outside }
}

/**
 * The numbers of Map and Task that data may give. Recorded: the texts of the two tolerances; those of the other fields are
 * worded after them. A MaxItems below zero fails when the items are read (measured), so no bound stands here.
 */
export const NUMBER_RULES = {
  MaxConcurrency: integer(0, 'MaxConcurrency cannot be negative.'),
  MaxItems: integer(ANY, ''),
  MaxItemsPerBatch: integer(0, 'MaxItemsPerBatch cannot be negative.'),
  MaxInputBytesPerBatch: integer(0, 'MaxInputBytesPerBatch cannot be negative.'),
  ToleratedFailureCount: integer(0, 'ToleratedFailureCount cannot be negative.'),
  ToleratedFailurePercentage: {
    kind: 'float',
    least: 0,
    most: 100,
    outside: 'ToleratedFailurePercentage must be between 0 and 100.',
  },
  TimeoutSeconds: integer(1, 'TimeoutSeconds must be positive.'),
  HeartbeatSeconds: integer(1, 'HeartbeatSeconds must be positive.'),
} as const satisfies Readonly<Record<string, NumberRule>>

export type NumberFieldName = keyof typeof NUMBER_RULES

const LONG = 2n ** 63n

/** The longs next below 2^63 have no double of their own: this is the greatest one that has. */
const GREATEST = 2 ** 63 - 1024

/** Whether a number is one of a Java long, which is what Step Functions reads whole numbers as. */
export function isLong(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63
}

/** The number that a text is, as `Long.parseLong` or a float reads it; undefined if it is none. */
export function numberInText(text: string, kind: NumberRule['kind']): number | undefined {
  if (kind === 'float') return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined
  if (!/^[+-]?\d{1,400}$/.test(text)) return undefined
  const value = BigInt(text.replace(/^\+/, ''))
  return value >= -LONG && value < LONG ? Math.min(Number(value), GREATEST) : undefined
}
