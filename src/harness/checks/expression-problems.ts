import { isArray, isObject, member, pointer } from '../../asl/json.js'
import type { Json, JsonObject } from '../../asl/json.js'
import { problem } from '../../asl/problem.js'
import type { Problem } from '../../asl/problem.js'
import { UserError } from '../../asl/user-error.js'
import { walkStates } from '../../asl/walk.js'
import { compileChoiceRule } from '../../data/choice-rules.js'
import { InvalidExpressionError } from '../../data/failure.js'
import { jsonataText } from '../../data/jsonata-template.js'
import { compileJsonata } from '../../data/jsonata.js'
import { compilePathExpression } from '../../data/path-expression.js'
import { compileDynamicValue, compileTemplate } from '../../data/payload-template.js'
import { compileReferencePath } from '../../data/reference-path.js'
import { DefinitionError, compile } from '../../engine/compile/machine.js'
import type { ExecutionType } from '../../asl/types.js'
import { ruleFocus, templateFocus } from './expression-focus.js'

/**
 * The paths, payload templates, intrinsic calls and JSONata expressions that AWS would refuse, each at the place that it
 * names: the field of the state, and in JSONata the very string; its focus is the string in any case. For a definition in which `checkDefinition` finds no error.
 */
export function expressionProblems(definition: JsonObject, type: ExecutionType): readonly Problem[] {
  const byDefault = member(definition, 'QueryLanguage')
  const found = [...walkStates(definition)].flatMap(({ state, pointer: at }) => {
    const isJsonata = (member(state, 'QueryLanguage') ?? byDefault) === 'JSONata'
    return placesOf(state, at).flatMap((place) => (isJsonata ? jsonataProblems(place) : jsonPathProblems(place)))
  })
  return found.length > 0 ? found : compileProblems(definition, type)
}

/** An object with fields that are evaluated: a state, one of its catchers, or a rule of a Choice. */
interface Place {
  readonly fields: JsonObject
  readonly at: string
  readonly isRule: boolean
}

function placesOf(state: JsonObject, at: string): readonly Place[] {
  const inList = (list: 'Catch' | 'Choices'): Place[] => {
    const items = member(state, list)
    if (items === undefined || !isArray(items)) return []
    return items.flatMap((fields, index) =>
      isObject(fields) ? [{ fields, at: pointer(at, list, index), isRule: list === 'Choices' }] : [],
    )
  }
  return [{ fields: state, at, isRule: false }, ...inList('Choices'), ...inList('Catch')]
}

type TryField = (value: Json, field: string) => unknown

const path: TryField = (value) => typeof value === 'string' && compilePathExpression(value)
const referencePath: TryField = (value) => typeof value === 'string' && compileReferencePath(value)
const pathOrCall: TryField = (value, field) => typeof value === 'string' && compileDynamicValue(field, value)
const template: TryField = (value) => compileTemplate(value)

const JSONPATH_FIELDS: ReadonlyMap<string, TryField> = new Map([
  ['InputPath', path],
  ['Parameters', template],
  ['ResultSelector', template],
  ['ResultPath', referencePath],
  ['OutputPath', path],
  ['Assign', template],
  ['Credentials', template],
  ['ItemsPath', path],
  ['ItemSelector', template],
  ['SecondsPath', path],
  ['TimestampPath', path],
  ['TimeoutSecondsPath', path],
  ['HeartbeatSecondsPath', path],
  ['MaxConcurrencyPath', path],
  ['ToleratedFailureCountPath', path],
  ['ToleratedFailurePercentagePath', path],
  ['ErrorPath', pathOrCall],
  ['CausePath', pathOrCall],
])

function jsonPathProblems({ fields, at, isRule }: Place): readonly Problem[] {
  const inRule = isRule
    ? refusalOf(
        () => compileChoiceRule(fields),
        at,
        () => ruleFocus(fields, at),
      )
    : []
  const inFields = [...JSONPATH_FIELDS].flatMap(([field, compileField]) => {
    const value = member(fields, field)
    if (value === undefined) return []
    const place = pointer(at, field)
    return refusalOf(
      () => compileField(value, field),
      place,
      () => templateFocus(value, place),
    )
  })
  return [...inRule, ...inFields]
}

const JSONATA_FIELDS = [
  'Condition',
  'Items',
  'Arguments',
  'ItemSelector',
  'ItemBatcher',
  'ItemReader',
  'ResultWriter',
  'Credentials',
  'Seconds',
  'Timestamp',
  'TimeoutSeconds',
  'HeartbeatSeconds',
  'MaxConcurrency',
  'ToleratedFailureCount',
  'ToleratedFailurePercentage',
  'Error',
  'Cause',
  'Output',
  'Assign',
]

function jsonataProblems({ fields, at }: Place): readonly Problem[] {
  return JSONATA_FIELDS.flatMap((field) => {
    const value = member(fields, field)
    return value === undefined ? [] : refusedIn(value, pointer(at, field))
  })
}

/** Checked definitions are nested no deeper than recursion can go. */
function refusedIn(value: Json, at: string): readonly Problem[] {
  if (isArray(value)) return value.flatMap((item, index) => refusedIn(item, pointer(at, index)))
  if (isObject(value)) return Object.entries(value).flatMap(([key, item]) => refusedIn(item, pointer(at, key)))
  const text = jsonataText(value)
  return text === undefined ? [] : refusalOf(() => compileJsonata(text), at)
}

function refusalOf(attempt: () => unknown, at: string, focus?: () => string | undefined): readonly Problem[] {
  try {
    attempt()
    return []
  } catch (error) {
    if (error instanceof InvalidExpressionError) return [refusal(error.message, at, focus?.())]
    throw error
  }
}

/** A message of the form `CODE: text` brings AWS's code along. */
function refusal(told: string, at: string, focus?: string): Problem {
  const [, code = 'SCHEMA_VALIDATION_FAILED', message = told] = /^([A-Z]+(?:_[A-Z]+)+): (.*)$/s.exec(told) ?? []
  return problem(code, 'error', message, at, focus === undefined ? {} : { focus })
}

/** What only shows when the machine is compiled as a whole; a feature that aslx does not run is no problem of the definition. */
function compileProblems(definition: Json, type: ExecutionType): readonly Problem[] {
  try {
    compile(definition, { type })
    return []
  } catch (error) {
    if (error instanceof DefinitionError) return error.problems.map(({ message, pointer: at }) => refusal(message, at))
    if (error instanceof UserError && error.kind === 'unsupported') return []
    throw error
  }
}
