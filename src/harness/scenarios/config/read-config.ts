import { isArray, isObject, type Json, type JsonObject, member, pointer } from '../../../asl/json.js'
import type { Located } from '../../../asl/parse.js'
import type { LocateSource } from '../../../asl/positions.js'
import { nearestOr } from '../../../asl/suggest.js'
import { type ErrorPlace, UserError } from '../../../asl/user-error.js'
import type { Scenario } from '../scenario.js'
import { readDataFile } from '../data-file.js'
import { readScenarioFile } from '../scenario-file.js'
import type { Config } from './config.js'
import { CONFIG_FIELDS, CONFIG_KEYS, type FieldKind } from './config-fields.js'

/** A configuration as it was read. */
export interface ReadConfig {
  readonly config: Config
  /** Its members that belong to every run. */
  readonly scenario: Scenario
  /** Where the parts stand; nowhere for one that is code. */
  readonly locate: LocateSource
}

/** Reads a configuration from YAML or JSON. UserError with `file:line:col` and what was meant. */
export function readConfigFile(path: string): ReadConfig {
  const written = readDataFile(path, 'a configuration (YAML or JSON)')
  const { config, locate } = readConfig(written, path)
  const own = isObject(written.value) ? Object.entries(written.value).filter(([key]) => isScenarioKey(key)) : []
  const { scenario } = readScenarioFile({ value: Object.fromEntries(own), locate }, path)
  return { config: { ...config, ...scenario }, scenario, locate }
}

/** Reads a configuration that the user's own code made: mocks may be functions. UserError with the file. */
export function readConfigValue(value: unknown, path: string): ReadConfig {
  // Only the members that are data are looked into.
  const { config, locate } = readConfig({ value: value as Json, locate: () => undefined }, path)
  const own = Object.entries(isObject(value) ? value : {}).filter(([key]) => isScenarioKey(key))
  const scenario = Object.fromEntries(own) as Scenario
  return { config: { ...config, ...scenario }, scenario, locate }
}

function readConfig({ value, locate }: Located<Json>, file: string): { config: Config; locate: LocateSource } {
  const place: Place = (...keys) => locate(pointer('', ...keys)) ?? { file }
  if (value === null || value === undefined) return { config: {}, locate }
  if (!isObject(value)) {
    throw new UserError('usage', `a configuration is an object with ${CONFIG_KEYS.join(', ')}`, { at: place() })
  }
  checkKeys(value, place)
  const config = Object.fromEntries(
    Object.entries(value).flatMap(([key, written]) => {
      const field = key === '$schema' ? undefined : CONFIG_FIELDS[key as keyof Config]
      if (!field || field.kind === 'scenario') return []
      return [[key, checkedKind(written, field.kind, key, place)] as const]
    }),
  )
  return { config, locate }
}

/** Whether a member is read as that of a scenario file. */
function isScenarioKey(key: string): boolean {
  return CONFIG_KEYS.some((known) => known === key && CONFIG_FIELDS[known].kind === 'scenario')
}

type Place = (...keys: readonly (string | number)[]) => ErrorPlace

function checkKeys(written: JsonObject, place: Place): void {
  for (const key of Object.keys(written)) {
    if (key === '$schema' || CONFIG_KEYS.some((known) => known === key)) continue
    const near = nearestOr(key, CONFIG_KEYS, `it may have ${CONFIG_KEYS.join(', ')}`)
    throw new UserError('usage', `${key} is no part of a configuration`, { at: place(key), ...near })
  }
}

/** The value as it is. UserError if it is not of the kind. */
function checkedKind(value: Json, kind: Exclude<FieldKind, 'scenario'>, key: string, place: Place): Json {
  const refuse = (what: string, ...at: readonly (string | number)[]): UserError =>
    new UserError('usage', `${[key, ...at].join('.')} must be ${what}`, { at: place(key, ...at) })
  if (kind === 'text') {
    if (typeof value !== 'string') throw refuse('text')
    return value
  }
  if (kind === 'texts') {
    if (!isArray(value)) throw refuse('a list of texts')
    const wrong = value.findIndex((item) => typeof item !== 'string')
    if (wrong >= 0) throw refuse('text', wrong)
    return value
  }
  if (!isObject(value)) throw refuse('an object: values by their names')
  for (const name of Object.keys(value)) {
    const type = typeof member(value, name)
    if (kind === 'numbers' && type !== 'number') throw refuse('a number', name)
    if (kind === 'values' && type !== 'string' && type !== 'number' && type !== 'boolean') {
      throw refuse('text, a number, or true or false', name)
    }
  }
  return value
}
