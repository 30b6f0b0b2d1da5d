import { describe, expect, it } from 'vitest'
import { type Field, fieldNamed, hasValueOrPath, wrongIn } from '../../../../src/asl/fields/field.js'
import { placesOf, writtenFields } from '../../../../src/asl/fields/places.js'
import { STATE_FIELDS, STATE_TYPES } from '../../../../src/asl/fields/state-table.js'
import type { Json, JsonObject } from '../../../../src/asl/json.js'

/** Every field of every state type, with those of the objects within. */
function everyField(): readonly (readonly [string, Field])[] {
  const within = (path: string, field: Field): (readonly [string, Field])[] => [
    [path, field],
    ...Object.entries(field.fields ?? {}).flatMap(([name, inner]) => within(`${path}.${name}`, inner)),
  ]
  return STATE_TYPES.flatMap((type) =>
    Object.entries(STATE_FIELDS[type]).flatMap(([name, field]) => within(`${type}.${name}`, field)),
  )
}

describe('the table of fields', () => {
  it('has each field in at least one query language', () => {
    const lost = everyField().filter(([, field]) => field.JSONPath === undefined && field.JSONata === undefined)
    expect(lost).toEqual([])
  })

  it('gives every number of JSONata by a path in JSONPath as well, but for those of retriers', () => {
    const expressions = everyField().filter(
      ([, { JSONata, value }]) => JSONata === 'expression' && value.kind === 'number',
    )
    const names = new Set(everyField().map(([path]) => path))
    expect(expressions.map(([path]) => path).filter((path) => !names.has(`${path}Path`))).toEqual([])
    expect(expressions.map(([path]) => path)).toContain('Map.ToleratedFailurePercentage')
    expect(expressions.map(([path]) => path)).toContain('Map.ItemReader.ReaderConfig.MaxItems')
  })

  it('knows no inherited names', () => {
    expect(fieldNamed(STATE_FIELDS.Pass, 'constructor')).toBeUndefined()
  })
})

describe('a field as it is written', () => {
  function ofTask(name: string): Field {
    const field = fieldNamed(STATE_FIELDS.Task, name)
    if (!field) throw new Error(`a Task has no ${name}`)
    return field
  }

  it.each<[Json, 'JSONPath' | 'JSONata', string | undefined]>([
    [5, 'JSONPath', undefined],
    [0, 'JSONPath', 'must be a whole number from 1 to 99999999'],
    ['${Timeout}', 'JSONPath', undefined],
    ['${Timeout', 'JSONPath', 'must be a whole number from 1 to 99999999'],
    ['{% $x %}', 'JSONPath', 'must be a whole number from 1 to 99999999'],
    ['{% $x %}', 'JSONata', undefined],
    [' {% $x %}', 'JSONata', 'must be a whole number from 1 to 99999999'],
  ])('%j in %s', (written, language, wrong) => {
    expect(wrongIn(ofTask('TimeoutSeconds'), language, written)).toBe(wrong)
  })

  it('is a text where a path stands, and null for what may be left out', () => {
    expect(wrongIn(ofTask('TimeoutSecondsPath'), 'JSONPath', 5)).toBe('must be a string')
    expect(wrongIn(ofTask('ResultPath'), 'JSONPath', null)).toBeUndefined()
    expect(wrongIn(ofTask('TimeoutSecondsPath'), 'JSONPath', null)).toBe('must be a string')
  })

  it('is given by itself or by its path', () => {
    expect(hasValueOrPath({ HeartbeatSecondsPath: '$.s' }, 'HeartbeatSeconds')).toBe(true)
    expect(hasValueOrPath({ Heartbeat: 1 }, 'HeartbeatSeconds')).toBe(false)
  })
})

describe('the fields of a state', () => {
  it('are those of the state, its rules and its catchers, and of the objects within', () => {
    const state: JsonObject = {
      Type: 'Map',
      ItemReader: { ReaderConfig: { MaxItemsPath: '$.n', Unknown: 1 } },
      Catch: ['no catcher', { ErrorEquals: ['States.ALL'], ResultPath: '$.e', Next: 'B' }],
    }
    const found = placesOf(state, '/States/A').flatMap(({ object, fields, pointer }) => [
      ...writtenFields(object, fields, pointer),
    ])
    expect(found.map(({ pointer }) => pointer)).toEqual([
      '/States/A/Type',
      '/States/A/ItemReader',
      '/States/A/ItemReader/ReaderConfig',
      '/States/A/ItemReader/ReaderConfig/MaxItemsPath',
      '/States/A/Catch',
      '/States/A/Catch/1/ErrorEquals',
      '/States/A/Catch/1/ResultPath',
      '/States/A/Catch/1/Next',
    ])
  })

  it('are none where the type is unknown', () => {
    expect(placesOf({ Type: 'constructor' }, '')).toEqual([])
    expect(placesOf({}, '')).toEqual([])
  })
})
