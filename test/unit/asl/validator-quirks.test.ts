import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { QUIRKS } from '../../../src/asl/validator-quirks.js'
import { validateWithAslValidator } from '../../../src/asl/validate.js'
import { machineOf, taskOf } from './checked.js'

const bare = createRequire(import.meta.url)('asl-validator') as (definition: unknown) => {
  readonly errors: readonly unknown[]
}

function acceptedByItself(definition: unknown): boolean {
  try {
    return bare(structuredClone(definition)).errors.length === 0
  } catch {
    return false
  }
}

const jsonata = { QueryLanguage: 'JSONata' }
const distributed = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } }
const map = (fields: Record<string, unknown>): unknown => {
  const ItemProcessor = machineOf({ I: { Type: 'Pass', End: true } }, distributed)
  return machineOf({ A: { Type: 'Map', ItemProcessor, End: true, ...fields } })
}

describe('a construct that AWS accepts', () => {
  it.each([
    ['JSONata without a blank before the end', taskOf({ Output: { r: '{% $states.result%}' } }, jsonata)],
    ['JSONata on several lines', taskOf({ Output: '{%\n  $states.result\n%}' }, jsonata)],
    ['a literal Output', taskOf({ Output: 'done' }, jsonata)],
    ['empty text in a payload', taskOf({ Arguments: { text: '' } }, jsonata)],
    ['text of several lines in a payload', taskOf({ Arguments: { text: 'a\nb' } }, jsonata)],
    [
      'a boolean Condition',
      machineOf(
        { A: { Type: 'Choice', Choices: [{ Condition: true, Next: 'B' }], Default: 'B' }, B: { Type: 'Succeed' } },
        jsonata,
      ),
    ],
    ['a percentage with a fraction', map({ ToleratedFailurePercentage: 0.5 })],
    [
      'all items of a reader',
      map({ ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ReaderConfig: { MaxItems: 0 } } }),
    ],
    ['a dot before a bracket', taskOf({ Parameters: { 'data.$': 'States.StringToJson($.[0].body)' } })],
    ['a dot before an index', taskOf({ ResultSelector: { 's.$': '$.Snapshots.[0].State' } })],
    ['several names in one bracket', taskOf({ ResultSelector: { 'r.$': "$.[*].['bucket', 'key']" } })],
    ['a filter with a bare word', taskOf({ ResultSelector: { 'r.$': '$.blocks[?(@.Type.Text==AMOUNT_PAID)]' } })],
    ['a filter that reads the root', taskOf({ ResultSelector: { 'r.$': '$.a[?(@.w == $.agent_id)].b' } })],
    ['a placeholder in an ARN', taskOf({ Resource: 'arn:${AWS::Partition}:states:::lambda:invoke' })],
    ['a placeholder for a number', machineOf({ A: { Type: 'Wait', Seconds: '${Pause}', End: true } })],
    ['a placeholder for a time', machineOf({ A: { Type: 'Wait', Timestamp: '${When}', End: true } })],
    ['another partition', taskOf({ Resource: 'arn:aws-iso:states:::lambda:invoke' })],
    [
      'data that looks like ASL',
      taskOf({ Parameters: { States: { x: { Next: 'Nowhere' } }, StartAt: 'Gone', Branches: [{}] } }),
    ],
    ['data with a list of States', taskOf({ Parameters: { Filter: { States: ['RUNNING'] } } })],
  ])('passes: %s', (_construct, definition) => {
    expect(acceptedByItself(definition)).toBe(false)
    expect(validateWithAslValidator(definition as Json)).toEqual([])
  })

  it('hides no true error beside it', () => {
    const definition = taskOf({ Output: { r: '{% $states.result%}' }, TimeoutSeconds: -1 }, jsonata)
    expect(validateWithAslValidator(definition as Json).map(({ pointer }) => pointer)).toContain(
      '/States/A/TimeoutSeconds',
    )
    expect(validateWithAslValidator(taskOf({ Output: '{% 1 + %}' }, jsonata) as Json)).not.toEqual([])
    expect(validateWithAslValidator(taskOf({ InputPath: '$.a[' }) as Json)).not.toEqual([])
    expect(validateWithAslValidator(taskOf({ Resource: 'invoke' }) as Json)).not.toEqual([])
  })

  it('keeps states whose names are names of fields', () => {
    const states = {
      Parameters: { Type: 'Pass', Next: 'Output' },
      Output: { Type: 'Pass', Next: 'Seconds' },
      Seconds: { Type: 'Succeed' },
    }
    expect(validateWithAslValidator(machineOf(states) as Json)).toEqual([])
  })
})

it('each quirk says what it is about', () => {
  expect(new Set(QUIRKS.map(({ about }) => about)).size).toBe(QUIRKS.length)
})
