import { createRequire } from 'node:module'
import { isArray, isObject, member, setMember } from './json.js'
import type { Json, JsonObjectBuilder } from './json.js'
import { findNotPlain } from './plain-json.js'
import { problem } from './problem.js'
import type { Problem } from './problem.js'
import { PAYLOAD_FIELDS, QUIRKS, TAKEN_FOR_ASL } from './validator-quirks.js'
import { walkStates } from './walk.js'

interface ValidatorError {
  readonly 'Error code': string
  readonly Message: string
  readonly schemaError?: { readonly instancePath: string }
}

type Validator = (definition: unknown) => { readonly errors: readonly ValidatorError[] }

let loaded: Validator | undefined

function aslValidator(): Validator {
  loaded ??= createRequire(import.meta.url)('asl-validator') as Validator
  return loaded
}

/**
 * What the asl-validator package says of a definition, without its known false rejections: a second opinion beside
 * `checkDefinition`, some 40 ms a call. The definition is not changed. Its problems have codes `ASL_VALIDATOR_...`.
 */
export function validateWithAslValidator(definition: Json): Problem[] {
  if (!isObject(definition) || findNotPlain(definition)) return []
  let errors: readonly ValidatorError[]
  try {
    errors = aslValidator()(rewrite(definition, { key: '', inPayload: false, isStates: false })).errors
  } catch (error) {
    // It throws TypeErrors on malformed machines; what is wrong with them is for our own checks to tell.
    const reason = error instanceof Error ? error.message : String(error)
    return [problem('ASL_VALIDATOR_FAILED', 'warning', `asl-validator could not read the definition: ${reason}`, '')]
  }
  const problems = new Map<string, Problem>()
  for (const error of errors) {
    const found = toProblem(error, definition)
    problems.set(`${found.pointer} ${found.message}`, found)
  }
  return [...problems.values()]
}

interface Place {
  /** Name of the member, or of the array it is an element of; '' for a state, whose name means nothing here. */
  readonly key: string
  readonly inPayload: boolean
  /** The value is a States map: its members' names are names of states. */
  readonly isStates: boolean
}

/** A copy of the definition with its quirks replaced. Recursion is bounded: nesting has been checked. */
function rewrite(original: Json, { key, inPayload, isStates }: Place): Json {
  let value = original
  for (const quirk of QUIRKS) value = quirk.replace({ key, value, inPayload }) ?? value
  const below = inPayload || PAYLOAD_FIELDS.has(key)
  if (isArray(value)) return value.map((item) => rewrite(item, { key, inPayload: below, isStates: false }))
  if (!isObject(value)) return value
  const copy: JsonObjectBuilder = {}
  for (const name of Object.keys(value)) {
    const inner = { key: isStates ? '' : name, inPayload: below, isStates: !below && !isStates && name === 'States' }
    setMember(copy, below && TAKEN_FOR_ASL.has(name) ? `${name}_` : name, rewrite(value[name] ?? null, inner))
  }
  return copy
}

function toProblem(error: ValidatorError, definition: Json): Problem {
  const pointer = error.schemaError ? error.schemaError.instancePath : pointerOfState(error.Message, definition)
  const code = `ASL_VALIDATOR_${error['Error code']}`
  return problem(code, 'error', error.Message.trim(), nearestExisting(definition, pointer))
}

/** The state that a message without a path names, found by its name. */
function pointerOfState(message: string, definition: Json): string {
  const named = /^State "?(.+?)"? (?:MUST contain|is not reachable)/.exec(message) ?? /: (.+)$/.exec(message)
  for (const { name, pointer } of walkStates(definition)) if (name === named?.[1]) return pointer
  return ''
}

/** The pointer, shortened to a part that the definition has. */
function nearestExisting(definition: Json, pointer: string): string {
  let value: Json | undefined = definition
  let existing = ''
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    value = isArray(value) ? value[Number(key)] : isObject(value) ? member(value, key) : undefined
    if (value === undefined) break
    existing += `/${step}`
  }
  return existing
}
