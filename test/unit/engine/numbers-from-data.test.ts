import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { DefinitionError } from '../../../src/engine/compile/compile-machine.js'
import { machine } from '../../../src/harness/machines/typed-machine.js'
import type { Run } from '../../../src/harness/machines/run.js'
import { returns } from '../../../src/tasks/script.js'

/** Negative, zero, fractions, huge, text, and what is no number at all. */
const VALUES: readonly Json[] = [-1, -1e300, 0, 0.5, 1.5, 2, 1e18, 1e19, 1e300, '2', 'two', null, true, [], {}]

const ITEMS = ['a', 'b', 'c']
const pass = { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } }
const inline = { Type: 'Map', ItemProcessor: pass, End: true }
const distributed = {
  ...inline,
  ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...pass },
}
const task = { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:123456789012:function:Work', End: true }

/** The state with the field given one way, by its language. */
type Place = (field: object, language: 'JSONPath' | 'JSONata') => object

const itemsOf = (language: string): object =>
  language === 'JSONata' ? { Items: '{% $states.input.items %}' } : { ItemsPath: '$.items' }

const readerOf = (field: object, language: string): object => ({
  Resource: 'arn:aws:states:::s3:getObject',
  ReaderConfig: { InputType: 'JSON', ...field },
  [language === 'JSONata' ? 'Arguments' : 'Parameters']: { Bucket: 'b', Key: 'items.json' },
})

interface Row {
  readonly field: string
  readonly place: Place
  /** What counts as a number here by a path; an expression must give a number, so no text does there. */
  readonly accepts: readonly Json[]
  readonly error?: string
}

const COUNTS = [0, 2, 1e18, '2']
const SECONDS = [2, 1e18, '2']

const ROWS: readonly Row[] = [
  { field: 'MaxConcurrency', place: (field, l) => ({ ...inline, ...itemsOf(l), ...field }), accepts: COUNTS },
  { field: 'MaxConcurrency', place: (field, l) => ({ ...distributed, ...itemsOf(l), ...field }), accepts: COUNTS },
  { field: 'ToleratedFailureCount', place: (f, l) => ({ ...distributed, ...itemsOf(l), ...f }), accepts: COUNTS },
  {
    field: 'ToleratedFailurePercentage',
    place: (field, l) => ({ ...distributed, ...itemsOf(l), ...field }),
    accepts: [0, 0.5, 1.5, 2, '2'],
  },
  {
    field: 'MaxItemsPerBatch',
    place: (field, l) => ({ ...distributed, ...itemsOf(l), ItemBatcher: field }),
    accepts: COUNTS,
  },
  {
    field: 'MaxInputBytesPerBatch',
    place: (field, l) => ({ ...distributed, ...itemsOf(l), ItemBatcher: field }),
    accepts: COUNTS,
  },
  { field: 'MaxItems', place: (field, l) => ({ ...distributed, ItemReader: readerOf(field, l) }), accepts: COUNTS },
  { field: 'TimeoutSeconds', place: (field) => ({ ...task, ...field }), accepts: SECONDS },
  { field: 'HeartbeatSeconds', place: (field) => ({ ...task, ...field }), accepts: SECONDS },
  { field: 'Seconds', place: (field) => ({ Type: 'Wait', End: true, ...field }), accepts: [0, 2] },
]

const LITERAL_ROWS: readonly { readonly field: string; readonly place: (field: object) => object }[] = [
  ...['IntervalSeconds', 'MaxAttempts', 'BackoffRate', 'MaxDelaySeconds'].map((field) => ({
    field,
    place: (given: object): object => ({
      ...task,
      Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 3, ...given }],
    }),
  })),
  ...ROWS.map(({ field, place }) => ({ field, place: (given: object): object => place(given, 'JSONPath') })),
]

const ERRORS = ['States.Runtime', 'States.QueryEvaluationError', 'States.ItemReaderFailed']

const definition = (state: object, language: string): object => ({
  ...(language === 'JSONata' && { QueryLanguage: 'JSONata' }),
  StartAt: 'S',
  States: { S: state },
})

async function run(state: object, language: 'JSONPath' | 'JSONata', n: Json): Promise<Run> {
  return machine(definition(state, language)).run({
    input: { n, items: ITEMS },
    ...(JSON.stringify(state).includes('function:Work') && { tasks: { S: returns(ITEMS) } }),
    ...(JSON.stringify(state).includes('getObject') && { s3: { b: { 'items.json': JSON.stringify(ITEMS) } } }),
    limits: { historyEvents: 200 },
  })
}

/** The items that the children of the Map were handed, in order. */
function handedOut(output: unknown): unknown {
  if (!Array.isArray(output)) return ITEMS
  return output.flatMap((child: unknown) =>
    typeof child === 'object' && child !== null && 'Items' in child ? child.Items : child,
  )
}

/** The first so many items, each once. */
function expectEachOnce(output: unknown): void {
  const items = handedOut(output)
  expect(items).toEqual(ITEMS.slice(0, Array.isArray(items) ? items.length : 0))
}

describe.each(ROWS)('a number from data for $field ($place)', ({ field, place, accepts }) => {
  it.each(VALUES.map((n) => ({ n })))('by path: $n', async ({ n }) => {
    const ended = await run(place({ [`${field}Path`]: '$.n' }, 'JSONPath'), 'JSONPath', n)
    const fits = accepts.some((value) => value === n) && !(field === 'Seconds' && typeof n === 'string')
    expect(ended.status).toBe(fits ? 'SUCCEEDED' : 'FAILED')
    if (fits) expectEachOnce(ended.output)
    else expect(ERRORS).toContain(ended.error)
  })

  it.each(VALUES.map((n) => ({ n })))('by expression: $n', async ({ n }) => {
    const ended = await run(place({ [field]: '{% $states.input.n %}' }, 'JSONata'), 'JSONata', n)
    const fits = accepts.some((value) => value === n) && typeof n === 'number'
    expect(ended.status).toBe(fits ? 'SUCCEEDED' : 'FAILED')
    if (fits) expectEachOnce(ended.output)
    else expect(ERRORS).toContain(ended.error)
  })
})

describe.each(LITERAL_ROWS)('a number in the definition for $field ($place)', ({ field, place }) => {
  it.each(VALUES.map((n) => ({ n })))('is refused, fails, or hands out each item once: $n', async ({ n }) => {
    const ended = await run(place({ [field]: n }), 'JSONPath', n).catch((error: unknown) => error)
    if (ended instanceof DefinitionError) return undefined
    const { status, error, output } = ended as Run
    if (status === 'SUCCEEDED') return expectEachOnce(output)
    return expect(ERRORS).toContain(error)
  })
})
