import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isArray, isObject } from '../../src/asl/json.js'
import type { Json } from '../../src/asl/json.js'
import { ASL_WORDS } from './asl-words.js'
import { defaultRecordingsDir, loadCases } from './case.js'
import type { ConformanceCase } from './case.js'
import { stringsIn } from './normalise.js'
import { namesIn } from './rename-case.js'

const SRC = join(import.meta.dirname, '../../src')

/** Names of recorded tests that src/ has for reasons of its own. */
const ALLOWED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'a name of the API of AWS, or of its services':
      'TestState StateMachineArn stateMachineArn QueueUrl MessageBody ApiEndpoint TableName TopicArn StartExecution SecretString RequestBody UpdateExpression ExpressionAttributeValues LogType DetailType Success Publish PutItem',
    'the field of ASL in small letters, in options and checks of ours':
      'startAt maxConcurrency maxItems toleratedFailureCount toleratedFailurePercentage',
    "a word of Lambda's own message": 'Process',
    'a type or variable of ours':
      'function_name ChoiceState FailState MapState ParallelState PassState WaitState Failure functionName TestStateConfiguration',
  }).flatMap(([reason, names]) => names.split(' ').map((name) => [name, reason] as const)),
)

/** Shorter names say nothing: `Start`, `value`. */
const MIN_LENGTH = 7

/** Where src/ names a recording as evidence, for people to look up: it is printed and never compared with anything. */
const EVIDENCE = /\brecorded\(\s*'[^'\n]*'|'[^'\n]*recorded against AWS[^'\n]*'|\brecording: \{[^}]*\}/g

const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm
const WORD = /[\w-]+/g

/** A string of one line. */
const TEXT = /'((?:[^'\\\n]|\\.)*)'/g

/** What code could compare a machine or an input with: every word in it but those of comments, and whole texts. */
function* wordsOf(source: string): Generator<string> {
  const code = source.replaceAll(COMMENT, '').replaceAll(EVIDENCE, '')
  for (const [word] of code.matchAll(WORD)) yield word
  for (const [, text = ''] of code.matchAll(TEXT)) yield text
}

function wordsOfSource(): ReadonlySet<string> {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  return new Set(files.flatMap((file) => [...wordsOf(readFileSync(join(SRC, file), 'utf8'))]))
}

/** Everything by which a recorded test could be told from others. */
function distinctiveNames(cases: readonly ConformanceCase[]): ReadonlySet<string> {
  const names = new Set<string>()
  const add = (text: string): void => {
    if (text.length >= MIN_LENGTH && !ASL_WORDS.has(text)) names.add(text)
  }
  for (const source of cases) {
    const { state, ...others } = namesIn(source)
    for (const name of [...state, ...errorsOf(source.definition)]) add(name)
    for (const name of Object.values(others).flat()) if (isCompound(name)) add(name)
    for (const part of [source.id, ...(source.id.match(WORD) ?? [])]) if (isCompound(part)) add(part)
  }
  return names
}

/** More than one word, or a word with a number: `StartState`, `my_input`, `value1`. Single words are anyone's. */
function isCompound(name: string): boolean {
  return /[a-z0-9][A-Z]|[A-Za-z][_ -][A-Za-z]|[A-Za-z]\d|\d[A-Za-z]/.test(name)
}

/** Errors and causes that Fail states make up. */
function errorsOf(value: Json): readonly string[] {
  if (isArray(value)) return value.flatMap(errorsOf)
  if (!isObject(value)) return []
  const own = value['Type'] === 'Fail' ? [...stringsIn([value['Error'] ?? null, value['Cause'] ?? null])] : []
  return [...own, ...Object.values(value).flatMap(errorsOf)]
}

const cases = loadCases(defaultRecordingsDir())
const absent = cases ? '' : `: the corpus is absent (${defaultRecordingsDir()})`

describe.skipIf(cases === undefined)(`src/ knows none of the recorded tests${absent}`, () => {
  const names = distinctiveNames(cases ?? [])
  const words = wordsOfSource()

  it('has none of their names: not of a test, a state, a variable, a field, a value or an error', () => {
    const known = [...names].filter((name) => words.has(name) && !ALLOWED.has(name))
    expect(known).toEqual([])
  })

  it.each([
    ["if (state.name === 'StartState') return", true],
    ['const OUTPUTS = { StartState: 7 }', true],
    ['names.StartState', true],
    ['/^(?:StartState|Other)$/.test(name)', true],
    ['// such as StartState', false],
    ["evidence: recorded('StartState, 2024-11-19')", false],
  ])('a name in %j would be found: %s', (code, isFound) => {
    expect(names.has('StartState')).toBe(true)
    expect(new Set(wordsOf(code)).has('StartState')).toBe(isFound)
  })

  it('is searched in earnest: there are many names, and every one that is allowed is there', () => {
    expect(names.size).toBeGreaterThan(1_000)
    expect(words.size).toBeGreaterThan(5_000)
    expect([...ALLOWED.keys()].filter((name) => !names.has(name) || !words.has(name))).toEqual([])
  })
})
