import { isArray, isObject, type Json, type JsonObject, member } from '../asl/json.js'
import { parseData } from '../asl/parse.js'
import { didYouMean } from '../asl/suggest.js'
import { UserError } from '../asl/user-error.js'
import type { TaskMock } from '../tasks/script.js'
import { parseWrittenScript } from '../tasks/written-script.js'
import type { Scenario } from './scenario.js'

const KEYS = ['input', 'tasks', 'faults', 'seed', 'startAt', 'profile', 'onUnmockedTask'] as const
const PROFILES = ['recorded', 'documented'] as const
const UNMOCKED = ['error', 'infer'] as const

/**
 * Reads a scenario as people write it without TypeScript, YAML or JSON: the members of `Scenario`, with tasks as
 * `{ returns: ... }`, `{ fails: ... }` or `{ hangs: true }` (or a list of these) and faults as text. UserError, with the
 * file, for anything else.
 */
export function parseWrittenScenario(text: string, file: string): Scenario {
  const written = parseData(text, file)
  if (!isObject(written)) throw new UserError('usage', `${file}: a scenario is an object with ${KEYS.join(', ')}`)
  for (const key of Object.keys(written)) {
    if (KEYS.some((known) => known === key)) continue
    const near = didYouMean(key, KEYS)
    const hint = near === undefined ? `it may have ${KEYS.join(', ')}` : `did you mean "${near}"?`
    throw new UserError('usage', `${file}: a scenario has no "${key}"; ${hint}`)
  }
  const at = (key: string): string => `${file}: ${key}`
  const input = member(written, 'input')
  return {
    ...(input !== undefined && { input }),
    ...pick(written, 'tasks', (value) => readTasks(value, at('tasks'))),
    ...pick(written, 'faults', (value) => readFaults(value, at('faults'))),
    ...pick(written, 'seed', (value) => readNumber(value, at('seed'))),
    ...pick(written, 'startAt', (value) => readText(value, at('startAt'))),
    ...pick(written, 'profile', (value) => readChoice(value, PROFILES, at('profile'))),
    ...pick(written, 'onUnmockedTask', (value) => readChoice(value, UNMOCKED, at('onUnmockedTask'))),
  }
}

function pick<K extends string, T>(from: JsonObject, key: K, read: (value: Json) => T): { readonly [key in K]?: T } {
  const value = member(from, key)
  return value === undefined ? {} : ({ [key]: read(value) } as { readonly [key in K]: T })
}

function readTasks(value: Json, where: string): Readonly<Record<string, TaskMock>> {
  if (!isObject(value)) throw new UserError('usage', `${where} must be an object: one answer for each Task by its name`)
  return Object.fromEntries(
    Object.entries(value).map(([state, written]) => [state, parseWrittenScript(written, `${where}.${state}`)]),
  )
}

function readFaults(value: Json, where: string): readonly string[] {
  if (!isArray(value)) throw new UserError('usage', `${where} must be a list of faults such as "oom@Resize.1"`)
  return value.map((fault, index) => readText(fault, `${where}[${index}]`))
}

function readNumber(value: Json, where: string): number {
  if (typeof value !== 'number') throw new UserError('usage', `${where} must be a number`)
  return value
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
