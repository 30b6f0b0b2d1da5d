import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isObject, member, type Json, type JsonObject } from '../../../src/asl/json.js'
import { defaultRecordingsDir } from '../case.js'

/** A fact about AWS that others measured and published: what was run, and what is expected of it. */
export interface MeasuredCase {
  readonly id: string
  readonly kind: 'execution' | 'test_state' | 'validate'
  /** It cannot be said what AWS does: the case is not run. */
  readonly unclear: boolean
  readonly definition: Json
  /** The text of the input, where its numbers or its order matter. */
  readonly inputText: string | undefined
  readonly input: Json
  readonly tasks: Readonly<Record<string, MeasuredTask>>
  readonly childTasks: Readonly<Record<string, MeasuredTask>>
  readonly machines: Readonly<Record<string, Json>>
  readonly s3: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly expect: JsonObject
}

/** What a Task answers. */
export type MeasuredTask = 'hangs' | { readonly output?: Json; readonly error?: string; readonly cause?: string }

/** `measured/cases` of the folder that has the recordings. */
export function defaultMeasuredDir(): string {
  return join(dirname(defaultRecordingsDir()), 'outside', 'measured', 'cases')
}

/** The cases of a folder, one JSON file each; undefined if there is no such folder. */
export function loadMeasuredCases(dir: string): readonly MeasuredCase[] | undefined {
  if (!existsSync(dir)) return undefined
  const files = readdirSync(dir).filter((file) => file.endsWith('.json'))
  return files.sort().map((file) => readCase(JSON.parse(readFileSync(join(dir, file), 'utf8')) as Json, file))
}

function readCase(source: Json, file: string): MeasuredCase {
  if (!isObject(source)) throw new Error(`${file} holds no case`)
  // The cases are a test's own data, in the form that this interface says.
  const given = source as unknown as Partial<MeasuredCase>
  return {
    id: given.id ?? file,
    kind: given.kind ?? 'execution',
    unclear: given.unclear === true,
    definition: member(source, 'definitionText') ?? member(source, 'definition') ?? null,
    inputText: given.inputText,
    input: given.input ?? {},
    tasks: given.tasks ?? {},
    childTasks: given.childTasks ?? {},
    machines: given.machines ?? {},
    s3: given.s3 ?? {},
    expect: given.expect ?? {},
  }
}
