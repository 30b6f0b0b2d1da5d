import { checkDefinition } from '../../asl/check.js'
import { isObject } from '../../asl/json.js'
import type { Json, JsonObject } from '../../asl/json.js'
import type { Problem } from '../../asl/problem.js'
import type { ExecutionType } from '../../asl/types.js'
import { insteadOfIntegration } from '../../services/instead-of-integration.js'
import { endedServiceProblems } from './ended-services.js'
import { expressionProblems } from './expression-problems.js'
import { resourceArnProblems } from './resource-arns.js'

/**
 * What AWS would refuse in a definition, and what it takes and will not do what its author meant. Expressions are looked at only
 * where everything around them is as it should be; `filled` is the definition in which they are, if that is another one.
 */
export function definitionProblems(
  definition: Json,
  type: ExecutionType,
  filled: (checked: JsonObject) => Json = (checked) => checked,
): readonly Problem[] {
  const checked = [
    ...checkDefinition(definition, { type, insteadOfIntegration }),
    ...resourceArnProblems(definition),
    ...endedServiceProblems(definition),
  ]
  if (!isObject(definition) || hasErrors(checked)) return checked
  const complete = filled(definition)
  return isObject(complete) ? [...checked, ...expressionProblems(complete, type)] : checked
}

/** Whether AWS would refuse a definition with these problems. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error')
}
