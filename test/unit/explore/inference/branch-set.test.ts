import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/asl/json.js'
import { branchSet, runOfBase, scenarioReaching } from '../../../../src/explore/inference/branch-set.js'
import { machine } from '../../../../src/harness/machines/typed-machine.js'
import type { Scenario } from '../../../../src/harness/scenarios/scenario.js'
import { returns } from '../../../../src/tasks/script.js'
import { F, falseClaims, INVOKE, reachedByErrors, setOf, unreachedIn } from './machines-for-inference.js'

const END = { Type: 'Succeed' }

/** A Choice over `$.v` with a rule for each of these, and a state behind each. */
function choosing(...rules: readonly Json[]): Readonly<Record<string, Json>> {
  const names = rules.map((_, i) => `Rule${i}`)
  return {
    Choose: {
      Type: 'Choice',
      Choices: rules.map((rule, i) => ({ ...(rule as object), Next: names[i] ?? '' })),
      Default: 'Otherwise',
    },
    Otherwise: END,
    ...Object.fromEntries(names.map((name) => [name, END])),
  }
}

describe('the branch set reaches each way of a Choice', () => {
  const v = { Variable: '$.v' }
  it.each<[string, readonly Json[]]>([
    [
      'texts',
      [
        { ...v, StringEquals: 'a' },
        { ...v, StringEquals: 'b' },
        { ...v, StringGreaterThan: 'x' },
      ],
    ],
    [
      'patterns',
      [
        { ...v, StringMatches: 'log-*.txt' },
        { ...v, StringMatches: String.raw`a\*b*` },
      ],
    ],
    [
      'numbers',
      [
        { ...v, NumericLessThan: 0 },
        { ...v, NumericEquals: 7 },
        { ...v, NumericGreaterThanEquals: 100 },
      ],
    ],
    [
      'booleans',
      [
        { ...v, BooleanEquals: false },
        { ...v, BooleanEquals: true },
      ],
    ],
    [
      'times',
      [
        { ...v, TimestampLessThan: '2020-01-01T00:00:00Z' },
        { ...v, TimestampGreaterThan: '2040-01-01T00:00:00Z' },
      ],
    ],
    [
      'types',
      [
        { ...v, IsNull: true },
        { ...v, IsNumeric: true },
        { ...v, IsBoolean: true },
        { ...v, IsTimestamp: true },
      ],
    ],
    [
      'presence',
      [
        { ...v, IsPresent: false },
        { ...v, IsString: true },
      ],
    ],
    ['the first of a list', [{ Variable: '$.list[0]', IsPresent: true }]],
    [
      'And, Or and Not',
      [
        {
          And: [
            { Variable: '$.w', IsPresent: true },
            { Variable: '$.w', StringEquals: 'x' },
          ],
        },
        {
          Or: [
            { ...v, StringEquals: 'y' },
            { Variable: '$.z', NumericEquals: 1 },
          ],
        },
        { Not: { ...v, BooleanEquals: true } },
      ],
    ],
    [
      'another path',
      [
        { ...v, NumericGreaterThanPath: '$.limit' },
        { ...v, StringEqualsPath: '$.name' },
      ],
    ],
    [
      'a rule that is half of the one before it',
      [
        {
          And: [
            { ...v, StringEquals: 'a' },
            { Variable: '$.state', StringEquals: 'ALARM' },
          ],
        },
        { ...v, StringEquals: 'b' },
      ],
    ],
    [
      'two rules that fail for one reason only',
      [
        {
          And: [
            { Variable: '$.r', IsPresent: true },
            { Variable: '$.r', BooleanEquals: true },
          ],
        },
        { And: [{ Variable: '$.r', IsPresent: true }] },
      ],
    ],
  ])('of %s', async (_, rules) => {
    const states = choosing(...rules)
    const set = setOf(states)
    expect(unreachedIn(set)).toEqual([])
    expect(await falseClaims({ StartAt: 'Choose', States: states }, set)).toEqual([])
  })

  it.each([
    ['comparisons', ["$states.input.a = 'x'", '$states.input.n > 10', '$states.input.n <= 3']],
    [
      'and, or, not, in',
      ["$states.input.a in ['p', 'q'] and $states.input.b", 'not($states.input.c) or $states.input.d'],
    ],
    [
      'functions of what is read',
      ['$count($states.input.list) > 2', '$exists($states.input.x)', "$contains($states.input.t, 'err')"],
    ],
    [
      'texts that are changed',
      ["$uppercase($states.input.s) = 'GO'", '$number($states.input.n) >= 5', '$length($states.input.w) = 4'],
    ],
    ['predicates', ["$states.input.items[kind = 'big'].size > 5", "$exists($states.input.other[name = 'n'])"]],
    ['variables of a block', ['( $n := $states.input.n; $n + 1 = 3 )']],
  ])('of JSONata: %s', async (_, conditions) => {
    const states = choosing(...conditions.map((code) => ({ Condition: `{% ${code.replaceAll('not(', '$not(')} %}` })))
    const definition = { StartAt: 'Choose', QueryLanguage: 'JSONata', States: states }
    const set = branchSet(machine(definition))
    expect(unreachedIn(set)).toEqual([])
    expect(await falseClaims(definition, set)).toEqual([])
  })
})

describe('answers', () => {
  it('end a poll: not ready, then ready, and hold what is read and nothing else', () => {
    const set = setOf({
      Start: { Type: 'Task', Resource: F, Parameters: { 'order.$': '$.order' }, ResultPath: '$.job', Next: 'Pause' },
      Pause: { Type: 'Wait', Seconds: 30, Next: 'Poll' },
      Poll: { Type: 'Task', Resource: F, InputPath: '$.job.id', ResultPath: '$.job.state', Next: 'Ready?' },
      'Ready?': {
        Type: 'Choice',
        Choices: [
          { Variable: '$.job.state.status', StringEquals: 'FAILED', Next: 'Broken' },
          { Variable: '$.job.state.status', StringEquals: 'DONE', Next: 'Done' },
        ],
        Default: 'Pause',
      },
      Broken: { Type: 'Fail', Error: 'Broken' },
      Done: END,
    })
    expect(unreachedIn(set)).toEqual([])
    const [happiest] = set.runs
    expect(happiest?.status).toBe('SUCCEEDED')
    expect(Object.fromEntries(happiest?.answers ?? [])).toMatchObject({ Start: [{ id: 'id' }] })
    expect(happiest?.answers.get('Poll')?.at(-1)).toEqual({ status: 'DONE' })
    expect(happiest?.scenario.input).toEqual({ order: 'order' })
  })

  it('fit two states that read them, behind Parameters and at a nested ResultPath', () => {
    const set = setOf({
      Shape: { Type: 'Pass', Parameters: { results: {}, 'id.$': '$.id' }, Next: 'Judge' },
      Judge: { Type: 'Task', Resource: F, Parameters: { 'id.$': '$.id' }, ResultPath: '$.results.g', Next: 'First?' },
      'First?': {
        Type: 'Choice',
        Choices: [{ Variable: '$.results.g.rule', BooleanEquals: true, Next: 'Second?' }],
        Default: 'No',
      },
      'Second?': {
        Type: 'Choice',
        Choices: [{ Variable: '$.results.g.person', BooleanEquals: true, Next: 'Ask' }],
        Default: 'No',
      },
      Ask: { Type: 'Task', Resource: F, Parameters: { 'to.$': '$.results.g.who.mail' }, End: true },
      No: END,
    })
    expect(unreachedIn(set)).toEqual([])
  })

  it('are lists where a Map goes over them as a whole, and its items are read', () => {
    const inner = {
      StartAt: 'Kind',
      States: {
        Kind: {
          Type: 'Choice',
          Choices: [{ Variable: '$.kind', StringEquals: 'big', Next: 'Big' }],
          Default: 'Small',
        },
        Big: { Type: 'Task', Resource: F, End: true },
        Small: { Type: 'Pass', Parameters: { 'size.$': '$.size' }, End: true },
      },
    }
    const set = setOf({
      List: { Type: 'Task', Resource: F, Next: 'Each' },
      Each: { Type: 'Map', ItemsPath: '$', Iterator: inner, End: true },
    })
    expect(unreachedIn(set)).toEqual([])
  })

  it('are read behind ResultSelector, StringToJson, Assign and in JSONata', () => {
    const set = setOf({
      Ask: {
        Type: 'Task',
        Resource: INVOKE,
        Parameters: { FunctionName: 'f' },
        ResultSelector: { 'body.$': 'States.StringToJson($.Payload.body)' },
        Assign: { 'kind.$': '$.Payload.kind' },
        Next: 'Which?',
      },
      'Which?': {
        Type: 'Choice',
        Choices: [
          {
            And: [
              { Variable: '$kind', StringEquals: 'a' },
              { Variable: '$.body.n', NumericEquals: 3 },
            ],
            Next: 'Yes',
          },
        ],
        Default: 'No',
      },
      Yes: {
        Type: 'Pass',
        QueryLanguage: 'JSONata',
        Output: "{% $states.input.body.rows[size > 2].name & '!' %}",
        End: true,
      },
      No: END,
    })
    expect(unreachedIn(set)).toEqual([])
  })

  it('keep what a service says of itself', () => {
    const set = setOf({
      Read: {
        Type: 'Task',
        Resource: 'arn:aws:states:::dynamodb:getItem',
        Parameters: { TableName: 't', Key: { id: { 'S.$': '$.id' } } },
        Next: 'Open?',
      },
      'Open?': {
        Type: 'Choice',
        Choices: [
          { Variable: '$.Item', IsPresent: false, Next: 'Gone' },
          { Variable: '$.Item.open.BOOL', BooleanEquals: true, Next: 'Open' },
        ],
        Default: 'Closed',
      },
      Gone: END,
      Open: END,
      Closed: END,
    })
    expect(unreachedIn(set)).toEqual([])
    const open = scenarioReaching(set, 'Open')?.run
    expect(open?.answers.get('Read')).toEqual([{ Item: { id: { S: 'id' }, open: { BOOL: true } } }])
  })

  it('are selected by patterns behind a wildcard, and fill a template that comes from data', () => {
    const set = setOf({
      List: {
        Type: 'Task',
        Resource: 'arn:aws:states:::aws-sdk:s3:listObjectsV2',
        Parameters: { Bucket: 'b' },
        ResultPath: '$.listed',
        Next: 'Greet',
      },
      Greet: {
        Type: 'Pass',
        Parameters: { 'text.$': "States.Format($.template, $.name, 'x')" },
        ResultPath: '$.greeting',
        Next: 'Each',
      },
      Each: {
        Type: 'Map',
        InputPath: String.raw`$.listed.Contents[*][?(@.Key =~ /^.*\.json$/)]`,
        Iterator: { StartAt: 'Send', States: { Send: { Type: 'Task', Resource: F, End: true } } },
        End: true,
      },
    })
    expect(unreachedIn(set)).toEqual([])
  })

  it('let a counter grow as far as a loop lets it, in both query languages', () => {
    const counted = setOf({
      Begin: { Type: 'Pass', Result: 0, ResultPath: '$.n', Next: 'Work' },
      Work: { Type: 'Task', Resource: F, ResultPath: '$.result', Next: 'Done?' },
      'Done?': {
        Type: 'Choice',
        Choices: [
          { Variable: '$.result.status', StringEquals: 'OK', Next: 'Done' },
          { Variable: '$.n', NumericGreaterThan: 20, Next: 'Given up' },
        ],
        Default: 'Count',
      },
      Count: { Type: 'Pass', Parameters: { 'n.$': 'States.MathAdd($.n, 1)' }, Next: 'Work' },
      Done: END,
      'Given up': { Type: 'Fail' },
    })
    expect(unreachedIn(counted)).toEqual([])
    const assigned = setOf(
      {
        Work: {
          Type: 'Task',
          Resource: F,
          Assign: {
            tries: '{% $exists($tries) ? $tries + 1 : 1 %}',
            text: "{% 'try ' & ($exists($tries) ? $tries : 0) %}",
            status: '{% $states.result.status %}',
          },
          Next: 'Done?',
        },
        'Done?': {
          Type: 'Choice',
          Choices: [
            { Condition: "{% $status = 'OK' %}", Next: 'Done' },
            { Condition: '{% $tries >= 30 %}', Next: 'Given up' },
          ],
          Default: 'Work',
        },
        Done: END,
        'Given up': { Type: 'Fail' },
      },
      { QueryLanguage: 'JSONata' },
    )
    expect(unreachedIn(assigned)).toEqual([])
  })

  it('are as many items as the second one needs', () => {
    const index = { Variable: '$.index', NumericEquals: 1, Next: 'Second' }
    const set = setOf({
      Each: {
        Type: 'Map',
        ItemsPath: '$.items',
        ItemSelector: { 'index.$': '$$.Map.Item.Index' },
        ItemProcessor: {
          StartAt: 'Which',
          States: { Which: { Type: 'Choice', Choices: [index], Default: 'First' }, First: END, Second: END },
        },
        End: true,
      },
    })
    expect(unreachedIn(set)).toEqual([])
  })

  it('do not lead past a template that States.Format refuses', () => {
    const format = (template: string): Json => ({ Type: 'Pass', Parameters: { 'text.$': template }, Next: 'End' })
    const behind = (template: string, scenario?: Scenario): readonly string[] =>
      unreachedIn(setOf({ Format: format(template), End: END }, {}, scenario))
    expect(behind('States.Format(\'{"id": {}}\', $.id)')).toEqual(['End'])
    expect(behind("States.Format('{} and {}', $.id)")).toEqual(['End'])
    expect(behind('States.Format($.text, $.id)', { input: { text: '}{}', id: 1 } })).toEqual(['End'])
    expect(behind(String.raw`States.Format('\{{}\}', $.id)`)).toEqual([])
  })

  it('feed an ItemReader of every kind', () => {
    const reader = (config: Json): Json => ({
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig: config,
      Parameters: { Bucket: 'b', Key: 'k' },
    })
    const configs: readonly Json[] = [
      { InputType: 'JSON' },
      { InputType: 'JSONL' },
      { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
      { InputType: 'MANIFEST' },
    ]
    for (const config of configs) {
      const set = setOf({
        Each: {
          Type: 'Map',
          ItemReader: reader(config),
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
            StartAt: 'Work',
            States: { Work: { Type: 'Task', Resource: F, Parameters: { 'key.$': '$.Key' }, End: true } },
          },
          End: true,
        },
      })
      expect([config, unreachedIn(set)]).toEqual([config, []])
    }
  })
})

describe('errors', () => {
  const refunding = {
    Charge: {
      Type: 'Task',
      Resource: F,
      Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }],
      Catch: [
        { ErrorEquals: ['Card.Declined'], ResultPath: '$.error', Next: 'Tell' },
        { ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Parse' },
      ],
      Next: 'Ship',
    },
    Ship: {
      Type: 'Task',
      Resource: F,
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Refund' }],
      End: true,
    },
    Refund: {
      Type: 'Task',
      Resource: F,
      Parameters: { 'id.$': '$.id' },
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Alarm' }],
      End: true,
    },
    Tell: { Type: 'Task', Resource: F, Parameters: { 'mail.$': '$.customer.mail' }, End: true },
    Parse: { Type: 'Pass', Parameters: { 'cause.$': 'States.StringToJson($.error.Cause)' }, Next: 'Kind' },
    Kind: {
      Type: 'Choice',
      Choices: [{ Variable: '$.cause.kind', StringEquals: 'late', Next: 'Late' }],
      Default: 'Other',
    },
    Late: END,
    Other: END,
    Alarm: { Type: 'Fail', Error: 'Alarm' },
  } satisfies Record<string, Json>

  it('lead to what lies behind catchers, also behind those of handlers, with values that handlers need', async () => {
    const set = setOf(refunding)
    expect(unreachedIn(set)).toEqual([])
    expect(reachedByErrors(set)).toEqual(['Refund', 'Tell', 'Parse', 'Kind', 'Late', 'Other', 'Alarm'])
    expect(await falseClaims({ StartAt: 'Charge', States: refunding }, set)).toEqual([])
    expect(scenarioReaching(set, 'Alarm')?.faults).toHaveLength(2)
    expect(scenarioReaching(set, 'Tell')?.text).toMatch(/^aslx:1;base=[0-9a-f]{8};Charge#1=Card\.Declined\*3;seed=0$/)
  })

  it('strike inside a Map or Parallel, and a Fail inside is an error, too', () => {
    const branch = (states: Record<string, Json>): Json => ({ StartAt: Object.keys(states)[0] ?? '', States: states })
    const set = setOf({
      Both: {
        Type: 'Parallel',
        Branches: [
          branch({ Work: { Type: 'Task', Resource: F, End: true } }),
          branch({
            Ask: {
              Type: 'Choice',
              Choices: [{ Variable: '$.stop', BooleanEquals: true, Next: 'Stop' }],
              Default: 'Go',
            },
            Stop: { Type: 'Fail', Error: 'Stopped' },
            Go: { Type: 'Pass', End: true },
          }),
        ],
        Catch: [
          { ErrorEquals: ['Stopped'], Next: 'WasStopped' },
          { ErrorEquals: ['States.ALL'], Next: 'Broke' },
        ],
        End: true,
      },
      WasStopped: END,
      Broke: END,
    })
    expect(unreachedIn(set)).toEqual([])
    expect(reachedByErrors(set)).toEqual(['Broke'])
  })
})

describe('what is not reached', () => {
  it('says what stands in the way', () => {
    const { states } = setOf({
      Fix: { Type: 'Pass', Result: { v: 1 }, Next: 'Ask' },
      Ask: { Type: 'Choice', Choices: [{ Variable: '$.v', NumericEquals: 2, Next: 'Two' }], Default: 'Done' },
      Two: { Type: 'Pass', Next: 'Three' },
      Three: { Type: 'Pass', Next: 'Done' },
      Done: END,
    })
    expect(states.flatMap(({ state, because }) => (because === undefined ? [] : [[state, because]]))).toEqual([
      ['Two', 'no values were found for rule 1 of the Choice "Ask": $.v NumericEquals 2'],
      ['Three', '"Two", which leads here, is not reached'],
    ])
  })

  it('is told as broken where no run ends as it means to', () => {
    const broken = setOf({
      Fix: { Type: 'Pass', Result: {}, Next: 'Read' },
      Read: { Type: 'Pass', InputPath: '$.x', End: true },
    })
    expect(broken.broken?.reason).toContain("Invalid path '$.x'")
    expect(broken.broken?.give).toBe('the input: --input')
    expect(setOf({ Stop: { Type: 'Fail', Error: 'Meant' } }).broken).toBeUndefined()
  })
})

describe('the set', () => {
  const polling = {
    Poll: { Type: 'Task', Resource: F, ResultPath: '$.job', Next: 'Ready?' },
    'Ready?': {
      Type: 'Choice',
      Choices: [{ Variable: '$.job.ok', BooleanEquals: true, Next: 'Done' }],
      Default: 'Poll',
    },
    Done: END,
  } satisfies Record<string, Json>

  it('is the same every time, and its bases name its runs', () => {
    const [one, other] = [setOf(polling), setOf(polling)]
    expect(JSON.stringify(one.runs)).toBe(JSON.stringify(other.runs))
    for (const run of one.runs) expect(runOfBase(one, run.base)).toBe(run)
  })

  it('makes up nothing of what is given', () => {
    const set = setOf(
      {
        Ask: { Type: 'Choice', Choices: [{ Variable: '$.v', StringEquals: 'a', Next: 'A' }], Default: 'B' },
        A: END,
        B: END,
      },
      {},
      { input: { v: 'b' } },
    )
    expect(unreachedIn(set)).toEqual(['A'])
    expect(set.runs[0]?.scenario.input).toEqual({ v: 'b' })
    const mocked = setOf(polling, {}, { tasks: { Poll: returns({ ok: true, more: 1 }) } })
    expect(mocked.runs[0]?.scenario.tasks).toEqual({ Poll: returns({ ok: true, more: 1 }) })
  })

  it('gives up a loop that no value ends', () => {
    const set = setOf({
      Go: { Type: 'Pass', Result: { done: false }, Next: 'Done?' },
      'Done?': { Type: 'Choice', Choices: [{ Variable: '$.done', BooleanEquals: true, Next: 'Done' }], Default: 'Go' },
      Done: END,
    })
    expect(set.broken?.reason).toBe('no end after 4000 events: a loop that nothing leaves')
  })
})
