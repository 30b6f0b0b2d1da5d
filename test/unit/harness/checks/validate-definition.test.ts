import { describe, expect, it } from 'vitest'
import { isObject, type Json, type JsonObject } from '../../../../src/asl/json.js'
import { UserError } from '../../../../src/asl/user-error.js'
import { createStateMachineError } from '../../../../src/harness/checks/create-machine-error.js'
import { validateDefinition } from '../../../../src/harness/checks/validate-definition.js'

const SOUND = { StartAt: 'A', States: { A: { Type: 'Pass', End: true } } }

/** The findings for a machine of one state, as lines. */
function found(state: Record<string, Json>, fields: Record<string, Json> = {}): readonly string[] {
  const definition = { ...fields, StartAt: 'A', States: { A: state } }
  return validateDefinition(definition).diagnostics.map(
    ({ code, message, location }) => `${code} | ${message} | ${location}`,
  )
}

describe('validateDefinition', () => {
  it('answers OK for a definition that AWS takes, as a value and as text', () => {
    const ok = { result: 'OK', diagnostics: [], truncated: false }
    expect(validateDefinition(SOUND)).toEqual(ok)
    expect(validateDefinition(JSON.stringify(SOUND))).toEqual(ok)
  })

  it.each(['', ' \n', '[]', '"text"', 'null'])('says of %j that it is no object', (text) => {
    expect(validateDefinition(text)).toEqual({
      result: 'FAIL',
      diagnostics: [
        { severity: 'ERROR', code: 'SCHEMA_VALIDATION_FAILED', message: 'Definition must be a valid JSON object' },
      ],
      truncated: false,
    })
  })

  it("tells in Jackson's words where a text is no JSON", () => {
    const location = '[Source: (String)"not a definition"; line: 1, column: 4]'
    expect(validateDefinition('not a definition').diagnostics).toEqual([
      {
        severity: 'ERROR',
        code: 'INVALID_JSON_DESCRIPTION',
        message: `Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n at ${location}`,
        location,
      },
    ])
  })

  it('lists the fields that a machine lacks', () => {
    expect(validateDefinition('{}').diagnostics).toEqual([
      {
        severity: 'ERROR',
        code: 'SCHEMA_VALIDATION_FAILED',
        message: 'These fields are required: [States, StartAt]',
        location: '/',
      },
    ])
  })

  it('gives no location for a workflow that never ends', () => {
    const { diagnostics } = validateDefinition({ StartAt: 'A', States: { A: { Type: 'Pass', Next: 'A' } } })
    expect(diagnostics).toEqual([
      { severity: 'ERROR', code: 'MISSING_END_STATE', message: 'Workflow has no terminal state' },
    ])
  })

  it('refuses in an EXPRESS machine what STANDARD allows', () => {
    const wait = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', End: true }
    const definition = { StartAt: 'Wait', States: { Wait: wait } }
    expect(validateDefinition(definition).result).toBe('OK')
    expect(validateDefinition(definition, { type: 'EXPRESS' }).diagnostics).toEqual([
      {
        severity: 'ERROR',
        code: 'SCHEMA_VALIDATION_FAILED',
        message: "Express state machine does not support '.waitForTaskToken' service integration ",
        location: '/States/Wait/Resource',
      },
    ])
  })

  it('says nothing of what only aslx advises, even where warnings are wanted', () => {
    const task = { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', End: true }
    const definition = { StartAt: 'A', States: { A: task } }
    expect(validateDefinition(definition, { severity: 'WARNING' })).toEqual({
      result: 'OK',
      diagnostics: [],
      truncated: false,
    })
  })

  it('stops at maxResults, and says so', () => {
    const states = Object.fromEntries(Array.from({ length: 150 }, (_, index) => [`S${index}`, { Type: 'Nope' }]))
    const definition = { StartAt: 'S0', States: states }
    const count = (maxResults?: number) => {
      const { diagnostics, truncated } = validateDefinition(definition, maxResults === undefined ? {} : { maxResults })
      return [diagnostics.length, truncated]
    }
    expect(count()).toEqual([100, true])
    expect(count(0)).toEqual([100, true])
    expect(count(3)).toEqual([3, true])
    expect(() => count(101)).toThrow(UserError)
    expect(() => count(-1)).toThrow(UserError)
  })
})

describe('the expressions of a definition', () => {
  it('are refused in a payload template, at the field', () => {
    expect(found({ Type: 'Pass', Parameters: { a: { 'b.$': 'nope' } }, End: true })).toEqual([
      `SCHEMA_VALIDATION_FAILED | The value for the field 'b.$' must be a valid JSONPath or a valid intrinsic function call | /States/A/Parameters`,
    ])
  })

  it('are refused in JSONata, at the very string', () => {
    const state = { Type: 'Pass', Output: { v: '{% [1, %}', w: ['{% phone %}'] }, End: true }
    expect(found(state, { QueryLanguage: 'JSONata' })).toEqual([
      'INVALID_JSONATA_EXPRESSION | Expected "]" before end of expression | /States/A/Output/v',
      "UNSUPPORTED_JSONATA_EXPRESSION | Reference to 'phone' at the top level is not supported. | /States/A/Output/w/0",
    ])
  })

  it('are refused in catchers, and in rules of a Choice', () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'A', Output: '{% ( %}' }]
    const task = {
      Type: 'Task',
      QueryLanguage: 'JSONata',
      Resource: 'arn:aws:states:::lambda:invoke',
      Catch,
      End: true,
    }
    expect(found(task).map((line) => line.split(' | ')[2])).toEqual(['/States/A/Catch[0]/Output'])
    const states = {
      A: { Type: 'Choice', Choices: [{ Variable: '$[', IsNull: true, Next: 'B' }], Default: 'B' },
      B: { Type: 'Succeed' },
    }
    const { diagnostics } = validateDefinition({ StartAt: 'A', States: states })
    expect(diagnostics.map(({ location }) => location)).toEqual(['/States/A/Choices[0]'])
  })

  it.each(['InputPath', 'OutputPath', 'ResultPath'])('are refused in %s', (field) => {
    expect(found({ Type: 'Pass', [field]: 'input', End: true })).toEqual([
      expect.stringMatching(new RegExp(`^SCHEMA_VALIDATION_FAILED \\| .* \\| /States/A/${field}$`)),
    ])
  })

  it('are found inside a distributed Map, which aslx does not run', () => {
    const inner = { StartAt: 'B', States: { B: { Type: 'Pass', Parameters: { 'x.$': 'nope' }, End: true } } }
    const ItemProcessor = { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...inner }
    expect(found({ Type: 'Map', ItemProcessor, End: true }).map((line) => line.split(' | ')[2])).toEqual([
      '/States/A/ItemProcessor/States/B/Parameters',
    ])
    const sound = { StartAt: 'B', States: { B: { Type: 'Pass', End: true } } }
    expect(found({ Type: 'Map', ItemProcessor: { ...ItemProcessor, ...sound }, End: true })).toEqual([])
  })
})

describe('references that AWS refuses', () => {
  const inJsonata = (state: Record<string, Json>): readonly string[] => {
    const A = state['Type'] === 'Choice' ? state : { ...state, End: true }
    const leadsOn = 'Choices' in state || 'Catch' in state
    const definition = {
      QueryLanguage: 'JSONata',
      StartAt: 'A',
      States: { A, ...(leadsOn && { B: { Type: 'Succeed' } }) },
    }
    return validateDefinition(definition).diagnostics.map(({ code, location }) => `${code} ${location}`)
  }

  const call = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' }
  const thrown = '{% $states.errorOutput.Cause %}'
  const Choices = [
    { Condition: `{% $exists($states.errorOutput) %}`, Next: 'B', Assign: { x: thrown }, Output: thrown },
  ]

  it.each<[Record<string, Json>, readonly string[]]>([
    [{ ...call, Arguments: { Payload: [thrown] } }, ['Arguments/Payload/0']],
    [{ ...call, Output: { a: thrown }, Assign: { b: thrown } }, ['Output/a', 'Assign/b']],
    [{ ...call, TimeoutSeconds: thrown }, ['TimeoutSeconds']],
    [{ ...call, Credentials: { RoleArn: thrown } }, ['Credentials/RoleArn']],
    [{ Type: 'Wait', Seconds: thrown }, ['Seconds']],
    [{ Type: 'Fail', Error: thrown, Cause: thrown }, ['Error', 'Cause']],
    [{ Type: 'Choice', Choices, Default: 'B' }, ['Choices[0]/Condition', 'Choices[0]/Assign/x', 'Choices[0]/Output']],
    [
      {
        Type: 'Map',
        Items: thrown,
        ItemBatcher: { BatchInput: thrown },
        ItemProcessor: { StartAt: 'I', States: { I: { Type: 'Pass', End: true } } },
      },
      ['Items', 'ItemBatcher/BatchInput'],
    ],
  ])('$states.errorOutput, where there is no error: %j', (state, places) => {
    expect(inJsonata(state)).toEqual(places.map((place) => `UNSUPPORTED_JSONATA_EXPRESSION /States/A/${place}`))
  })

  it('but not in a catcher', () => {
    const Catch = [{ ErrorEquals: ['States.ALL'], Output: thrown, Assign: { e: thrown }, Next: 'B' }]
    expect(inJsonata({ ...call, Catch })).toEqual([])
  })

  it.each([
    '$states."errorOutput"',
    '$states.`errorOutput`.Error',
    '1 + $count($states.errorOutput)',
    '$states.(errorOutput)',
  ])('$states.errorOutput in other words: %s', (text) => {
    expect(inJsonata({ Type: 'Pass', Output: `{% ${text} %}` })).toHaveLength(1)
  })

  it.each(['$$', '$$.a', '$states.input.a[b = $$.c]', '$map([1], function($v) { $v + $$.n })'])(
    '$$ in JSONata: %s',
    (text) => {
      expect(inJsonata({ Type: 'Pass', Output: `{% ${text} %}` })).toEqual([
        'UNSUPPORTED_JSONATA_EXPRESSION /States/A/Output',
      ])
    },
  )

  it.each(["'$$'", '$states.input.errorOutput', "$states.input['$states.errorOutput']"])(
    'but not in a text: %s',
    (text) => {
      expect(inJsonata({ Type: 'Pass', Output: `{% ${text} %}` })).toEqual([])
    },
  )

  const processor = {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    StartAt: 'I',
    States: { I: { Type: 'Pass', End: true } },
  }

  it.each([
    'MaxConcurrencyPath',
    'ToleratedFailureCountPath',
    'ToleratedFailurePercentagePath',
    'ItemBatcher/MaxItemsPerBatchPath',
    'ItemBatcher/MaxInputBytesPerBatchPath',
    'ItemReader/ReaderConfig/MaxItemsPath',
  ])('the context object in %s, which takes a reference path', (place) => {
    const refused = (path: string): readonly (string | undefined)[] => {
      const inner = place.split('/').reduceRight<Json>((value, name) => ({ [name]: value }), path) as JsonObject
      const reader = isObject(inner['ItemReader']) && {
        ItemReader: { Resource: 'arn:aws:states:::s3:getObject', ...inner['ItemReader'] },
      }
      const A = { Type: 'Map', ItemProcessor: processor, End: true, ...inner, ...reader }
      return validateDefinition({ StartAt: 'A', States: { A } }).diagnostics.map(({ location }) => location)
    }
    expect(refused('$$.Execution.Input.n')).toEqual([`/States/A/${place}`])
    expect(refused('$.all[*].n')).toEqual([`/States/A/${place}`])
    expect(refused('$.n[0].m')).toEqual([])
    expect(refused('$limit')).toEqual([])
  })
})

describe('createStateMachineError', () => {
  it('tells what CreateStateMachine answers', () => {
    expect(createStateMachineError('{"StartAt": "A"}', 'STANDARD')).toEqual({
      code: 'InvalidDefinition',
      message: "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are required: [States] at /'",
    })
  })

  it('keeps the two blanks of the text for callbacks in EXPRESS machines', () => {
    const task = { Type: 'Task', Resource: 'arn:aws:states:::sns:publish.waitForTaskToken', End: true }
    const text = JSON.stringify({ StartAt: 'Publish', States: { Publish: task } })
    expect(createStateMachineError(text, 'STANDARD')).toBeUndefined()
    expect(createStateMachineError(text, 'EXPRESS')?.message).toBe(
      "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Express state machine does not support '.waitForTaskToken' service integration  at /States/Publish/Resource'",
    )
  })
})
