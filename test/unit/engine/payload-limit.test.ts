import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { UserError } from '../../../src/asl/user-error.js'
import { drive, gives, machineOf, taskState, typesOf, workState } from './drive.js'

const LIMIT = 262_144
/** A string whose JSON text has this many bytes. */
const bytes = (count: number): string => 'x'.repeat(count - 2)
const tooLarge = (name: string) =>
  `The state/task '${name}' returned a result with a size exceeding the maximum number of bytes service limit.`

function nested(levels: number): Json {
  let value: Json = 1
  for (let level = 0; level < levels; level++) value = [value]
  return value
}

const states = (state: Json) => machineOf({ T: state, Z: { Type: 'Succeed' } })

describe('the limit of 262,144 bytes', () => {
  it('holds for the input of an execution', () => {
    const machine = machineOf({ A: { Type: 'Pass', Result: 1, End: true } })
    expect(drive(machine, { input: bytes(LIMIT) }).status).toBe('SUCCEEDED')
    expect(() => drive(machine, { input: bytes(LIMIT + 1) })).toThrow(UserError)
  })

  it('counts the bytes of UTF-8', () => {
    const machine = machineOf({ T: workState({ ResultPath: null }) })
    const umlauts = 'ä'.repeat((LIMIT - 2) / 2)
    expect(drive(machine, { answers: { T: gives(umlauts) } }).status).toBe('SUCCEEDED')
    expect(drive(machine, { answers: { T: gives(`${umlauts}a`) } }).error).toBe('States.DataLimitExceeded')
  })

  it('fails a Task whose result is larger, named after its service or function, and States.ALL catches that', () => {
    const handlers = { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Z' }], Next: 'Z' }
    const answers = { T: gives(bytes(LIMIT + 1)) }
    const service = drive(states(taskState(handlers)), { answers })
    expect(service.output).toEqual({ Error: 'States.DataLimitExceeded', Cause: tooLarge('lambda') })
    expect(typesOf(service)).toContain('TaskFailed')
    const direct = drive(machineOf({ T: workState() }), { answers })
    expect(direct.cause).toBe(tooLarge('arn:aws:lambda:us-east-1:123456789012:function:work'))
    const documented = drive(states(taskState(handlers)), { answers, profile: 'documented' })
    expect(documented.error).toBe('States.DataLimitExceeded')
  })

  it('fails a state whose output is larger, named after the state', () => {
    const doubled = machineOf({ A: { Type: 'Pass', Parameters: { 'a.$': '$', 'b.$': '$' }, End: true } })
    expect(drive(doubled, { input: bytes(LIMIT / 2) })).toMatchObject({
      error: 'States.DataLimitExceeded',
      cause: tooLarge('A'),
    })
    const processor = machineOf({ I: { Type: 'Pass', Result: bytes(LIMIT / 2), End: true } })
    const map = machineOf({ M: { Type: 'Map', ItemProcessor: processor, End: true } })
    expect(drive(map, { input: [1, 2] })).toMatchObject({ error: 'States.DataLimitExceeded', cause: tooLarge('M') })
  })
})

describe('nesting without measure', () => {
  it('is refused in an input', () => {
    expect(() => drive(machineOf({ A: { Type: 'Pass', End: true } }), { input: nested(10_000) })).toThrow(
      'nested more than 1000 levels deep',
    )
  })

  it.each(['$..a', 'States.JsonToString($)', "States.Hash($, 'MD5')", 'States.ArrayUnique($)', '$.nope', '$[0][0]'])(
    'in an answer overflows no stack in %s',
    (expression) => {
      const machine = machineOf({
        T: workState({ ResultSelector: { 'v.$': expression }, ResultPath: '$.r', Next: 'C' }),
        C: { Type: 'Choice', Choices: [{ Variable: '$.r.v', IsPresent: true, Next: 'Z' }], Default: 'Z' },
        Z: { Type: 'Pass', OutputPath: '$.r', End: true },
      })
      const run = drive(machine, { answers: { T: gives(nested(20_000)) } })
      expect(['SUCCEEDED', 'FAILED']).toContain(run.status)
    },
  )

  it('in an answer overflows no stack in JSONata', () => {
    for (const text of [
      '$states.result',
      '$string($states.result)',
      '$states.result = $states.result',
      '$states.result.**',
    ]) {
      const T = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Output: `{% ${text} %}`, End: true }
      const run = drive(machineOf({ T }, { QueryLanguage: 'JSONata' }), { answers: { T: gives(nested(20_000)) } })
      expect(['SUCCEEDED', 'FAILED']).toContain(run.status)
    }
  })
})
