import { isObject, type Json, type JsonObject, member, pointer } from '../../../asl/json.js'
import { nearestOr } from '../../../asl/suggest.js'
import { UserError } from '../../../asl/user-error.js'
import { readSourceFile } from '../../../iac/source-file.js'
import { parseDataText } from '../data-file.js'
import { readEntries } from './mock-entries.js'
import type {
  LocatedMockConfig,
  MockCase,
  MockConfig,
  MockedMachine,
  MockedResponse,
  Reader,
  TextForm,
} from './mock-config.js'

/**
 * Reads a `MockConfigFile.json`. UserError, with the place, for what does not fit together in it.
 * @example
 * loadMockConfig('MockConfigFile.json').config.machines.map(({ name }) => name) // => ['order']
 */
export function loadMockConfig(path: string): LocatedMockConfig {
  return readMockConfig(readSourceFile(path, 'a MockConfigFile.json'), path)
}

/**
 * As `loadMockConfig`, from a text; `file` stands for it in messages.
 * @internal for tests
 */
export function readMockConfig(text: string, file: string): LocatedMockConfig {
  const { value, locate } = parseDataText(text, file, { jsonOnly: true })
  const reader: Reader = {
    at: (...keys) => locate(pointer('', ...keys)) ?? { file },
  }
  if (!isObject(value)) throw new UserError('usage', `a mock configuration is an object`, { at: reader.at() })
  checkMembers(value, ['StateMachines', 'MockedResponses', 'MockedResponse'], [], reader)
  const responsesKey = responsesKeyOf(value, reader)
  const responses = readResponses(value, responsesKey, reader)
  const machines = readMachines(value, responses, reader)
  const config: MockConfig = { machines, responses, responsesKey, form: formOf(text) }
  checkUsed(config, reader)
  return { file, config, locate }
}

function responsesKeyOf(value: JsonObject, { at }: Reader): MockConfig['responsesKey'] {
  const has = Object.hasOwn(value, 'MockedResponse')
  if (has && Object.hasOwn(value, 'MockedResponses')) {
    throw new UserError('usage', `MockedResponse and MockedResponses at once: keep one`, { at: at('MockedResponse') })
  }
  return has ? 'MockedResponse' : 'MockedResponses'
}

function readResponses(value: JsonObject, key: string, reader: Reader): readonly MockedResponse[] {
  return Object.entries(objectAt(value, [key], reader)).map(([name, written]) => {
    const where = [key, name] as const
    if (!isObject(written)) throw new UserError('usage', `"${name}" must be an object`, { at: reader.at(...where) })
    return { name, entries: readEntries(written, name, where, reader) }
  })
}

function readMachines(
  value: JsonObject,
  responses: readonly MockedResponse[],
  reader: Reader,
): readonly MockedMachine[] {
  const names = responses.map(({ name }) => name)
  return Object.entries(objectAt(value, ['StateMachines'], reader)).map(([name, written]) => {
    const where = ['StateMachines', name]
    if (!isObject(written)) throw new UserError('usage', `"${name}" must be an object`, { at: reader.at(...where) })
    checkMembers(written, ['TestCases'], where, reader)
    const cases = Object.entries(objectAt(written, ['TestCases'], reader, where))
    return {
      name,
      cases: cases.map(([test, states]) => readCase(test, states, [...where, 'TestCases', test], names, reader)),
    }
  })
}

function readCase(
  name: string,
  written: Json,
  where: readonly string[],
  names: readonly string[],
  { at }: Reader,
): MockCase {
  if (!isObject(written)) throw new UserError('usage', `test case "${name}" must be an object`, { at: at(...where) })
  const states = Object.entries(written).map(([state, response]) => {
    const place = at(...where, state)
    if (typeof response !== 'string') {
      throw new UserError('usage', `"${state}" must be the name of a mocked response`, { at: place })
    }
    if (names.includes(response)) return { state, response }
    const near = nearestOr(response, names, `there are ${names.join(', ') || 'none'}`)
    throw new UserError('usage', `there is no mocked response "${response}"`, { at: place, ...near })
  })
  return { name, states }
}

/** A response that no case names is a slip, unless it says nothing (which Step Functions Local allows as well). */
function checkUsed({ machines, responses, responsesKey }: MockConfig, { at }: Reader): void {
  const used = new Set(
    machines.flatMap(({ cases }) => cases.flatMap(({ states }) => states.map((one) => one.response))),
  )
  const unused = responses.find(({ name, entries }) => entries.length > 0 && !used.has(name))
  if (!unused) return
  const where = at(responsesKey, unused.name)
  throw new UserError('usage', `no test case uses the mocked response "${unused.name}": use it, or remove it`, {
    at: where,
  })
}

function objectAt(
  parent: JsonObject,
  [key]: readonly [string],
  { at }: Reader,
  within: readonly string[] = [],
): JsonObject {
  const value = member(parent, key)
  if (value !== undefined && isObject(value)) return value
  const what = value === undefined ? 'is missing' : 'must be an object'
  throw new UserError('usage', `${key} ${what}`, { at: at(...within, ...(value === undefined ? [] : [key])) })
}

/** UserError for a member that is none of the known ones. */
function checkMembers(written: JsonObject, known: readonly string[], where: readonly string[], { at }: Reader): void {
  const wrong = Object.keys(written).find((key) => !known.includes(key))
  if (wrong === undefined) return
  const near = nearestOr(wrong, known, `it may have ${known.join(', ')}`)
  throw new UserError('usage', `"${wrong}" is no part of a mock configuration`, { at: at(...where, wrong), ...near })
}

function formOf(text: string): TextForm {
  const indent = /^\s*\{\r?\n([ \t]+)/.exec(text)?.[1] ?? ''
  return { indent, endsWithNewline: text.endsWith('\n') }
}
