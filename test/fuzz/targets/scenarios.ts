import * as fc from 'fast-check'
import { isObject, type Json, member } from '../../../src/asl/json.js'
import { parseFault } from '../../../src/faults/fault.js'
import { parseScenario, printScenario } from '../../../src/faults/scenario-string.js'
import { machine } from '../../../src/harness/machines/typed-machine.js'
import { replay } from '../../../src/harness/scenarios/scenario.js'
import { parseDataText } from '../../../src/harness/scenarios/data-file.js'
import { readScenarioFile } from '../../../src/harness/scenarios/scenario-file.js'
import { spoilt, values } from '../hostile.js'
import { mutated, mutationsWith } from '../mutate.js'
import { BrokenLaw, type Target } from '../target.js'

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:f'
const RETRY = [{ ErrorEquals: ['States.ALL'], MaxAttempts: 2 }]
const ASK = {
  StartAt: 'Ship',
  States: { Ship: { Type: 'Task', Resource: FUNCTION, TimeoutSeconds: 5, Retry: RETRY, End: true } },
}
const ORDERS = machine({
  StartAt: 'Charge',
  States: {
    Charge: { Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', TimeoutSeconds: 9, Retry: RETRY, Next: 'Each' },
    Each: { Type: 'Map', ItemsPath: '$$.Execution.Input.items', ItemProcessor: ASK, End: true },
  },
})

const NAMES = [
  'lambda-oom',
  'oom',
  'lambda-timeout',
  'task-timeout',
  's3-slowdown',
  'nothing',
  'Runtime.ExitError',
  'A',
]
const SITES = [
  'Charge',
  'Ship',
  'Ship[0]',
  'Ship[*]',
  'Ship[1].2',
  'Charge.1..2',
  'Charge#1',
  'Charge#2.1',
  'Ch*',
  '*',
  '"Charge"',
  '"Sh\\"ip"',
  'Nowhere',
  'Ship[0][1]',
  'Charge.1..',
  'Charge.99999999999999999999',
]
const faultTexts = fc
  .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...SITES))
  .map(([name, site]) => `${name}@${site}`)
const strikes = fc
  .tuple(
    fc.constantFrom(...SITES),
    fc.constantFrom(...NAMES, '"a;b"'),
    fc.constantFrom('', '*1', '*2', '*999999999', '*0'),
  )
  .map(([site, name, times]) => `${site}=${name}${times}`)
const strings = fc
  .tuple(fc.array(strikes, { maxLength: 3 }), fc.constantFrom('0', '7', '-1', '99999999999999999999'))
  .map(([entries, seed]) => ['aslx:1', 'base=9e29ed2b', ...entries, `seed=${seed}`].join(';'))
const PIECES = [
  ';',
  '=',
  '*',
  '#',
  '.',
  '..',
  '[',
  ']',
  '@',
  '"',
  '\\',
  '('.repeat(50),
  '*'.repeat(40),
  'aslx:2',
  'order=1',
]

const WRITTEN: Json = {
  input: { items: [1, 2] },
  tasks: {
    Charge: [{ fails: { error: 'A', cause: 'c' } }, { returns: 1, delay: '2s' }],
    Ship: [{ fails: 'A', times: 2 }, { returns: { ok: true } }],
  },
  faults: ['oom@Charge.1'],
  seed: 7,
  startAt: '2030-01-01T00:00:00Z',
  profile: 'recorded',
  onUnmockedTask: 'infer',
  s3: { bucket: { key: 'text' } },
}
const PARTS: readonly (readonly [string, Json])[] = [
  ['hangs', true],
  ['returns', null],
  ['fails', 'States.ALL'],
  ['times', 3],
  ['times', 0],
  ['delay', '1h'],
  ['delay', -1],
  ['delay', '1e9d'],
  ['delay', 1e300],
  ['seed', 1.5],
  ['startAt', '9999-12-31T23:59:59Z'],
  ['startAt', '0000-01-01T00:00:00Z'],
  ['faults', ['lambda-timeout@Ship[0].1..2', 'oom@*']],
  ['profile', 'documented'],
  ['tasks', { Each: { returns: 1 } }],
  ['onUnmockedTask', 'error'],
  ['limits', {}],
  ['tasks', {}],
]

/** Scenario files, scenario strings and faults as text, against one machine. */
export const scenarios: Target = {
  name: 'scenarios',
  slice: 400,
  cases: fc.oneof(
    fc.record({ written: mutationsWith(PARTS).map((mutations) => mutated(WRITTEN, mutations)) }),
    fc.record({ text: fc.oneof(strings, spoilt(strings, PIECES)) }),
    fc.record({ fault: fc.oneof(faultTexts, spoilt(faultTexts, PIECES)) }),
    fc.record({ written: values }),
  ),
  async run(given) {
    const parts = isObject(given) ? given : {}
    const [text, fault] = [member(parts, 'text'), member(parts, 'fault')]
    if (typeof text === 'string') return runString(text)
    if (typeof fault === 'string') return runFault(fault)
    const located = parseDataText(JSON.stringify(member(parts, 'written') ?? null), 'case.json')
    const { scenario } = readScenarioFile(located, 'case.json')
    return JSON.stringify(await ORDERS.run({ ...scenario, limits: { historyEvents: 300 } }))
  },
}

const USUAL = { input: { items: [1, 2] }, onUnmockedTask: 'infer', limits: { historyEvents: 300 } } as const

async function runString(text: string): Promise<string> {
  const parsed = parseScenario(text)
  const printed = printScenario(parsed)
  if (printScenario(parseScenario(printed)) !== printed)
    throw new BrokenLaw(`a scenario string prints as it is read: ${printed}`)
  const run = await ORDERS.trial({ ...USUAL, ...replay(text, { rebase: true }) })
  return JSON.stringify([printed, run])
}

async function runFault(text: string): Promise<string> {
  const printed = String(parseFault(text))
  if (String(parseFault(printed)) !== printed) throw new BrokenLaw(`a fault prints as it is read: ${printed}`)
  return JSON.stringify([printed, await ORDERS.trial({ ...USUAL, faults: [text] })])
}
