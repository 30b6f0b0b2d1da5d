import type { Ajv as Compiler, ErrorObject, ValidateFunction } from 'ajv'
import { createRequire } from 'node:module'
import { fittingValue } from './fields/fill-substitutions.js'
import type { WrittenField } from './fields/places.js'
import { replaceFields } from './fields/replace-fields.js'
import { isObject, setMember } from './json.js'
import type { Json, JsonObjectBuilder } from './json.js'
import { problem } from './problem.js'
import type { Problem } from './problem.js'
import { isExpression, languageOf } from './query-language.js'
import { walkStates } from './walk.js'

/**
 * What the schemas of the asl-validator package say of a definition: a second opinion on which fields stand where. For a
 * definition in which our own checks found no error; it is not changed. Codes are `ASL_VALIDATOR_...`.
 */
export function schemaProblems(definition: Json): Problem[] {
  const validate = compiledSchemas()
  if (validate(withLanguages(replaceFields(definition, plainValue)))) return []
  return deepest(validate.errors ?? []).map(({ instancePath, message = '' }) => {
    const text = `${instancePath} is invalid. ${message}`
    return problem('ASL_VALIDATOR_SCHEMA_VALIDATION_FAILED', 'error', text, instancePath)
  })
}

const SCHEMAS =
  'base-state-machine choice common errors fail jsonata map parallel pass paths state state-machine succeed task wait'

/**
 * Paths, intrinsic calls, expressions, times and ARNs are for our own checks, which know AWS's dialects. Two formats tell a value
 * from another way to give it, which the schemas allow beside it.
 */
const FORMATS = {
  asl_path: true,
  asl_ref_path: true,
  asl_result_path: true,
  asl_payload_template: true,
  jsonata_string: true,
  asl_arn: (text: string) => !/^\$\{[^}]+\}$/.test(text),
  'date-time': (text: string) => !isExpression(text),
} as const

let compiled: ValidateFunction | undefined

/** The package builds a compiler and compiles its schemas anew for each definition, which takes most of its time; here once. */
function compiledSchemas(): ValidateFunction {
  if (compiled) return compiled
  const load = createRequire(import.meta.url)
  const { Ajv } = load('ajv') as { readonly Ajv: typeof Compiler }
  const schemas = SCHEMAS.split(' ').map((name): object => load(`asl-validator/dist/src/schemas/${name}.json`))
  const compiler = new Ajv({ schemas, formats: FORMATS, allowUnionTypes: true })
  compiled = compiler.getSchema('http://asl-validator.cloud/state-machine.json#')
  if (!compiled) throw new Error('asl-validator: this is not the version of the package that aslx was made for (4.0)')
  return compiled
}

/** The errors as the package picks them: those deepest in the definition, and of one place the choice rather than its branches. */
function deepest(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const depthOf = ({ instancePath }: ErrorObject): number => instancePath.split('/').length
  const depth = errors.reduce((most, error) => Math.max(most, depthOf(error)), 0)
  const found = errors.filter((error) => depthOf(error) === depth)
  const choices = new Set(found.filter(({ keyword }) => keyword === 'oneOf').map(({ instancePath }) => instancePath))
  const told = new Map<string, ErrorObject>()
  for (const error of found) {
    const { keyword, instancePath, message } = error
    if (keyword === 'oneOf' || !choices.has(instancePath)) told.set(`${instancePath} ${message}`, error)
  }
  return [...told.values()]
}

/** The schemas want each state to name its query language. */
function withLanguages(definition: Json): Json {
  const copy = structuredClone(definition)
  for (const { state } of walkStates(copy)) {
    const builder: JsonObjectBuilder = state
    setMember(builder, 'QueryLanguage', languageOf(state, copy))
  }
  return copy
}

/**
 * Something plain of the right kind, in place of a value that our own checks have judged. The schemas refuse what AWS accepts:
 * expressions without blanks or on several lines, texts that are empty or have line ends, fractions of a percent, 0 for all
 * items, an interval of 0, a BatchInput that is an expression, and a ResultWriter that only says how.
 */
function plainValue({ name, field, value }: WrittenField): Json | undefined {
  if (name === 'ResultWriter' && isObject(value)) return { Resource: 'arn:aws:states:::s3:putObject' }
  if (name === 'Condition') return '{% true %}'
  const isTemplate = [field.JSONPath, field.JSONata].some((form) => form === 'template' || form === 'members')
  if (isTemplate) return name === 'Items' ? [] : {}
  if (field.JSONata === 'expression' && isExpression(value)) return '{% true %}'
  return typeof value === 'number' ? fittingValue(field.value) : undefined
}
