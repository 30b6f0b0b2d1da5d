import { isArray, isObject, type Json, type JsonObject, member, pointer } from '../../../asl/json.js'
import type { Located } from '../../../asl/parse.js'
import type { LocateSource } from '../../../asl/positions.js'
import { nearestOr } from '../../../asl/suggest.js'
import { type ErrorPlace, UserError } from '../../../asl/user-error.js'
import type { Scenario } from '../scenario.js'
import { readDataFile } from '../data-file.js'
import { readScenarioFile } from '../scenario-file.js'
import type { Config } from './config.js'
import { CONFIG_FIELDS, CONFIG_KEYS, DAY, type FieldKind, RULE_SEVERITIES, WAIVER_FIELDS } from './config-fields.js'

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

/** What a configuration once took and did nothing with, and what there is instead. */
const LEFT_OUT: ReadonlyMap<string, string> = new Map([
  ['thresholds', 'nothing reads it; --fail-on and rules say what fails'],
])

function checkKeys(written: JsonObject, place: Place): void {
  for (const key of Object.keys(written)) {
    if (key === '$schema' || CONFIG_KEYS.some((known) => known === key)) continue
    const left = LEFT_OUT.get(key)
    if (left !== undefined)
      throw new UserError('usage', `${key} is no part of a configuration`, { at: place(key), hint: left })
    const near = nearestOr(key, CONFIG_KEYS, `it may have ${CONFIG_KEYS.join(', ')}`)
    throw new UserError('usage', `${key} is no part of a configuration`, { at: place(key), ...near })
  }
}

type Refuse = (what: string, ...at: readonly (string | number)[]) => UserError

/** The value as it is. UserError if it is not of the kind. */
function checkedKind(value: Json, kind: Exclude<FieldKind, 'scenario'>, key: string, place: Place): Json {
  const refuse: Refuse = (what, ...at) =>
    new UserError('usage', `${[key, ...at].join('.')} must be ${what}`, { at: place(key, ...at) })
  CHECKS[kind](value, refuse)
  return value
}

const CHECKS: Readonly<Record<Exclude<FieldKind, 'scenario'>, (value: Json, refuse: Refuse) => void>> = {
  text(value, refuse) {
    if (typeof value !== 'string') throw refuse('text')
  },
  texts(value, refuse) {
    if (!isArray(value)) throw refuse('a list of texts')
    const wrong = value.findIndex((item) => typeof item !== 'string')
    if (wrong >= 0) throw refuse('text', wrong)
  },
  values(value, refuse) {
    checkMembers(value, refuse, 'text, a number, or true or false', (item) =>
      ['string', 'number', 'boolean'].includes(typeof item),
    )
  },
  severities(value, refuse) {
    checkMembers(value, refuse, RULE_SEVERITIES.join(', '), (item) => RULE_SEVERITIES.some((known) => known === item))
  },
  waivers(value, refuse) {
    if (!isArray(value)) throw refuse('a list of waivers')
    for (const [index, waiver] of value.entries()) checkWaiver(waiver, (what, ...at) => refuse(what, index, ...at))
  },
}

function checkMembers(value: Json, refuse: Refuse, what: string, isGood: (item: Json | undefined) => boolean): void {
  if (!isObject(value)) throw refuse('an object: values by their names')
  const wrong = Object.keys(value).find((name) => !isGood(member(value, name)))
  if (wrong !== undefined) throw refuse(what, wrong)
}

function checkWaiver(waiver: Json, refuse: Refuse): void {
  const fields = Object.entries(WAIVER_FIELDS)
  const names = fields.map(([name]) => name)
  if (!isObject(waiver)) throw refuse(`an object with ${names.join(', ')}`)
  const unknown = Object.keys(waiver).find((name) => !names.includes(name))
  if (unknown !== undefined) throw refuse(`one of ${names.join(', ')}`, unknown)
  for (const [name, { isRequired }] of fields) {
    const value = member(waiver, name)
    if (value === undefined && isRequired) throw refuse(`an object with ${name}`)
    if (value !== undefined && (typeof value !== 'string' || value === '')) throw refuse('text', name)
  }
  const until = member(waiver, 'until')
  if (typeof until !== 'string' || !DAY.test(until)) throw refuse('a day, e.g. 2027-01-01', 'until')
}
