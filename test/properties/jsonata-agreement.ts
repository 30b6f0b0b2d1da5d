import { vi } from 'vitest'
import type { Json } from '../../src/asl/json.js'
import { InvalidExpressionError, QueryFailure } from '../../src/data/failure.js'
import { compileJsonata } from '../../src/data/jsonata.js'
import { CONTEXT, freeze, scopeOf } from '../unit/data/jsonata/scope.js'
import type { Document } from './jsonata-documents.js'
import { ask, PACKAGE, packageWith, type Outcome, type Package } from './jsonata-package.js'
import { AMENDMENTS, readOutcome, type Reading } from './jsonata-rules.js'

const AMENDED = [
  ...AMENDMENTS.map(({ rule, changes }) => ({ rule, source: packageWith(changes) })),
  { rule: 'several rules', source: packageWith(AMENDMENTS.flatMap(({ changes }) => changes)) },
]

/** How far our evaluator and the package agree on one expression. */
export interface Agreement {
  /** The same value or error, the rule that explains the difference, or undefined: then one of them is wrong. */
  readonly how: string | undefined
  readonly ours: Json
  /** The package's answer in the words of ours. */
  readonly theirs: Json
}

/** Evaluates with both. The clock has to stand at the time of the scope (`vi.useFakeTimers`); chance is the same for both. */
export async function agreementOn(text: string, document: Document): Promise<Agreement> {
  const ours = askOurs(text, document)
  // The package would never come back.
  if (typeof ours === 'string' && ours.includes('Check for infinite loop')) return { how: 'limits', ours, theirs: null }
  const outcome = await askPackage(PACKAGE, text, document)
  const { answer: theirs, by = 'equal' } = readOutcome(outcome)
  if (isSame(ours, theirs)) return { how: by, ours, theirs }
  return { how: reading(ours, theirs, outcome) ?? (await amendment(text, document, ours)), ours, theirs }
}

/** The value, or what the cause says of the failure. */
function askOurs(text: string, { input, result, errorOutput, variables }: Document): Json {
  try {
    const scope = scopeOf(input, freeze({ variables: { own: variables, outer: undefined }, result, errorOutput }))
    const answer = compileJsonata(text).evaluate(scope, 'Output')
    if (!(answer instanceof QueryFailure)) return answer
    return answer.cause.slice(`The JSONata expression '${text}' specified for the field 'Output' `.length)
  } catch (error) {
    if (error instanceof InvalidExpressionError) return error.message
    throw error
  }
}

function askPackage(source: Package, text: string, document: Document): Promise<Outcome> {
  let drawn = 0
  vi.spyOn(Math, 'random').mockImplementation(() => (drawn++ % 4) / 4)
  return ask(source, text, document, CONTEXT)
}

/** The order of members counts too. */
function isSame(ours: Json, theirs: Json): boolean {
  return JSON.stringify(ours) === JSON.stringify(theirs)
}

function reading(ours: Json, theirs: Json, outcome: Outcome): Reading | undefined {
  if (outcome.kind === 'invalid') return undefined
  if (outcome.kind === 'error' && outcome.code === undefined) return "JavaScript's own errors"
  if (typeof ours !== 'string') return undefined
  if (ours.startsWith("UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$$'")) return 'no input by the name of $$'
  if (ours.startsWith("UNSUPPORTED_JSONATA_EXPRESSION: Reference to '")) return 'no names at the top level'
  if (isSameButForNames(ours, theirs)) return 'names in messages'
  return ours.includes('memory limit exceeded') && outcome.largest > MAX_ITEMS ? 'limits' : undefined
}

/** Longer than any sequence on AWS (measured). */
const MAX_ITEMS = 873_782

function isSameButForNames(ours: Json, theirs: Json): boolean {
  return typeof ours === 'string' && typeof theirs === 'string' && withoutNames(ours) === withoutNames(theirs)
}

function withoutNames(message: string): string {
  return message.replaceAll(/ function (?:"[^"]*"|undefined)/g, ' function')
}

/** The amendment with which the package gives our answer. */
async function amendment(text: string, document: Document, ours: Json): Promise<string | undefined> {
  for (const { rule, source } of AMENDED) {
    const outcome = await askPackage(source, text, document)
    const { answer } = readOutcome(outcome)
    if (isSame(ours, answer) || isSameButForNames(ours, answer)) return rule
    if (outcome.kind === 'error' && outcome.code === undefined) return "JavaScript's own errors"
  }
  return undefined
}
