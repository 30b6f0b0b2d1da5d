import { readdirSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { isObject, type Json, type JsonObjectBuilder, member, pointer, setMember } from '../../../asl/json.js'
import type { LocateSource, SourcePosition } from '../../../asl/positions.js'
import { splitName } from '../../../iac/split-source.js'
import { loadMockConfig } from '../mock-config/read-mock-config.js'
import { loadScenarioFile } from '../load-scenario.js'
import { type Scenario, mergeScenarios } from '../scenario.js'
import { type ScenarioFile, SCENARIO_KEYS, readScenarioFile } from '../scenario-file.js'
import type { Expectation } from './expectation.js'
import { type Part, positionAround } from './part.js'
import { readExpect } from './read-expect.js'
import type { MockReference, SuiteCase } from './suite.js'

/** A case as it stands in a file, or the file itself as what all its cases share. */
export interface CaseParts {
  readonly file: string
  readonly part: Part
  readonly locate: LocateSource
  /** The name, where the case is a member of `cases`. */
  readonly key?: string
  /** The number of its row in a table, from 1. */
  readonly row?: number
  readonly rowPart?: Part
  /** The file has no `cases`: it is its own case. */
  readonly isWholeFile?: boolean
  /** Of what all cases share: scenarios that were read for a case before, by what they are read from. */
  readonly known?: Map<string, ScenarioFile>
}

/** A case, with what it does not say taken from its file. UserError, with the place, for a mistake in either. */
export function readCase(own: CaseParts, shared: CaseParts): SuiteCase {
  const layers = own.isWholeFile ? [own] : [own, shared]
  const find = (key: string): Part | undefined => layers.map(({ part }) => part.member(key)).find((part) => part)
  const base = baseScenario(find('scenario'), own.file, shared.known)
  const written = layers.map((layer) => knownOr(layer.known, layer.part.pointer, () => ownScenario(layer)))
  const scenarios = [...written, ...(base ? [base] : [])]
  const mocks = find('mocks')
  const machine = find('machine')
  const place = (own.rowPart ?? own.part).pointer
  return {
    file: own.file,
    name: nameOf(own),
    at: positionAround(own.rowPart ? shared.locate : own.locate, place),
    machine: machine
      ? beside(own.file, machine.text('the source of a machine, e.g. template.yaml#Orders'))
      : sourceOf(own),
    scenario: scenarios.toReversed().reduce<Scenario>((under, { scenario }) => mergeScenarios(under, scenario), {}),
    scenarioAt: (part) => firstPosition(scenarios, part),
    ...(mocks && { mocks: readMocks(mocks, own.file) }),
    ...expectationsOf(layers, mocks !== undefined),
  }
}

/** What a case without any expectation is held to. Mocks of Step Functions Local alone only have to fit the run. */
function expectationsOf(
  layers: readonly CaseParts[],
  hasMocks: boolean,
): { readonly expectations: readonly Expectation[]; readonly locate: LocateSource } {
  const [first] = layers
  const saying = layers.find(({ part }) => part.member('expect'))
  const expect = saying?.part.member('expect')
  if (saying && expect) return { expectations: readExpect(expect), locate: saying.locate }
  const none: Expectation = { kind: 'succeeds', pointer: first?.part.pointer ?? '' }
  return { expectations: hasMocks ? [] : [none], locate: first?.locate ?? (() => undefined) }
}

function nameOf({ part, key, row, file, isWholeFile }: CaseParts): string {
  if (isWholeFile) return basename(file)
  const name = key !== undefined ? key : part.member('name')?.text('a text')
  if (name === undefined || name.trim() === '') throw part.mistake('needs a name')
  return row === undefined ? name : `${name} [${row}]`
}

/** The members of a layer that are a scenario, read as a scenario file is. */
function ownScenario({ part, locate, file }: CaseParts): ScenarioFile {
  const built: JsonObjectBuilder = {}
  for (const key of SCENARIO_KEYS) {
    const value: Json | undefined = isObject(part.value) ? member(part.value, key) : undefined
    if (value !== undefined) setMember(built, key, value)
  }
  return readScenarioFile({ value: built, locate: (at) => positionAround(locate, part.pointer + at) }, file)
}

function baseScenario(part: Part | undefined, file: string, known: CaseParts['known']): ScenarioFile | undefined {
  if (!part) return undefined
  const path = beside(file, part.text('the name of a scenario file'))
  return part.checked(() => knownOr(known, path, () => loadScenarioFile(path)))
}

function knownOr(known: CaseParts['known'], key: string, read: () => ScenarioFile): ScenarioFile {
  const before = known?.get(key)
  if (before) return before
  const written = read()
  known?.set(key, written)
  return written
}

function firstPosition(scenarios: readonly ScenarioFile[], part: string): SourcePosition | undefined {
  const [, key = ''] = part.split('/')
  for (const { scenario, locate } of scenarios) {
    const value = Object.hasOwn(scenario, key) ? scenario[key as keyof Scenario] : undefined
    const [, , state] = part.split('/')
    const isList = Array.isArray(value)
    const has = value !== undefined && (isList || state === undefined || hasPointed(value, state))
    if (has) return locate(part)
  }
  return undefined
}

function hasPointed(value: unknown, step: string): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.keys(value).some((key) => pointer('', key) === `/${step}`)
}

/** `MockConfigFile.json#Case`: a test case of Step Functions Local. */
function readMocks(part: Part, file: string): MockReference {
  const text = part.text('a test case such as MockConfigFile.json#RetryPath')
  const { file: mocks, name: testCase } = splitName(text)
  if (!testCase) throw part.mistake('must name a test case, e.g. MockConfigFile.json#RetryPath')
  return { config: part.checked(() => loadMockConfig(beside(file, mocks))), testCase }
}

function beside(file: string, path: string): string {
  return isAbsolute(path) ? path : join(dirname(file), path)
}

/** The source that a scenario file stands beside: `template.yaml` beside `template.aslx.yaml`. */
function sourceOf({ file, part }: CaseParts): string {
  const stem = basename(file).replace(/\.aslx\.[^.]+$/, '')
  const sources = readdirSync(dirname(file))
    .filter((name) => name.replace(/\.[^.]+$/, '') === stem && name !== basename(file) && !/\.aslx\.\w+$/.test(name))
    .sort()
  const [source, second] = sources
  if (source !== undefined && second === undefined) return join(dirname(file), source)
  const why =
    source === undefined ? `and there is no ${stem}.* beside it` : `and both ${source} and ${second} are beside it`
  throw part.mistake(`names no machine, ${why}: add machine: template.yaml#Name`)
}
