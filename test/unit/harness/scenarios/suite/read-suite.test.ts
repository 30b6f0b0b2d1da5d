import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../../../../src/asl/user-error.js'
import { loadSuite } from '../../../../../src/harness/scenarios/suite/read-suite.js'
import { folderWith } from '../../../../e2e/workspace.js'
import { orders } from '../../../../e2e/machines.js'

/** Everything that is wrong with a suite of the order machine, without the folder. */
function mistakesIn(text: string): readonly string[] {
  const folder = folderWith({ 'orders.json': orders, 's.yaml': text })
  const plain = (message: string): string => message.replaceAll(`${folder}/`, '')
  try {
    return loadSuite(join(folder, 's.yaml')).mistakes.map(({ message }) => plain(message))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return [plain(error.message)]
  }
}

const HEAD = 'machine: orders.json\n'

describe('a suite is refused in one line, with the place', () => {
  it.each([
    ['- a', 's.yaml:1:1: it must be an object with machine, scenario, mocks, expect, cases, input, tasks'],
    [`${HEAD}case: []`, 's.yaml:2:1: case is no part of a suite; did you mean "cases"?'],
    [`${HEAD}cases: []`, 's.yaml:2:1: cases is empty: write a case, or leave it out'],
    [`${HEAD}cases: 5`, 's.yaml:2:1: cases must be a list of cases, or cases by name'],
    [`${HEAD}cases: [{}]`, 's.yaml:2:9: cases[0] needs a name'],
    [`${HEAD}cases: [{name: 5}]`, 's.yaml:2:10: cases[0].name must be a text'],
    [`${HEAD}cases: {a: {name: b}}`, 's.yaml:2:13: cases.a.name is "a" already, as the case\'s key'],
    [`${HEAD}cases: [{name: a}, {name: a}]`, 's.yaml:2:20: cases[1] has the name "a", as another case has: change one'],
    [`${HEAD}cases: {a: {exepct: {}}}`, 's.yaml:2:13: cases.a.exepct is no part of a case; did you mean "expect"?'],
    [`${HEAD}expect: {}`, 's.yaml:2:1: expect says nothing: it may have status, succeeds, fails'],
    [
      `${HEAD}expect: {succeds: true}`,
      's.yaml:2:10: expect.succeds is no part of an expectation; did you mean "succeeds"?',
    ],
    [
      `${HEAD}expect: {status: FAILLED}`,
      's.yaml:2:10: expect.status must be one of SUCCEEDED, FAILED, TIMED_OUT, ABORTED; did you mean "FAILED"?',
    ],
    [`${HEAD}expect: {succeeds: true, fails: X}`, 's.yaml:2:26: expect.fails cannot be there together with succeeds'],
    [`${HEAD}expect: {succeeds: false}`, 's.yaml:2:10: expect.succeeds must be true, or a part of the output'],
    [`${HEAD}expect: {retries: {Ship: {tims: 2}}}`, 's.yaml:2:27: expect.retries.Ship.tims is no part of how often'],
    [`${HEAD}expect: {retries: {Ship: {delays: [2x]}}}`, 's.yaml:2:36: not a duration: "2x"'],
    [
      `${HEAD}expect: {retries: {Ship: -1}}`,
      's.yaml:2:20: expect.retries.Ship must be how often, a whole number, or none',
    ],
    [`${HEAD}expect: {retries: {Ship: null}}`, 's.yaml:2:20: expect.retries.Ship says nothing of "Ship"'],
    [`${HEAD}expect: {visits: {Ship: many}}`, 's.yaml:2:19: expect.visits.Ship must be how often, from 0'],
    [`${HEAD}expect: {visits: []}`, 's.yaml:2:10: expect.visits must be a list of states, with one at least'],
    [`${HEAD}expect: {effects: {duplicates: some}}`, 's.yaml:2:20: expect.effects.duplicates must be one of none'],
    [`${HEAD}expect: {takes: {}}`, 's.yaml:2:10: expect.takes must have atLeast or atMost'],
    [
      `${HEAD}expect: {takes: {atLeast: 2s, atMost: 1s}}`,
      's.yaml:2:10: expect.takes has an atLeast that is more than its atMost',
    ],
    [
      `${HEAD}cases: {a: {tasks: {Ship: {retruns: 1}}}}`,
      's.yaml:2:21: tasks.Ship has an unknown member "retruns"; did you mean "returns"?',
    ],
    [`${HEAD}cases: {a: {faults: [oops]}}`, 's.yaml:2:22: faults[0]: there is no fault "oops"'],
    [`${HEAD}scenario: nowhere.yaml`, 's.yaml:2:1: nowhere.yaml: there is no such file'],
    [`${HEAD}mocks: Mock.json`, 's.yaml:2:1: mocks must name a test case, e.g. MockConfigFile.json#RetryPath'],
    ['expect: {succeeds: true}', 's.yaml:1:1: it names no machine, and there is no s.yaml.* beside it: add machine'],
    [`${HEAD}cases: {a: {table: []}}`, 's.yaml:2:13: cases.a.table is empty'],
    [`${HEAD}cases: {a: {table: [{x: 1}]}}`, 's.yaml:2:22: cases.a.table[0].x is a column that the case never uses'],
    [`${HEAD}cases: {'a \${y}': {table: [{x: 1}], seed: '\${x}'}}`, 's.yaml:2:9: the table has no column "y"'],
    [`${HEAD}cases: {a: {table: [{x: {}}], faults: ['oom@\${x}']}}`, 's.yaml:2:40: ${x} within a text must be a text'],
    [
      `${HEAD}cases: {a: {table: [{state: Ship}], expect: {retries: {'\${stat}': 1}}}}`,
      's.yaml:2:56: the table has no column "stat"; did you mean "state"?',
    ],
  ])('%j', (text, message) => {
    const [first = ''] = mistakesIn(text)
    expect(first.startsWith(message) ? message : first).toBe(message)
  })

  it('for every case that has a mistake, and for each once', () => {
    const text = `${HEAD}cases:\n  a: { seed: x }\n  b: { expect: {} }\n  c: {}\n`
    expect(mistakesIn(text)).toEqual([
      's.yaml:3:8: seed must be a number',
      expect.stringContaining('s.yaml:4:8: cases.b.expect says nothing'),
    ])
    expect(mistakesIn(`${HEAD}seed: x\ncases: { a: {}, b: {} }`)).toEqual(['s.yaml:2:1: seed must be a number'])
  })

  it('with a prototype in reach of nobody', () => {
    expect(mistakesIn(`${HEAD}cases: {__proto__: {seed: x}}`)).toEqual(['s.yaml:2:21: seed must be a number'])
    expect(mistakesIn(`${HEAD}expect: {retries: {__proto__: 1}}`)).toEqual([])
  })
})

describe('a suite', () => {
  const files = {
    'orders.json': orders,
    'base.yaml': 'input: {from: base}\ntasks: {Charge: {returns: base}, Ship: {returns: base}}\nseed: 1',
    's.aslx.yaml': [
      'machine: orders.json',
      'scenario: base.yaml',
      'seed: 2',
      'tasks: {Ship: {returns: file}}',
      'expect: {takes: 1s}',
      'cases:',
      '  plain: {}',
      '  own: {seed: 3, tasks: {Ship: {returns: case}}, expect: {takes: 2s}}',
      '  to ${state}:',
      '    table:',
      '      - {state: Ship, error: {error: X, cause: y}, item: [1, 2]}',
      '      - {state: Charge, error: Z, item: 3}',
      "    tasks: {'${state}': {fails: '${error}'}}",
      "    input: {price: '$${5}', at: 'to ${state}'}",
      "    expect: {retries: {'${state}': {item: '${item}', times: 1}}}",
      '  rows:',
      '    table: [{x: 1}, {x: 2}]',
      "    seed: '${x}'",
    ].join('\n'),
    'orders.aslx.yaml': 'tasks: {Charge: {returns: 1}}',
  }
  const folder = folderWith(files)
  const suite = loadSuite(join(folder, 's.aslx.yaml'))

  it('lays what a case says over its file, and that over the scenario file', () => {
    expect(suite.mistakes).toEqual([])
    expect(suite.cases.map(({ name, scenario }) => [name, scenario.seed])).toEqual([
      ['plain', 2],
      ['own', 3],
      ['to Ship', 2],
      ['to Charge', 2],
      ['rows [1]', 1],
      ['rows [2]', 2],
    ])
    const [plain, own] = suite.cases
    expect(plain?.scenario.tasks).toMatchObject({ Charge: { output: 'base' }, Ship: { output: 'file' } })
    expect(own?.scenario.tasks).toMatchObject({ Charge: { output: 'base' }, Ship: { output: 'case' } })
    expect(plain?.scenario.input).toEqual({ from: 'base' })
    expect(plain?.machine).toBe(join(folder, 'orders.json'))
  })

  it('holds a case to its own expectations, or else to those of its file', () => {
    expect(suite.cases.slice(0, 2).map(({ expectations }) => expectations)).toMatchObject([
      [{ kind: 'takes', atMost: 1000, pointer: '/expect/takes' }],
      [{ kind: 'takes', atMost: 2000, pointer: '/cases/own/expect/takes' }],
    ])
  })

  it('puts the values of a row in texts, in names and in place of whole values', () => {
    const [, , ship, charge] = suite.cases
    expect(ship?.scenario.tasks).toMatchObject({ Ship: { error: 'X', cause: 'y' } })
    expect(charge?.scenario.tasks).toMatchObject({ Charge: { error: 'Z' } })
    expect(ship?.scenario.input).toEqual({ price: '${5}', at: 'to Ship' })
    expect(charge?.expectations).toMatchObject([{ kind: 'retries', state: 'Charge', item: [3], times: 1 }])
    expect(ship?.at).toMatchObject({ line: 11 })
    expect(ship?.locate(ship.expectations[0]?.pointer ?? '')).toMatchObject({ line: 15, column: 24 })
  })

  it('of a scenario file alone is one case, beside its machine, which must succeed', () => {
    const [only, second] = loadSuite(join(folder, 'orders.aslx.yaml')).cases
    expect(second).toBeUndefined()
    expect(only).toMatchObject({
      name: 'orders.aslx.yaml',
      machine: join(folder, 'orders.json'),
      expectations: [{ kind: 'succeeds' }],
    })
  })
})
