import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { parseDefinition } from '../../../src/asl/parse.js'
import { UserError } from '../../../src/asl/user-error.js'
import { validateWithAslValidator } from '../../../src/asl/validate.js'
import { corpusIsHere, machineOf, readCorpus, taskOf } from './checked.js'

/** What asl-validator rejects by itself: JSONata without a blank, paths with `.[` or several names, ARNs with placeholders. */
const isOdd = (text: string): boolean => /[^ ]%}|\.\[|\['[^']*', ?'|arn:\$\{|"States": \{\s*"Query/.test(text)

const lines = (definition: unknown): string[] =>
  validateWithAslValidator(definition as Json).map(
    ({ code, severity, message, pointer }) => `${severity} ${code}: ${message} @${pointer}`,
  )

describe('validateWithAslValidator', () => {
  it('accepts what is right and leaves it as it is', () => {
    const definition = taskOf({})
    const before = structuredClone(definition)
    expect(lines(definition)).toEqual([])
    expect(definition).toEqual(before)
  })

  it('tells where a field is wrong', () => {
    expect(lines(taskOf({ TimeoutSeconds: 'soon' }))).toEqual([
      'error ASL_VALIDATOR_SCHEMA_VALIDATION_FAILED: /States/A/TimeoutSeconds is invalid. must match exactly one schema in oneOf @/States/A/TimeoutSeconds',
    ])
  })

  it('finds the state that a message names', () => {
    expect(lines(machineOf({ A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Wait', End: true } }))).toEqual([
      'error ASL_VALIDATOR_WAIT_DURATION: State "B" MUST contain exactly one of "Seconds", "SecondsPath", "Timestamp", "TimestampPath" @/States/B',
    ])
    expect(lines(machineOf({ A: { Type: 'Succeed' }, B: { Type: 'Succeed' } }))).toEqual([
      'error ASL_VALIDATOR_MISSING_TRANSITION_TARGET: State B is not reachable @/States/B',
    ])
  })

  it('says so when the package breaks on a definition', () => {
    expect(lines({ StartAt: 'A', States: { A: { Type: 'Succeed' }, QueryLanguage: 'JSONata' } })).toEqual([
      "warning ASL_VALIDATOR_FAILED: asl-validator could not read the definition: Cannot create property 'QueryLanguage' on string 'JSONata' @",
    ])
  })

  it.each([null, [], 'x', { States: null }, { __proto__: null }])('does not throw on %j', (definition) => {
    expect(() => validateWithAslValidator(definition as Json)).not.toThrow()
  })

  it('leaves what is nested too deeply to our own checks', () => {
    let deep: Json = {}
    for (let level = 0; level < 10_000; level += 1) deep = { StartAt: 'M', States: { M: deep } }
    expect(lines(deep)).toEqual([])
  })
})

describe.skipIf(!corpusIsHere)('published machines (left out where the shared corpus is absent)', () => {
  const entries = (corpusIsHere ? JSON.parse(readCorpus('iac/index.json')) : []) as {
    readonly id: string
    readonly form: string
    readonly main: string
  }[]

  it('are rejected only where they are wrong, odd as their constructs are', { timeout: 120_000 }, () => {
    const rejected: string[] = []
    let read = 0
    for (const { id, main } of entries.filter((entry) => entry.form === 'plain')) {
      const text = readCorpus(`iac/${id}/${main}`)
      if (!isOdd(text)) continue
      read += 1
      try {
        if (validateWithAslValidator(parseDefinition(text, main).definition).length > 0) rejected.push(id)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
      }
    }
    expect(read).toBeGreaterThan(10)
    // "QueryLanguage" stands among the states; targets that are not there; Arguments on a Map.
    const wrong = [/shared-fallback-state-jsonata/, /agent-with-tools-flow-template/, /supervisor-with-agentcore/]
    expect(rejected.filter((id) => !wrong.some((pattern) => pattern.test(id)))).toEqual([])
  })
})
