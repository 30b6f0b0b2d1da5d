import { isObject, member } from './json.js'
import type { Json, JsonObject } from './json.js'
import { findNotPlain } from './plain-json.js'
import { schemaError } from './problem.js'
import type { Problem, Report } from './problem.js'
import { isStateType } from './fields/state-table.js'
import { languageOf } from './query-language.js'
import type { Resource } from './resource.js'
import { choiceRules } from './rules/choice-rules.js'
import { credentials } from './rules/credentials.js'
import { deadErrorNames } from './rules/dead-error-names.js'
import { errorEquals } from './rules/error-equals.js'
import { exclusiveFields } from './rules/exclusive-fields.js'
import { expressIntegrations } from './rules/express-integrations.js'
import { handlerFields } from './rules/handler-fields.js'
import { machineFields } from './rules/machine-fields.js'
import { mapObjects } from './rules/map-objects.js'
import { mapParts } from './rules/map-parts.js'
import { queryLanguage } from './rules/query-language-rule.js'
import { reachability } from './rules/reachability.js'
import { shadowedHandlers } from './rules/shadowed-handlers.js'
import { stateFields } from './rules/state-fields.js'
import { stateNames } from './rules/state-names.js'
import type { DefinitionRule, DefinitionSubject, MachineRule, StateRule, StateSubject } from './rules/subject.js'
import { taskResources } from './rules/task-resources.js'
import { heartbeatBelowTimeout } from './rules/task-timeouts.js'
import { nextOrEnd, transitionTargets } from './rules/transitions.js'
import { unboundedWaits } from './rules/unbounded-waits.js'
import { variables } from './rules/variables.js'
import { waitTimestamp } from './rules/wait-timestamp.js'
import { walkMachines, walkStates } from './walk.js'

export interface CheckOptions {
  /** What kind of state machine the definition is deployed as. Default STANDARD. */
  readonly type?: 'STANDARD' | 'EXPRESS'
  /**
   * What to use instead of a resource's integration if it does not exist (`services` knows them), undefined if nothing is wrong
   * with it. Default: every integration is taken to exist.
   */
  readonly insteadOfIntegration?: (resource: Resource) => string | undefined
}

const machineRules: readonly MachineRule[] = [machineFields, transitionTargets, reachability]
const stateRules: readonly StateRule[] = [
  queryLanguage,
  stateFields,
  exclusiveFields,
  nextOrEnd,
  choiceRules,
  waitTimestamp,
  heartbeatBelowTimeout,
  credentials,
  mapParts,
  mapObjects,
  handlerFields,
  errorEquals,
  expressIntegrations,
  taskResources,
  shadowedHandlers,
  unboundedWaits,
]
const definitionRules: readonly DefinitionRule[] = [stateNames, variables, deadErrorNames]

/**
 * Checks a definition without running it: errors where Step Functions refuses it, warnings where its error handling
 * does not do what it seems to. Takes any value and never throws. Paths and JSONata expressions are not parsed here.
 */
export function checkDefinition(definition: Json, options: CheckOptions = {}): Problem[] {
  const notPlain = findNotPlain(definition)
  if (notPlain) return [schemaError(`A value of the definition ${notPlain.why}`, notPlain.pointer)]
  if (!isObject(definition)) return [schemaError('Definition must be a valid JSON object', '')]
  const problems: Problem[] = []
  const report: Report = (found) => problems.push(found)
  const subject = definitionSubject(definition, options)
  for (const machine of walkMachines(definition)) for (const rule of machineRules) rule(machine, report)
  for (const state of subject.states) for (const rule of stateRules) rule(state, report)
  for (const rule of definitionRules) rule(subject, report)
  return problems
}

function definitionSubject(root: JsonObject, options: CheckOptions): DefinitionSubject {
  const { type = 'STANDARD', insteadOfIntegration = () => undefined } = options
  const states: StateSubject[] = []
  const language = languageOf(root)
  const definition = { root, language, type, states, insteadOfIntegration }
  for (const walked of walkStates(root)) {
    const stateType = member(walked.state, 'Type')
    if (isStateType(stateType)) {
      states.push({ ...walked, type: stateType, language: languageOf(walked.state, root), definition })
    }
  }
  return definition
}
