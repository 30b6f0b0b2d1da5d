import * as fc from 'fast-check'
import { isObject, type Json } from '../../../src/asl/json.js'
import { values } from '../hostile.js'
import { mutated, mutationsWith } from '../mutate.js'
import { type Played, play } from '../play.js'
import type { Target } from '../target.js'

const TASK = { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke' }

/** Reads its input in every way that JSONPath machines have. */
const WITH_PATHS: Json = {
  StartAt: 'Shape',
  States: {
    Shape: {
      Type: 'Pass',
      Parameters: { 'all.$': '$', 'a.$': '$.a', 'deep.$': '$..n', 'text.$': "States.Format('{} {}', $.a, $.n)" },
      ResultPath: '$.shaped',
      Next: 'Which',
    },
    Which: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.n', NumericGreaterThan: 1, Next: 'Each' },
        { Variable: '$.a', StringMatches: '*a*\\**', Next: 'Each' },
        {
          And: [
            { Variable: '$.t', IsTimestamp: true },
            { Variable: '$.t', TimestampLessThanPath: '$.n' },
          ],
          Next: 'Each',
        },
        { Variable: '$.a', IsPresent: true, Next: 'Rest' },
      ],
      Default: 'Each',
    },
    Rest: { Type: 'Wait', SecondsPath: '$.n', Next: 'Each' },
    Each: {
      Type: 'Map',
      ItemsPath: '$.list',
      ItemSelector: { 'v.$': '$$.Map.Item.Value', 'n.$': 'States.MathAdd($.n, 1)' },
      ItemProcessor: {
        StartAt: 'Ask',
        States: { Ask: { ...TASK, Parameters: { FunctionName: 'f', 'Payload.$': '$' }, End: true } },
      },
      ResultPath: '$.list',
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Stop' }],
      End: true,
    },
    Stop: { Type: 'Fail', ErrorPath: '$.Error', CausePath: '$.Cause' },
  },
}

const WITH_JSONATA: Json = {
  QueryLanguage: 'JSONata',
  StartAt: 'Shape',
  States: {
    Shape: {
      Type: 'Pass',
      Assign: { n: '{% $states.input.n %}' },
      Output: {
        a: '{% $merge([$states.input, {"x": $sum($states.input.list)}]) %}',
        list: '{% $sort($states.input.list) %}',
      },
      Next: 'Each',
    },
    Each: {
      Type: 'Map',
      Items: '{% $states.input.list %}',
      MaxConcurrency: '{% $n %}',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
        StartAt: 'Ask',
        States: {
          Ask: { ...TASK, Arguments: { FunctionName: 'f', Payload: '{% $string($states.input) %}' }, End: true },
        },
      },
      ToleratedFailurePercentage: '{% $n %}',
      End: true,
    },
  },
}

const REPLIES: Json = [
  { kind: 'returns', output: { ok: true }, delayMs: 0 },
  { kind: 'fails', error: 'A', cause: 'c', delayMs: 10 },
]

const USUAL: Json = { a: 'banana', n: 2, list: [1, 2, 3], t: '2030-01-01T00:00:00Z' }
const PARTS: readonly (readonly [string, Json])[] = [
  ['a', 'x*'],
  ['n', 1.5],
  ['list', { k: 'v' }],
  ['t', 'never'],
  ['n', -1],
  ['list', []],
]

/** Whatever an execution may be given, to machines that look at every part of it. */
export const inputs: Target = {
  name: 'inputs',
  slice: 400,
  cases: fc.record({
    machine: fc.constantFrom('paths', 'jsonata', 'documented'),
    input: fc.oneof(
      values,
      mutationsWith(PARTS).map((mutations) => mutated(USUAL, mutations)),
    ),
  }),
  run(given) {
    const { machine, input = null } = isObject(given) ? given : {}
    const played: Played = {
      definition: machine === 'jsonata' ? WITH_JSONATA : WITH_PATHS,
      profile: machine === 'documented' ? 'documented' : 'recorded',
      input,
      seed: 1,
      replies: REPLIES,
    }
    return play(played)
  },
}
