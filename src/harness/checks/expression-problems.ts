import type { JsonPathForm } from '../../asl/fields/field.js'
import { type FieldPlace, placesOf, writtenFields } from '../../asl/fields/places.js'
import { isArray, isObject, pointer } from '../../asl/json.js'
import type { Json, JsonObject } from '../../asl/json.js'
import { problem } from '../../asl/problem.js'
import type { Problem } from '../../asl/problem.js'
import { isJsonata, jsonataText } from '../../asl/query-language.js'
import { UserError } from '../../asl/user-error.js'
import { walkStates } from '../../asl/walk.js'
import { compileChoiceRule } from '../../data/choice-conditions.js'
import { InvalidExpressionError } from '../../data/failure.js'
import { compileJsonata } from '../../data/jsonata.js'
import { compilePathExpression, compileValuePath } from '../../data/path-expression.js'
import { compileDynamicValue, compileTemplate } from '../../data/payload-template.js'
import { compileReferencePath } from '../../data/reference-path.js'
import { DefinitionError, compileMachine } from '../../engine/compile/compile-machine.js'
import type { ExecutionType } from '../../asl/types.js'
import { ruleFocus, templateFocus } from './expression-focus.js'

/**
 * The paths, payload templates, intrinsic calls and JSONata expressions that AWS would refuse, each at the place that it
 * names: the field of the state, and in JSONata the very string; its focus is the string in any case. For a definition in which `checkDefinition` finds no error.
 */
export function expressionProblems(definition: JsonObject, type: ExecutionType): readonly Problem[] {
  const found = [...walkStates(definition)].flatMap(({ state, pointer: at }) => {
    const inPlace = isJsonata(state, definition) ? jsonataProblems : jsonPathProblems
    return placesOf(state, at).flatMap(inPlace)
  })
  return found.length > 0 ? found : compileProblems(definition, type)
}

/** Tries to compile what a field of this form holds. */
const COMPILE: Readonly<Record<JsonPathForm, (value: Json, name: string) => unknown>> = {
  literal: () => undefined,
  path: (value) => typeof value === 'string' && compilePathExpression(value),
  'reference-path': (value) => typeof value === 'string' && compileValuePath(value),
  'result-path': (value) => typeof value === 'string' && compileReferencePath(value),
  'path-or-call': (value, name) => typeof value === 'string' && compileDynamicValue(name, value),
  template: (value) => compileTemplate(value),
}

function jsonPathProblems({ part, object, fields, pointer: at }: FieldPlace): readonly Problem[] {
  if (part === 'inner-rule') return []
  const compileRule = (): unknown => compileChoiceRule(object)
  const inRule = part === 'rule' ? refusalOf(compileRule, at, () => ruleFocus(object, at)) : []
  const inFields = [...writtenFields(object, fields, at)].flatMap(({ name, field, value, pointer: here }) => {
    const form = field.JSONPath
    // The tests of a rule are compiled with it.
    if (form === undefined || (part === 'rule' && form === 'path')) return []
    return refusalOf(
      () => COMPILE[form](value, name),
      here,
      () => templateFocus(value, here),
    )
  })
  return [...inRule, ...inFields]
}

function jsonataProblems({ part, object, fields, pointer: at }: FieldPlace): readonly Problem[] {
  return [...writtenFields(object, fields, at)].flatMap(({ field, value, pointer: here }) =>
    field.JSONata === undefined || field.JSONata === 'literal' ? [] : refusedIn(value, here, part),
  )
}

/** Checked definitions are nested no deeper than recursion can go. */
function refusedIn(value: Json, at: string, part: FieldPlace['part']): readonly Problem[] {
  if (isArray(value)) return value.flatMap((item, index) => refusedIn(item, pointer(at, index), part))
  if (isObject(value)) return Object.entries(value).flatMap(([key, item]) => refusedIn(item, pointer(at, key), part))
  const text = jsonataText(value)
  return text === undefined ? [] : refusalOf(() => compileAt(text, part), at)
}

/** That AWS refuses errorOutput elsewhere is measured; its text is not. */
function compileAt(text: string, part: FieldPlace['part']): void {
  if (!compileJsonata(text).readsErrorOutput || part === 'catcher') return
  const what = "Reference to '$states.errorOutput' is only supported in 'Catch'."
  throw new InvalidExpressionError(what, { code: 'UNSUPPORTED_JSONATA_EXPRESSION' })
}

function refusalOf(attempt: () => unknown, at: string, focus?: () => string | undefined): readonly Problem[] {
  try {
    attempt()
    return []
  } catch (error) {
    if (!(error instanceof InvalidExpressionError)) throw error
    const place = focus?.()
    return [problem(error.code, 'error', error.what, at, place === undefined ? {} : { focus: place })]
  }
}

/** What only shows when the machine is compiled as a whole; a feature that aslx does not run is no problem of the definition. */
function compileProblems(definition: Json, type: ExecutionType): readonly Problem[] {
  try {
    compileMachine(definition, { type })
    return []
  } catch (error) {
    if (error instanceof DefinitionError) return error.problems
    if (error instanceof UserError && error.kind === 'unsupported') return []
    throw error
  }
}
