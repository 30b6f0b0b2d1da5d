import { isArray, isObject } from '../../src/asl/json.js'
import type { Json, JsonObject } from '../../src/asl/json.js'
import type { ConformanceCase } from './case.js'
import { ASL_WORDS } from './asl-words.js'
import { stringsIn } from './normalise.js'

/** What a name of a case is the name of. */
export type NameKind = 'state' | 'variable' | 'field' | 'value'
export const NAME_KINDS: readonly NameKind[] = ['state', 'variable', 'field', 'value']

/** A case with other names, and what was renamed. */
export interface Renamed {
  readonly source: ConformanceCase
  readonly names: Readonly<Record<NameKind, readonly string[]>>
  /** Kinds of which this case has names that had to stay, and why. */
  readonly kept: Partial<Readonly<Record<NameKind, string>>>
}

/**
 * The case with every letter of its names moved on by 13: names of states and variables, fields and strings of the input,
 * wherever they occur in definition, input, outcomes and expected events. Names keep their length and the kinds of their
 * characters. Names that ASL or AWS give a meaning stay.
 */
export function renameCase(source: ConformanceCase): Renamed {
  const fixed = fixedWords(source)
  const found = namesIn(source)
  const answered = answeredNames(source)
  const kept: Partial<Record<NameKind, string>> = {}
  const names = { state: [], variable: [], field: [], value: [] } as Record<NameKind, string[]>
  for (const kind of NAME_KINDS) {
    const reason = whyKept(kind, source)
    const wanted = [...found[kind], ...(answered[kind] ?? [])].filter((name) => isName(name) && !isFixed(name, fixed))
    if (reason !== undefined && wanted.length > 0) kept[kind] = reason
    else names[kind] = wanted
  }
  const all = new Set(NAME_KINDS.flatMap((kind) => names[kind]))
  return { source: all.size === 0 ? source : withNames(source, all), names, kept }
}

function withNames(source: ConformanceCase, names: ReadonlySet<string>): ConformanceCase {
  const longestFirst = [...names].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(`(?<![A-Za-z0-9_])(?:${longestFirst.join('|')})(?![A-Za-z0-9_])`, 'g')
  const { definition, input, expect, meta } = mapTexts(
    { definition: source.definition, input: source.input, expect: source.expect, meta: source.meta as JsonObject },
    (text) => text.replaceAll(pattern, moved),
  ) as { readonly definition: Json; readonly input: Json; readonly expect: JsonObject; readonly meta: JsonObject }
  return { ...source, id: moved(source.id), group: moved(source.group), definition, input, expect, meta }
}

/** Every letter moved on by 13 within its alphabet. */
function moved(text: string): string {
  return text.replaceAll(/[A-Za-z]/g, (letter) => {
    const first = letter <= 'Z' ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first)
  })
}

function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value)
  if (isArray(value)) return value.map((item) => mapTexts(item, change))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [change(key), mapTexts(item, change)]))
}

/** The names that the author of a case made up, whether they mean something to ASL or not. */
export function namesIn({ definition, input, meta }: ConformanceCase): Readonly<Record<NameKind, readonly string[]>> {
  const given = [meta.unreplaced?.input ?? input, ...fieldsNamed(definition, 'Result')]
  return {
    state: [...membersOf(definition, 'States')],
    variable: [...membersOf(definition, 'Assign')].map((name) => name.replace(/\.\$$/, '')),
    field: [...keysIn(given)],
    value: [...stringsIn(given)],
  }
}

/** Names in what the tasks answered. */
function answeredNames({ meta }: ConformanceCase): Readonly<Partial<Record<NameKind, readonly string[]>>> {
  const outputs = (meta.taskOutcomes ?? []).map(({ outcome }) => outcome?.output ?? null)
  return { field: [...keysIn(outputs)], value: [...stringsIn(outputs)] }
}

/** The names within the objects at a field, anywhere. */
function* membersOf(value: Json, field: string): Generator<string> {
  if (isArray(value)) for (const item of value) yield* membersOf(item, field)
  if (!isObject(value)) return
  for (const [key, item] of Object.entries(value)) {
    if (key === field && isObject(item)) yield* Object.keys(item)
    yield* membersOf(item, field)
  }
}

function* keysIn(value: Json): Generator<string> {
  if (isArray(value)) for (const item of value) yield* keysIn(item)
  if (!isObject(value)) return
  for (const [key, item] of Object.entries(value)) {
    yield key
    yield* keysIn(item)
  }
}

/** Whatever stands under such a name was replaced when it was recorded. */
const TIMES = /timestamp|creationTime|ingestionTime/i

/** Plain words; dates, ARNs, paths, JSON and the like are none. */
function isName(text: string): boolean {
  return /^[A-Za-z][\w -]*$/.test(text) && text.length >= 2 && !TIMES.test(text)
}

function isFixed(name: string, fixed: ReadonlySet<string>): boolean {
  return [name, moved(name)].some((text) => fixed.has(text) || wordsOf(text).every((word) => fixed.has(word)))
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[A-Za-z0-9_]+/g) ?? []
}

/** Words that mean something to ASL or AWS, or that the recording has in the place of something else. */
function fixedWords({ definition, input, expect, meta }: ConformanceCase): ReadonlySet<string> {
  const fixed = new Set(ASL_WORDS)
  const add = (text: string): void => {
    for (const word of wordsOf(text)) fixed.add(word)
  }
  for (const text of stringsIn([definition, input, expect])) {
    if (text.startsWith('arn:')) add(text)
    for (const [token] of text.matchAll(/<[^<>]*>/g)) add(token)
  }
  for (const { replacement = '' } of meta.transformers ?? []) add(replacement)
  for (const [name, file] of Object.entries(meta.lambdas ?? {})) add(`${name} ${file}`)
  for (const word of apiWords(expect)) fixed.add(word)
  for (const parameters of [...fieldsNamed(definition, 'Parameters'), ...fieldsNamed(definition, 'Arguments')]) {
    if (isObject(parameters)) for (const key of Object.keys(parameters)) add(key)
  }
  return fixed
}

/** Members of an event that hold what the machine made, not what the API says. */
const OF_THE_MACHINE = /^(?:input|output|parameters|cause|error|name|state|location|assignedVariables)$/

/** Keys and values of the API in an answer of it. */
function* apiWords(value: Json): Generator<string> {
  if (typeof value === 'string') yield* wordsOf(value)
  if (isArray(value)) for (const item of value) yield* apiWords(item)
  if (!isObject(value)) return
  for (const [key, item] of Object.entries(value)) {
    yield key
    if (!OF_THE_MACHINE.test(key)) yield* apiWords(item)
  }
}

function* fieldsNamed(value: Json, field: string): Generator<Json> {
  if (isArray(value)) for (const item of value) yield* fieldsNamed(item, field)
  if (!isObject(value)) return
  for (const [key, item] of Object.entries(value)) {
    if (key === field) yield item
    yield* fieldsNamed(item, field)
  }
}

/** Where text is looked into, joined or ordered, its letters count. */
const LETTERS_COUNT = new RegExp(
  [
    String.raw`States\.(?:Hash|Base64\w+|StringSplit|Format)`,
    'String(?:Less|Greater)Than|StringMatches',
    String.raw`\$(?:uppercase|lowercase|substring\w*|split|length|pad|sort|join|replace|match|contains|hash|base64\w+|trim)\b`,
    String.raw`\{%[^%]*(?:&|\^\(|[<>])`,
    String.raw`\[\?\(.*[<>]`,
  ].join('|'),
)

function whyKept(kind: NameKind, { definition }: ConformanceCase): string | undefined {
  if (kind !== 'value') return undefined
  const found = LETTERS_COUNT.exec(JSON.stringify(definition))
  return found === null ? undefined : `letters count for ${found[0]}`
}
