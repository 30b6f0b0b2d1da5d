import { checkDefinition } from '../../asl/check.js'
import { isObject } from '../../asl/json.js'
import type { Json, JsonObject } from '../../asl/json.js'
import type { Problem } from '../../asl/problem.js'
import type { ExecutionType } from '../../asl/types.js'
import { NOT_AN_OBJECT, notJson, toDiagnostic } from '../../wire/diagnostic.js'
import type { Diagnostic } from '../../wire/diagnostic.js'
import { findJacksonFault } from '../../wire/jackson-message.js'
import { insteadOfIntegration } from '../../services/instead-of-integration.js'
import { expressionProblems } from './expression-problems.js'

/** All that AWS would say of a definition, given as a value or as the text that is sent. */
export function diagnose(definition: Json, type: ExecutionType): readonly Diagnostic[] {
  if (typeof definition !== 'string') return diagnoseValue(definition, type)
  if (definition.trim() === '') return [NOT_AN_OBJECT]
  const fault = findJacksonFault(definition)
  return fault ? [notJson(fault)] : diagnoseValue(JSON.parse(definition) as Json, type)
}

function diagnoseValue(definition: Json, type: ExecutionType): readonly Diagnostic[] {
  return isObject(definition)
    ? problemsIn(definition, type).flatMap((found) => toDiagnostic(found) ?? [])
    : [NOT_AN_OBJECT]
}

/** Expressions are looked at only where everything around them is as it should be. */
function problemsIn(definition: JsonObject, type: ExecutionType): readonly Problem[] {
  const checked = checkDefinition(definition, { type, insteadOfIntegration })
  const isSound = checked.every(({ severity }) => severity !== 'error')
  return isSound ? [...checked, ...expressionProblems(definition, type)] : checked
}
