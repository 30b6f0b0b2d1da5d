import { describe, expect, it } from 'vitest'
import { isObject, type Json, type JsonObject } from '../../../src/asl/json.js'
import { QueryFailure } from '../../../src/data/failure.js'
import { compileJsonataTemplate } from '../../../src/data/jsonata-template.js'
import { scopeOf } from './jsonata/scope.js'
import { recordedCases, type RecordedCase } from './recorded-cases.js'

const GROUPS = `arguments assign credentials evaluate_jsonata intrinsic_functions local_mocking outputdecl query_language
  scenarios states_variables`

/** Something AWS evaluated: a field of a state, what it could read, and what came of it. */
interface Evaluation {
  readonly title: string
  readonly field: string
  readonly source: Json
  readonly input: Json
  readonly result: Json | undefined
  readonly variables: JsonObject
  readonly expected: Json | QueryFailure
}

/** Recorded values are parsed where they were objects, and JSON text elsewhere. */
const parsed = (value: Json | undefined): Json => (typeof value === 'string' ? JSON.parse(value) : (value ?? null))

function detailsOf(event: JsonObject, suffix: string): JsonObject | undefined {
  const entry = Object.entries(event).find(([key]) => key.endsWith(suffix))
  return entry && isObject(entry[1]) ? entry[1] : undefined
}

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const PREFIX = /^An error occurred while executing the state .*? \(entered at the event id #\d+\)\. /

/** Goes through a history without branches and iterations, up to an error that is caught, and collects what was evaluated. */
class HistoryReader {
  readonly found: Evaluation[] = []
  readonly #recorded: RecordedCase
  #input: Json = null
  #result: Json | undefined
  #variables: JsonObject = {}

  constructor(recorded: RecordedCase) {
    this.#recorded = recorded
  }

  /** False at an event that a history of this kind does not have. */
  read(event: JsonObject): boolean {
    const failed = detailsOf(event, 'evaluationFailedEventDetails')
    if (failed) this.#addFailure(failed)
    else if (/Map|Parallel|Failed$/.test(text(event['type']))) return false
    const entered = detailsOf(event, 'stateEnteredEventDetails')
    if (entered) {
      this.#input = parsed(entered['input'])
      this.#result = undefined
    }
    const succeeded = detailsOf(event, 'SucceededEventDetails')
    if (succeeded) this.#result = parsed(succeeded['output'])
    const exited = detailsOf(event, 'stateExitedEventDetails')
    if (exited) this.#addExit(exited)
    return true
  }

  #addExit({ name, output, assignedVariables }: JsonObject): void {
    this.#add(text(name), 'Output', parsed(output))
    const assigned = isObject(assignedVariables) ? Object.entries(assignedVariables) : []
    const values = Object.fromEntries(assigned.map(([variable, value]) => [variable, parsed(value)]))
    this.#add(text(name), 'Assign', values)
    this.#variables = { ...this.#variables, ...values }
  }

  #addFailure({ state, location, error, cause }: JsonObject): void {
    const ownCause = text(cause).replace(PREFIX, '')
    if (!ownCause.startsWith('The JSONata expression')) return
    const [field = ''] = text(location).split(/[/[]/)
    this.#add(text(state), field, new QueryFailure(text(error), ownCause, text(location)))
  }

  #add(name: string, field: string, expected: Json | QueryFailure): void {
    const { id, definition } = this.#recorded
    const state = definition.States[name]
    const source = state?.[field] ?? null
    const language = state?.['QueryLanguage'] ?? (definition as unknown as JsonObject)['QueryLanguage']
    const written = JSON.stringify(source)
    // What the context object held is not recorded.
    if (language !== 'JSONata' || !written.includes('{%') || written.includes('context')) return
    const values = { input: this.#input, result: this.#result, variables: this.#variables }
    this.found.push({ title: `${id} ${name}.${field}`, field, source, ...values, expected })
  }
}

function evaluationsIn(recorded: RecordedCase): readonly Evaluation[] {
  const reader = new HistoryReader(recorded)
  const events = (recorded.expect.events ?? []) as readonly JsonObject[]
  events.every((event) => reader.read(event))
  return reader.found
}

const evaluations = GROUPS.split(/\s+/).flatMap(recordedCases).flatMap(evaluationsIn)

describe.skipIf(evaluations.length === 0)('JSONata as recorded on AWS (not run if the shared corpus is absent)', () => {
  it('has recordings to hold to', () => {
    expect(evaluations.length).toBeGreaterThan(40)
  })

  it.each(evaluations)('$title', ({ source, field, input, result, variables, expected }) => {
    const scope = scopeOf(input, { result, variables: { own: variables, outer: undefined } })
    expect(compileJsonataTemplate(source)(scope, field)).toEqual(expected)
  })
})
