import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { schemaProblems } from '../../../src/asl/schema-problems.js'
import { machineOf, taskOf } from './checked.js'

const JSONATA = { QueryLanguage: 'JSONata' }

const lines = (definition: unknown): string[] =>
  schemaProblems(definition as Json).map(({ code, severity, message, pointer }) => {
    return `${severity} ${code}: ${message} @${pointer}`
  })

const map = (fields: Record<string, unknown>, machine: Record<string, unknown> = {}): unknown => {
  const config = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }
  const ItemProcessor = machineOf({ I: { Type: 'Pass', End: true } }, { ProcessorConfig: config })
  return machineOf({ A: { Type: 'Map', ItemProcessor, End: true, ...fields } }, machine)
}

describe('the schemas of asl-validator', () => {
  it('accept what is right, and leave it as it is', () => {
    const definition = taskOf({})
    const before = structuredClone(definition)
    expect(lines(definition)).toEqual([])
    expect(definition).toEqual(before)
  })

  it('tell where a field is wrong', () => {
    expect(lines(taskOf({ TimeoutSeconds: 'soon' }))).toEqual([
      'error ASL_VALIDATOR_SCHEMA_VALIDATION_FAILED: /States/A/TimeoutSeconds is invalid. must match exactly one schema in oneOf @/States/A/TimeoutSeconds',
    ])
  })

  it('tell of what stands beside something odd', () => {
    const fields = { Output: { r: '{% $states.result%}' }, TimeoutSeconds: 'soon' }
    expect(lines(taskOf(fields, JSONATA)).join()).toContain('/States/A/TimeoutSeconds')
  })

  it('keep states whose names are names of fields', () => {
    const states = {
      Parameters: { Type: 'Pass', Next: 'Output' },
      Output: { Type: 'Pass', Next: 'Seconds' },
      Seconds: { Type: 'Succeed' },
    }
    expect(lines(machineOf(states))).toEqual([])
  })
})

const bare = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => {
  readonly errors: readonly unknown[]
}

function isAcceptedByPackage(definition: unknown): boolean {
  try {
    return bare(structuredClone(definition)).errors.length === 0
  } catch {
    return false
  }
}

const choice = { Type: 'Choice', Choices: [{ Condition: true, Next: 'B' }], Default: 'B' }
const reader = { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { MaxItems: 0 } }
const written = { WriterConfig: { OutputType: 'JSON', Transformation: 'COMPACT' } }
const wait = (fields: Record<string, unknown>, machine = {}) =>
  machineOf({ A: { Type: 'Wait', End: true, ...fields } }, machine)

describe('a construct that AWS accepts and the package does not', () => {
  it.each([
    ['JSONata without a blank before the end', taskOf({ Output: { r: '{% $states.result%}' } }, JSONATA)],
    ['JSONata on several lines', taskOf({ Output: '{%\n  $states.result\n%}' }, JSONATA)],
    ['a literal Output', taskOf({ Output: 'done' }, JSONATA)],
    ['empty text in a payload', taskOf({ Arguments: { text: '' } }, JSONATA)],
    ['text of several lines in a payload', taskOf({ Arguments: { text: 'a\nb' } }, JSONATA)],
    ['a boolean Condition', machineOf({ A: choice, B: { Type: 'Succeed' } }, JSONATA)],
    ['an expression for Items', map({ Items: '{% [1]%}' }, JSONATA)],
    ['a percentage with a fraction', map({ ToleratedFailurePercentage: 0.5 })],
    ['all items of a reader', map({ ItemReader: reader })],
    [
      'an expression for BatchInput',
      map({ ItemBatcher: { MaxItemsPerBatch: 1, BatchInput: "{% {'a': 1} %}" } }, JSONATA),
    ],
    ['a ResultWriter that only says how', map({ ResultWriter: written })],
    ['the same in JSONata', map({ ResultWriter: written }, JSONATA)],
    ['an expression for a time without a blank', wait({ Timestamp: '{% $states.input.t%}' }, JSONATA)],
    ['a fraction as an argument', taskOf({ Parameters: { 'a.$': 'States.Array(2.3)' } })],
    ['an exponent as an argument', taskOf({ Parameters: { 'a.$': 'States.Array(1e3, -2.5E-2)' } })],
    ['blanks behind a call', taskOf({ Parameters: { 'a.$': 'States.JsonToString($)  ' } })],
    ['a dot before a bracket', taskOf({ Parameters: { 'data.$': 'States.StringToJson($.[0].body)' } })],
    ['a dot before an index', taskOf({ ResultSelector: { 's.$': '$.Snapshots.[0].State' } })],
    ['several names in one bracket', taskOf({ ResultSelector: { 'r.$': "$.[*].['bucket', 'key']" } })],
    ['a filter with a bare word', taskOf({ ResultSelector: { 'r.$': '$.blocks[?(@.Type.Text==AMOUNT_PAID)]' } })],
    ['a filter that reads the root', taskOf({ ResultSelector: { 'r.$': '$.a[?(@.w == $.agent_id)].b' } })],
    ['another partition', taskOf({ Resource: 'arn:aws-iso:states:::lambda:invoke' })],
    ['data that looks like ASL', taskOf({ Parameters: { States: { x: { Next: 'Nowhere' } }, Branches: [{}] } })],
    ['data with a list of States', taskOf({ Parameters: { Filter: { States: ['RUNNING'] } } })],
  ])('passes: %s', (_construct, definition) => {
    expect(isAcceptedByPackage(definition)).toBe(false)
    expect(lines(definition)).toEqual([])
  })
})
