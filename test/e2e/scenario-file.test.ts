import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aslx, refusal } from './fake-io.js'
import { lambdaTask, orders, template } from './machines.js'
import { folderWith } from './workspace.js'

/** What `aslx run` says of the order machine with this scenario. */
async function refused(text: string, name = 's.yaml'): Promise<string> {
  const folder = folderWith({ 'a.json': orders, [name]: text })
  return refusal(['run', join(folder, 'a.json'), '--scenario', join(folder, name)], folder)
}

describe('a scenario file is refused in one line, with the place', () => {
  it.each([
    ['', 's.yaml: it is empty; check that this is the right file'],
    [
      '- a',
      's.yaml:1:1: a scenario is an object with input, tasks, resources, faults, models, seed, startAt, profile, s3, onUnmockedTask',
    ],
    ['seed: 1\ninptu: {}', 's.yaml:2:1: inptu is no part of a scenario; did you mean "input"?'],
    ['tasks:\n  Shp: {returns: 1}', 's.yaml:2:3: a has no state "Shp"; did you mean "Ship"?'],
    [
      'tasks:\r\n  Ship: {returns: 1}\r\n  Paint: {returns: 1}\r\n',
      's.yaml:3:3: a has no state "Paint"; it has Charge, Ship, Refund, Done',
    ],
    [
      'tasks:\n  Done: {returns: 1}',
      's.yaml:2:3: state "Done" of a is a Succeed, and only a Task, or a Map with an ItemReader, can be answered or struck',
    ],
    ['tasks:\n  __proto__: {returns: 1}', 's.yaml:2:3: a has no state "__proto__"; it has Charge, Ship, Refund, Done'],
    ['tasks:\n  Ship: {retruns: 1}', 's.yaml:2:3: tasks.Ship has an unknown member "retruns"; did you mean "returns"?'],
    [
      'tasks:\n  Ship:\n    - {returns: 1, fails: X}',
      's.yaml:2:3: tasks.Ship[0] must have exactly one of returns, fails or hangs',
    ],
    [
      'tasks:\n  Ship: {returns: 1, delay: 2x}',
      's.yaml:2:3: tasks.Ship: not a duration: "2x"; write whole milliseconds, or a text such as "90s", "2m" or "1h 30m"',
    ],
    ['faults:\n  - oom@Charge\n  - oom@Shp', 's.yaml:3:5: a has no state "Shp"; did you mean "Ship"?'],
    ['faults: [oops]', 's.yaml:1:10: faults[0]: there is no fault "oops" (aslx faults lists them all)'],
    ['seed: -1', 's.yaml:1:1: the seed must be a whole number from 0, and it is -1'],
    ['startAt: yesterday', 's.yaml:1:1: startAt must be a time such as 2030-01-01T00:00:00Z, and it is yesterday'],
    ['profile: x', 's.yaml:1:1: profile must be one of recorded, documented'],
    ['s3: {bucket: {key: 5}}', 's.yaml:1:15: s3.bucket.key must be text, or { base64: ... } with bytes'],
    ['input: {<<: 5}', 's.yaml: not valid YAML: Merge sources must be maps or map aliases; correct the file'],
    ['input: &a [*a]', 's.yaml:1:12: the value is nested more than 200 levels deep; make it plain JSON data'],
    [
      `input: ${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      's.yaml:1:208: nested more than 200 levels deep; make it flatter',
    ],
  ])('%j', async (text, message) => {
    expect(await refused(text)).toBe(`2 aslx: ${message}\n`)
  })

  it('in JSON as well', async () => {
    expect(await refused('{"input": {}, "seed": "x"}', 's.json')).toBe('2 aslx: s.json:1:15: seed must be a number\n')
    expect(await refused('input: 1', 's.json')).toBe(
      '2 aslx: s.json:1:1: not valid JSON: expected a value, found "input: 1"; correct the file here\n',
    )
  })
})

describe('a scenario file', () => {
  it('beside the source, of the same name, is found by itself', async () => {
    const folder = folderWith({ 'a.json': orders, 'a.aslx.yaml': 'tasks: {Charge: {returns: {Payload: mine}}}' })
    expect((await aslx(['run', join(folder, 'a.json')])).out).toContain('mine')
  })

  it('may hold text with a byte order mark, CRLF and tags', async () => {
    expect(await refused('\uFEFFinput: !!set {a, b}\r\ntasks:\r\n  Ship: {returns: !!binary aGk=}\r\n')).toBe('0 ')
  })

  it('cannot reach a prototype', async () => {
    expect(
      await refused('input: {"__proto__": {"polluted": 1}}\ntasks: {Ship: {returns: {"__proto__": {"a": 1}}}}'),
    ).toBe('0 ')
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  it('may serve all machines of a template, and tells of a state that none of them has', async () => {
    const returnsMachine = { StartAt: 'Collect', States: { Collect: lambdaTask({ End: true }) } }
    const scenario = { tasks: { Charge: { returns: 'c' }, Collect: { returns: 'k' } }, faults: ['oom@Collect.1'] }
    const folder = folderWith({
      't.json': template({ Orders: orders, Returns: returnsMachine }),
      't.aslx.json': scenario,
    })
    const machine = (name: string): Promise<string> => refusal(['run', join(folder, `t.json#${name}`)], folder)
    expect(await machine('Orders')).toBe('0 ')
    expect(await machine('Returns')).toBe('1 ')
    expect(await refusal(['inject', join(folder, 't.json'), '--fault', 'throttle'], folder)).toBe('1 ')

    const other = folderWith({
      't.json': template({ Orders: orders, Returns: returnsMachine }),
      't.aslx.yaml': 'tasks: {Paint: {returns: 1}}',
    })
    expect(await refusal(['inject', join(other, 't.json'), '--fault', 'oom'], other)).toBe(
      '2 aslx: t.aslx.yaml:1:9: Orders has no state "Paint"; it has Charge, Ship, Refund, Done\n',
    )
  })
})
