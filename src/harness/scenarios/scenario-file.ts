import { dirname, isAbsolute, join } from 'node:path'
import { isArray, isObject, type Json, type JsonObject, member, pointer } from '../../asl/json.js'
import type { Located } from '../../asl/parse.js'
import type { LocateSource } from '../../asl/positions.js'
import { nearestOr } from '../../asl/suggest.js'
import { type ErrorPlace, UserError, withErrorPart, withErrorPlace } from '../../asl/user-error.js'
import { type Fault, parseFault } from '../../faults/fault.js'
import { faultFromObject } from '../../faults/fault-object.js'
import type { Model } from '../../faults/models/model.js'
import { parseModel } from '../../faults/models/model-object.js'
import type { TaskMock } from '../../tasks/script.js'
import { parseTaskMock } from '../../tasks/task-mock-object.js'
import { readCodeObject } from '../answering/handlers/code-object.js'
import { type ScenarioObject, type ScenarioObjects, scenarioObjects, isBase64 } from './scenario-objects.js'
import { type Scenario, modelsOf, seedOf, startOf } from './scenario.js'

/** The members of a scenario that can be written in a file. */
export const SCENARIO_KEYS = [
  'input',
  'tasks',
  'resources',
  'faults',
  'models',
  'seed',
  'startAt',
  'profile',
  's3',
  'onUnmockedTask',
] as const
/** What only a suite has a use for; such a file is a scenario as well. */
const SUITE_ONLY_KEYS = ['$schema', 'machine', 'expect', 'cases'] as const
/** What only a simulation has a use for. */
export const SIMULATION_ONLY_KEYS = ['arrivals', 'duration'] as const
const PROFILES = ['recorded', 'documented'] as const
const UNMOCKED = ['error', 'infer'] as const

/** A scenario read from a file, and where its parts stand: `/tasks/Ship` is the answer of Ship. */
export interface ScenarioFile {
  readonly scenario: Scenario
  readonly locate: LocateSource
}

/** Where a part of a scenario stands, and what it is called: `tasks.Ship`. */
interface ScenarioPart {
  readonly at: ErrorPlace
  readonly part: string
}

type Where = (...keys: readonly [string, ...(readonly (string | number)[])]) => ScenarioPart

/**
 * Reads a scenario as people write it without TypeScript, YAML or JSON: the members of `Scenario`, with tasks as
 * `{ returns: ... }`, `{ fails: ... }`, `{ hangs: true }`, `{ handler: ... }` or `{ command: ... }` (or a list of these) and faults as text or as objects (`faultFromObject`). UserError, with the
 * place in the file, for anything else.
 */
export function readScenarioFile({ value: written, locate }: Located<Json>, file: string): ScenarioFile {
  const place = (...keys: readonly (string | number)[]): ErrorPlace => locate(pointer('', ...keys)) ?? { file }
  const where: Where = (...keys) => {
    const name = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('')
    return { at: place(...keys), part: name.slice(1) }
  }
  if (!isObject(written)) {
    throw new UserError('usage', `a scenario is an object with ${SCENARIO_KEYS.join(', ')}`, { at: place() })
  }
  checkKeys(written, where)
  const input = member(written, 'input')
  const scenario: Scenario = {
    ...(input !== undefined && { input }),
    ...pick(written, 'tasks', (value) => readMocks(value, 'tasks', where, file)),
    ...pick(written, 'resources', (value) => readMocks(value, 'resources', where, file)),
    ...pick(written, 'faults', (value) => readFaults(value, where)),
    ...pick(written, 'models', (value) => readModels(value, where)),
    ...pick(written, 'seed', (value) => readSeed(value, where('seed'))),
    ...pick(written, 'startAt', (value) => readStart(value, where('startAt'))),
    ...pick(written, 'profile', (value) => readChoice(value, PROFILES, where('profile'))),
    ...pick(written, 's3', (value) => readObjects(value, where, file)),
    ...pick(written, 'onUnmockedTask', (value) => readChoice(value, UNMOCKED, where('onUnmockedTask'))),
  }
  return { scenario, locate }
}

function checkKeys(written: JsonObject, where: Where): void {
  for (const key of Object.keys(written)) {
    if ([...SCENARIO_KEYS, ...SUITE_ONLY_KEYS, ...SIMULATION_ONLY_KEYS].some((known) => known === key)) continue
    const { at, part } = where(key)
    const near = nearestOr(key, SCENARIO_KEYS, `it may have ${SCENARIO_KEYS.join(', ')}`)
    throw new UserError('usage', `${part} is no part of a scenario`, { at, ...near })
  }
}

function pick<K extends string, T>(from: JsonObject, key: K, read: (value: Json) => T): { readonly [key in K]?: T } {
  const value = member(from, key)
  return value === undefined ? {} : ({ [key]: read(value) } as { readonly [key in K]: T })
}

function readMocks(
  value: Json,
  key: 'tasks' | 'resources',
  where: Where,
  file: string,
): Readonly<Record<string, TaskMock>> {
  if (!isObject(value)) {
    const named = key === 'tasks' ? 'each Task by its name' : 'each resource by its logical id'
    throw wrong(where(key), `must be an object: one answer for ${named}`)
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, written]) => {
      const { at, part } = where(key, name)
      return [name, withErrorPlace(at, () => parseTaskMock(written, part, readCodeObject(dirname(file))))]
    }),
  )
}

function readFaults(value: Json, where: Where): readonly (Fault | string)[] {
  if (!isArray(value)) throw wrong(where('faults'), 'must be a list of faults such as "oom@Resize.1"')
  return value.map((fault, index) => {
    if (isObject(fault)) {
      return faultFromObject(fault, (key) => (key === undefined ? where('faults', index) : where('faults', index, key)))
    }
    if (typeof fault !== 'string') {
      throw wrong(where('faults', index), 'must be text such as "oom@Resize.1", or { fault: oom, at: Resize }')
    }
    inPart(where('faults', index), () => parseFault(fault))
    return fault
  })
}

function readModels(value: Json, where: Where): readonly Model[] {
  if (!isArray(value)) {
    throw wrong(where('models'), 'must be a list of models such as { outage: { on: svc:s3 } }')
  }
  const models = value.map((model, index) => {
    const { at, part } = where('models', index)
    return withErrorPlace(at, () => parseModel(model, part))
  })
  return inPart(where('models'), () => modelsOf({ models }))
}

function readSeed(seed: Json, where: ScenarioPart): number {
  if (typeof seed !== 'number') throw wrong(where, 'must be a number')
  return withErrorPlace(where.at, () => seedOf({ seed }))
}

function readStart(value: Json, where: ScenarioPart): string {
  const startAt = readText(value, where)
  withErrorPlace(where.at, () => startOf({ startAt }))
  return startAt
}

/** Objects by bucket and key, or a folder of them, whose path starts at the scenario file. */
function readObjects(value: Json, where: Where, file: string): ScenarioObjects {
  if (typeof value === 'string') {
    return withErrorPlace(where('s3').at, () => scenarioObjects(isAbsolute(value) ? value : join(dirname(file), value)))
  }
  if (!isObject(value)) {
    throw wrong(where('s3'), 'must be an object, objects by bucket and key, or the path of a folder')
  }
  const buckets = Object.entries(value).map(([bucket, objects]) => {
    if (!isObject(objects)) throw wrong(where('s3', bucket), 'must be an object: objects by key')
    const stored = Object.entries(objects).map(([key, object]) => {
      return [key, readObject(object, where('s3', bucket, key))] as const
    })
    return [bucket, Object.fromEntries(stored)] as const
  })
  return scenarioObjects(Object.fromEntries(buckets))
}

function readObject(value: Json, where: ScenarioPart): ScenarioObject {
  if (typeof value === 'string') return value
  const base64 = isObject(value) ? member(value, 'base64') : undefined
  if (typeof base64 === 'string' && isBase64(base64)) return { base64 }
  throw wrong(where, 'must be text, or { base64: ... } with bytes')
}

function readText(value: Json, where: ScenarioPart): string {
  if (typeof value !== 'string') throw wrong(where, 'must be text')
  return value
}

function readChoice<T extends string>(value: Json, choices: readonly T[], where: ScenarioPart): T {
  const chosen = choices.find((choice) => choice === value)
  if (chosen === undefined) throw wrong(where, `must be one of ${choices.join(', ')}`)
  return chosen
}

function wrong({ at, part }: ScenarioPart, what: string): UserError {
  return new UserError('usage', `${part} ${what}`, { at })
}

/** What an action gives; its UserError is one of the part. */
function inPart<T>({ at, part }: ScenarioPart, action: () => T): T {
  return withErrorPlace(at, () => withErrorPart(part, action))
}
