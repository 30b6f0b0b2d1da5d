import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { UserError } from '../../../src/asl/user-error.js'
import { LIMITS } from '../../../src/asl/limits.js'
import { drive, failsWith, gives, machineOf, taskState, typesOf, workState } from './drive.js'

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

describe('parameters that are too large', () => {
  const half = bytes(LIMIT / 2 + 20)
  const doubled = { 'a.$': '$', 'b.$': '$' }
  const provided = {
    Error: 'States.DataLimitExceeded',
    Cause: `The state/task 'T' provided parameters with a size exceeding the maximum number of bytes service limit.`,
  }
  const handlers = { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Z' }], Next: 'Z' }
  const inner = { StartAt: 'I', States: { I: { Type: 'Pass', Result: 1, End: true } } }

  it.each([
    ['Task', taskState({ ...handlers, Parameters: { FunctionName: 'f', Payload: doubled } })],
    ['function', workState({ ...handlers, Parameters: doubled })],
    [
      'JSONata Task',
      {
        Type: 'Task',
        Resource: 'arn:aws:states:::lambda:invoke',
        ...handlers,
        QueryLanguage: 'JSONata',
        Arguments: { FunctionName: 'f', Payload: ['{% $states.input %}', '{% $states.input %}'] },
      },
    ],
    ['Parallel', { Type: 'Parallel', ...handlers, Parameters: doubled, Branches: [inner] }],
  ])('fail a %s before it calls anything', (_name, state) => {
    const run = drive(states(state), { input: half })
    expect(run.output).toEqual(provided)
    expect(typesOf(run).filter((type) => /Scheduled|ParallelStateStarted/.test(type))).toEqual([])
  })

  it.each(['INLINE', 'DISTRIBUTED'])('fail a Map that is %s, made by its ItemSelector', (Mode) => {
    const ItemProcessor = {
      ...inner,
      ProcessorConfig: { Mode, ...(Mode === 'DISTRIBUTED' && { ExecutionType: 'STANDARD' }) },
    }
    const T = {
      Type: 'Map',
      ...handlers,
      ItemsPath: '$.l',
      ItemSelector: { 'a.$': '$.v', 'b.$': '$.v' },
      ItemProcessor,
    }
    expect(drive(states(T), { input: { l: [1], v: half } }).output).toEqual(provided)
  })
})

describe('an output that is too large, of a result that is not', () => {
  const half = bytes(LIMIT / 2 + 20)
  const Catch = [{ ErrorEquals: ['States.DataLimitExceeded'], ResultPath: '$.e', Next: 'Z' }]

  it('fails the execution after the result was written, and no handler sees it', () => {
    const T = taskState({ ResultPath: '$.r', Catch, Retry: [{ ErrorEquals: ['States.DataLimitExceeded'] }], Next: 'Z' })
    const run = drive(states(T), { input: { v: half }, answers: { T: gives(half) } })
    expect(run).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded', cause: tooLarge('T') })
    expect(typesOf(run).slice(-2)).toEqual(['TaskSucceeded', 'ExecutionFailed'])
  })

  it('nor does one of a container around the state', () => {
    const T = taskState({ ResultPath: '$.r', End: true })
    const Branches = [{ StartAt: 'T', States: { T } }]
    const run = drive(machineOf({ P: { Type: 'Parallel', Branches, Catch, Next: 'Z' }, Z: { Type: 'Succeed' } }), {
      input: { v: half },
      answers: { T: gives(half) },
    })
    expect(typesOf(run).slice(-2)).toEqual(['TaskSucceeded', 'ExecutionFailed'])
  })

  it('is that of a catcher, too', () => {
    const T = taskState({ Catch, Next: 'Z' })
    const answers = { T: failsWith('States.DataLimitExceeded', 0, half) }
    const run = drive(states(T), { input: { v: half }, answers })
    expect(run).toMatchObject({ status: 'FAILED', cause: tooLarge('T') })
  })
})

it('an SDK call whose result is too large is named with its prefix', () => {
  const T = { Type: 'Task', Resource: 'arn:aws:states:::aws-sdk:s3:listObjectsV2', End: true }
  expect(drive(machineOf({ T }), { answers: { T: gives(bytes(LIMIT + 1)) } }).cause).toBe(tooLarge('aws-sdk:s3'))
})

it('the variables of an execution have 10 MiB together', () => {
  const block = bytes(250_000)
  const count = Math.floor(LIMITS.executionVariablesBytes.value / 250_000)
  const assigning = (total: number) => {
    const named = Array.from({ length: total }, (_, at) => `S${at}`)
    return machineOf(
      Object.fromEntries(
        named.map((name, at) => [
          name,
          { Type: 'Pass', Assign: { [`v${at}`]: block }, ...(at + 1 < total ? { Next: `S${at + 1}` } : { End: true }) },
        ]),
      ),
    )
  }
  expect(drive(assigning(count)).status).toBe('SUCCEEDED')
  expect(drive(assigning(count + 1))).toMatchObject({ error: 'States.DataLimitExceeded', cause: tooLarge(`S${count}`) })
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
