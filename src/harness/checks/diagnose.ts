import { isObject } from '../../asl/json.js'
import type { Json } from '../../asl/json.js'
import type { ExecutionType } from '../../asl/types.js'
import { NOT_AN_OBJECT, notJson, toDiagnostic } from '../../wire/diagnostic.js'
import type { Diagnostic } from '../../wire/diagnostic.js'
import { findJacksonFault } from '../../wire/jackson-message.js'
import { definitionProblems } from './definition-problems.js'

/** All that AWS would say of a definition, given as a value or as the text that is sent. */
export function diagnose(definition: Json, type: ExecutionType): readonly Diagnostic[] {
  if (typeof definition !== 'string') return diagnoseValue(definition, type)
  if (definition.trim() === '') return [NOT_AN_OBJECT]
  const fault = findJacksonFault(definition)
  return fault ? [notJson(fault)] : diagnoseValue(JSON.parse(definition) as Json, type)
}

function diagnoseValue(definition: Json, type: ExecutionType): readonly Diagnostic[] {
  return isObject(definition)
    ? definitionProblems(definition, type).flatMap((found) => toDiagnostic(found) ?? [])
    : [NOT_AN_OBJECT]
}
