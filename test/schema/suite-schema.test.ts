import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseData } from '../../src/asl/parse.js'
import { UserError } from '../../src/asl/user-error.js'
import { CALL_KEYS, CATCH_KEYS, RETRY_KEYS } from '../../src/harness/scenarios/suite/read-expect-state.js'
import { EXPECT_KEYS, FAILS_KEYS, STATUSES, TAKES_KEYS } from '../../src/harness/scenarios/suite/read-expect.js'
import { CASE_KEYS, loadSuite, SUITE_KEYS } from '../../src/harness/scenarios/suite/read-suite.js'
import { orders } from '../e2e/machines.js'
import { folderWith } from '../e2e/workspace.js'
import { isValid, type Schema } from './json-schema.js'

const ROOT = join(import.meta.dirname, '../..')
const schema = JSON.parse(readFileSync(join(ROOT, 'schema/aslx-suite.schema.json'), 'utf8')) as Schema

/** The members of a definition, or of that of its alternatives that is an object. */
function membersOf(name: string): readonly string[] {
  const found = name === '' ? schema : schema.$defs?.[name]
  const alternatives = [found, ...(found?.anyOf ?? [])]
  return Object.keys(alternatives.find((one) => one?.properties)?.properties ?? {}).sort()
}

function textOf(...path: readonly string[]): string {
  return readFileSync(join(ROOT, ...path), 'utf8')
}

describe('the schema of suites', () => {
  it.each([
    ['', SUITE_KEYS],
    ['case', CASE_KEYS],
    ['expect', EXPECT_KEYS],
    ['retry', RETRY_KEYS],
    ['catch', CATCH_KEYS],
    ['call', CALL_KEYS],
  ])('has the members that are read: %s', (name, keys) => {
    expect(membersOf(name)).toEqual([...keys].sort())
  })

  it('has the statuses, and the members within an expectation, that are read', () => {
    const { status, fails, takes } = schema.$defs?.['expect']?.properties ?? {}
    expect(status?.anyOf?.[0]?.enum).toEqual(STATUSES)
    expect(Object.keys(fails?.anyOf?.[2]?.properties ?? {})).toEqual(FAILS_KEYS)
    expect(Object.keys(takes?.anyOf?.[1]?.properties ?? {})).toEqual(TAKES_KEYS)
  })

  const written = readdirSync(join(ROOT, 'machines'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.aslx\.(?:yaml|json)$/.test(path))
    .sort()

  it.each(written)('fits machines/%s', (path) => {
    expect(isValid(parseData(textOf('machines', path), path), schema)).toBe(true)
  })

  it('is published', () => {
    const { files } = JSON.parse(textOf('package.json')) as { files: readonly string[] }
    expect(files).toContain('schema')
  })
})

/** Whether the reader takes a suite of the order machine. */
function isRead(suite: unknown): boolean {
  const folder = folderWith({ 'orders.json': orders, 's.aslx.json': suite })
  try {
    return loadSuite(join(folder, 's.aslx.json')).mistakes.length === 0
  } catch (error) {
    if (error instanceof UserError) return false
    throw error
  }
}

describe('the schema and the reader agree on', () => {
  const machine = 'orders.json'
  const expecting = (expectation: unknown): object => ({ machine, expect: expectation })
  it.each<[boolean, unknown]>([
    [true, { machine }],
    [true, { machine, cases: { a: {} } }],
    [true, { machine, cases: [{ name: 'a', seed: 1, tasks: { Ship: [{ returns: 1, times: 2 }, { hangs: true }] } }] }],
    [true, { machine, tasks: { Ship: { fails: { error: 'X', cause: 'y' }, delay: '1s' } }, faults: ['oom@Ship'] }],
    [
      true,
      expecting({ fails: { error: 'X' }, retries: { Ship: 'none', Charge: { times: 1, delays: ['2s', 5], on: 'X' } } }),
    ],
    [
      true,
      expecting({
        succeeds: { a: 1 },
        visits: ['Ship'],
        effects: { Ship: 0, duplicates: 'none' },
        takes: { atMost: 5 },
      }),
    ],
    [
      true,
      expecting({
        catches: { Ship: [{ on: 'X', item: [0, 1] }, 'Y', true] },
        calls: { Ship: { with: {}, attempt: 2 } },
      }),
    ],
    [false, []],
    [false, { machine, cases: [] }],
    [false, { machine, cases: {} }],
    [false, { machine: 5 }],
    [false, { machine, seed: -1 }],
    [false, { machine, profile: 'x' }],
    [false, { machine, tasks: { Ship: { returns: 1, fails: 'X' } } }],
    [false, { machine, tasks: { Ship: { hangs: true, delay: 1 } } }],
    [false, { machine, tasks: { Ship: [] } }],
    [false, expecting({})],
    [false, expecting({ status: 'OK' })],
    [false, expecting({ retries: { Ship: { tims: 1 } } })],
    [false, expecting({ retries: { Ship: -1 } })],
    [false, expecting({ retries: { Ship: null } })],
    [false, expecting({ visits: { Ship: 'x' } })],
    [false, expecting({ path: [] })],
    [false, expecting({ takes: {} })],
    [false, expecting({ effects: { Ship: -1 } })],
    [false, expecting({ fails: false })],
    [false, expecting({ catches: { Ship: false } })],
  ])('%s for %j', (isGood, suite) => {
    expect([isValid(suite, schema), isRead(suite)]).toEqual([isGood, isGood])
  })
})
