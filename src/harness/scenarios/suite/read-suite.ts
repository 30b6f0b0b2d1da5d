import { isArray, isObject, type Json } from '../../../asl/json.js'
import type { Located } from '../../../asl/parse.js'
import type { LocateSource } from '../../../asl/positions.js'
import { type ErrorPlace, UserError } from '../../../asl/user-error.js'
import { SCENARIO_KEYS, SIMULATION_ONLY_KEYS } from '../scenario-file.js'
import { readDataFile } from '../data-file.js'
import { fillRow } from './fill-row.js'
import { Part } from './part.js'
import { type CaseParts, readCase } from './read-case.js'
import type { Suite, SuiteCase } from './suite.js'

/**
 * What a suite may say besides its scenario. What only `aslx simulate` looks at may stand there as well.
 * @internal for tests
 */
export const SUITE_KEYS = [
  '$schema',
  'machine',
  'scenario',
  'mocks',
  'expect',
  'cases',
  ...SCENARIO_KEYS,
  ...SIMULATION_ONLY_KEYS,
] as const
/**
 * What a case may say besides its own scenario.
 * @internal for tests
 */
export const CASE_KEYS = ['name', 'table', 'machine', 'scenario', 'mocks', 'expect', ...SCENARIO_KEYS] as const

/** A file with more cases than this is refused, table rows counted. */
const MOST_CASES = 10_000

/**
 * Reads a file of cases, YAML or JSON. A scenario file without `cases` is a suite of one case, which must succeed unless it
 * says what it expects. UserError for a file that cannot be read; mistakes of single cases are in `mistakes`.
 */
export function loadSuite(file: string): Suite {
  return readSuite(readDataFile(file, 'a suite of cases (YAML or JSON)'), file)
}

function readSuite({ value, locate }: Located<Json>, file: string): Suite {
  const root = new Part(value, { file, locate })
  if (!isObject(value)) throw root.mistake(`must be an object with ${SUITE_KEYS.slice(1).join(', ')}`)
  root.checkKeys(SUITE_KEYS, 'a suite')
  const shared: CaseParts = { file, part: root, locate, known: new Map() }
  const cases: SuiteCase[] = []
  const mistakes: UserError[] = []
  const names = new Set<string>()
  for (const written of writtenCases(root, locate, file)) {
    try {
      const read = readCase(written, shared)
      if (names.has(read.name))
        throw written.part.mistake(`has the name "${read.name}", as another case has: change one`)
      names.add(read.name)
      cases.push(read)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      mistakes.push(error)
    }
  }
  return { file, cases, mistakes: withoutRepeats(mistakes) }
}

/** What is wrong with what cases share is wrong in each of them, and told once. */
function withoutRepeats(mistakes: readonly UserError[]): readonly UserError[] {
  const keyed = mistakes.map((mistake) => {
    const { kind, what, at, parts, hint, nearest } = mistake
    return [JSON.stringify([kind, what, at, parts, hint, nearest]), mistake] as const
  })
  return [...new Map(keyed).values()]
}

/** The cases as they stand in the file, one for each row of a table. */
function writtenCases(root: Part, locate: LocateSource, file: string): readonly CaseParts[] {
  const cases = root.member('cases')
  if (!cases) return [{ file, part: root, locate, isWholeFile: true }]
  const what = 'a list of cases, or cases by name'
  if (!isArray(cases.value) && !isObject(cases.value)) throw cases.mistake(`must be ${what}`)
  const named = isArray(cases.value)
    ? cases.items(what).map((part) => ({ part, key: undefined }))
    : cases.members(what).map(([key, part]) => ({ part, key }))
  if (named.length === 0) throw cases.mistake('is empty: write a case, or leave it out')
  const all = named.flatMap(({ part, key }) => rowsOf(part, key, locate, file))
  if (all.length > MOST_CASES) throw cases.mistake(`has ${all.length} cases, and the limit is ${MOST_CASES}`)
  return all
}

function rowsOf(part: Part, key: string | undefined, locate: LocateSource, file: string): readonly CaseParts[] {
  part.checkKeys(CASE_KEYS, 'a case')
  const name = part.member('name')
  if (key !== undefined && name) throw name.mistake(`is "${key}" already, as the case's key`)
  const table = part.member('table')
  if (!table) return [{ file, part, locate, ...(key !== undefined && { key }) }]
  const rows = table.items('a list of rows such as { state: Ship, error: Carrier.Down }')
  if (rows.length === 0) throw table.mistake('is empty: write a row, or leave it out')
  const { table: _table, ...template } = isObject(part.value) ? part.value : {}
  const title = key ?? (typeof name?.value === 'string' ? name.value : '')
  const hasOwnNames = title.includes('${')
  const used = new Set<string>()
  const filled = rows.map((row, index): CaseParts => {
    if (!isObject(row.value)) throw row.mistake('must be a row such as { state: Ship, error: Carrier.Down }')
    const within: LocateSource = (at) => locate(part.pointer + at)
    const place = (at: string): ErrorPlace => new Part(null, { file, locate }, part.pointer + at).place()
    const made = fillRow(key === undefined ? template : { name: key, ...template }, row.value, within, place)
    for (const column of made.used) used.add(column)
    const source = { file, locate: made.locate }
    return { ...source, part: new Part(made.value, source), rowPart: row, ...(!hasOwnNames && { row: index + 1 }) }
  })
  checkColumns(rows, used)
  return filled
}

/** A column that no placeholder names is a slip. */
function checkColumns(rows: readonly Part[], used: ReadonlySet<string>): void {
  for (const row of rows) {
    for (const [column, part] of row.members('a row')) {
      if (!used.has(column))
        throw part.mistake(`is a column that the case never uses: write \${${column}} in it, or remove it`)
    }
  }
}
