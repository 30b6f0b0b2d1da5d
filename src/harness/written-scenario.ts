import { isArray, isObject, type Json, type JsonObject, member, pointer } from '../asl/json.js'
import type { Located } from '../asl/parse.js'
import { type LocateSource, printPosition } from '../asl/positions.js'
import { didYouMean } from '../asl/suggest.js'
import { UserError } from '../asl/user-error.js'
import { parseFault } from '../faults/fault.js'
import type { ObjectStore } from '../tasks/object-store.js'
import type { TaskMock } from '../tasks/script.js'
import { parseWrittenScript } from '../tasks/written-script.js'
import { type Scenario, seedOf, startOf } from './scenario.js'

const KEYS = ['input', 'tasks', 'faults', 'seed', 'startAt', 'profile', 's3', 'onUnmockedTask'] as const
const PROFILES = ['recorded', 'documented'] as const
const UNMOCKED = ['error', 'infer'] as const

/** A scenario read from a file, and where its parts stand: `/tasks/Ship` is the answer of Ship. */
export interface WrittenScenario {
  readonly scenario: Scenario
  readonly locate: LocateSource
}

/** A part of a scenario with its place, for messages: `orders.yaml:3:5: tasks.Ship`. */
type Where = (...keys: readonly [string, ...(readonly (string | number)[])]) => string

/**
 * Reads a scenario as people write it without TypeScript, YAML or JSON: the members of `Scenario`, with tasks as
 * `{ returns: ... }`, `{ fails: ... }` or `{ hangs: true }` (or a list of these) and faults as text. UserError, with the
 * place in the file, for anything else.
 */
export function readWrittenScenario({ value: written, locate }: Located<Json>, file: string): WrittenScenario {
  const place = (...keys: readonly (string | number)[]): string => {
    const at = locate(pointer('', ...keys))
    return at ? printPosition(at) : file
  }
  const where: Where = (...keys) => {
    const name = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')
    return `${place(...keys)}: ${name.slice(1)}`
  }
  if (!isObject(written)) throw new UserError('usage', `${place()}: a scenario is an object with ${KEYS.join(', ')}`)
  checkKeys(written, where)
  const input = member(written, 'input')
  const scenario: Scenario = {
    ...(input !== undefined && { input }),
    ...pick(written, 'tasks', (value) => readTasks(value, where)),
    ...pick(written, 'faults', (value) => readFaults(value, where)),
    ...pick(written, 'seed', (value) => readSeed(value, where('seed'), place('seed'))),
    ...pick(written, 'startAt', (value) => readStart(value, where('startAt'), place('startAt'))),
    ...pick(written, 'profile', (value) => readChoice(value, PROFILES, where('profile'))),
    ...pick(written, 's3', (value) => readObjects(value, where)),
    ...pick(written, 'onUnmockedTask', (value) => readChoice(value, UNMOCKED, where('onUnmockedTask'))),
  }
  return { scenario, locate }
}

function checkKeys(written: JsonObject, where: Where): void {
  for (const key of Object.keys(written)) {
    if (KEYS.some((known) => known === key)) continue
    const near = didYouMean(key, KEYS)
    const hint = near === undefined ? `it may have ${KEYS.join(', ')}` : `did you mean "${near}"?`
    throw new UserError('usage', `${where(key)} is no part of a scenario; ${hint}`)
  }
}

function pick<K extends string, T>(from: JsonObject, key: K, read: (value: Json) => T): { readonly [key in K]?: T } {
  const value = member(from, key)
  return value === undefined ? {} : ({ [key]: read(value) } as { readonly [key in K]: T })
}

function readTasks(value: Json, where: Where): Readonly<Record<string, TaskMock>> {
  if (!isObject(value)) {
    throw new UserError('usage', `${where('tasks')} must be an object: one answer for each Task by its name`)
  }
  return Object.fromEntries(
    Object.entries(value).map(([state, written]) => [state, parseWrittenScript(written, where('tasks', state))]),
  )
}

function readFaults(value: Json, where: Where): readonly string[] {
  if (!isArray(value))
    throw new UserError('usage', `${where('faults')} must be a list of faults such as "oom@Resize.1"`)
  return value.map((fault, index) => {
    const text = readText(fault, where('faults', index))
    checked(where('faults', index), () => parseFault(text))
    return text
  })
}

function readSeed(seed: Json, where: string, place: string): number {
  if (typeof seed !== 'number') throw new UserError('usage', `${where} must be a number`)
  return checked(place, () => seedOf({ seed }))
}

function readStart(value: Json, where: string, place: string): string {
  const startAt = readText(value, where)
  checked(place, () => startOf({ startAt }))
  return startAt
}

/** Texts of objects by bucket and key. */
function readObjects(value: Json, where: Where): ObjectStore {
  if (!isObject(value)) throw new UserError('usage', `${where('s3')} must be an object: texts by bucket and key`)
  return Object.fromEntries(
    Object.entries(value).map(([bucket, objects]) => {
      if (!isObject(objects)) throw new UserError('usage', `${where('s3', bucket)} must be an object: texts by key`)
      const texts = Object.entries(objects).map(
        ([key, text]) => [key, readText(text, where('s3', bucket, key))] as const,
      )
      return [bucket, Object.fromEntries(texts)]
    }),
  )
}

function readText(value: Json, where: string): string {
  if (typeof value !== 'string') throw new UserError('usage', `${where} must be text`)
  return value
}

function readChoice<T extends string>(value: Json, choices: readonly T[], where: string): T {
  const chosen = choices.find((choice) => choice === value)
  if (chosen === undefined) throw new UserError('usage', `${where} must be one of ${choices.join(', ')}`)
  return chosen
}

/** What an action gives, with the place put before the message of its UserError. */
function checked<T>(where: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    throw error instanceof UserError ? new UserError(error.kind, `${where}: ${error.message}`) : error
  }
}
