import type { Json } from '../../asl/json.js'
import { modelAsObject } from '../../faults/models/model-object.js'
import { storeAsJson } from '../../tasks/object-store.js'
import { mapMembers, mocksAsJson } from './base-scenario.js'
import { scenarioObjects } from '../scenarios/scenario-objects.js'
import type { ChildMachine } from '../answering/rules.js'
import { type Scenario, faultsOf, modelsOf } from '../scenarios/scenario.js'

/** All that decides how a machine runs when another one starts it, as data: part of the base scenario of what starts it. */
export function machineAsBase({
  name,
  type,
  definition,
  defaults,
}: Pick<ChildMachine, 'name' | 'type' | 'definition'> & { readonly defaults: Scenario }): Json {
  const { tasks = {}, resources = {}, machines = {}, limits = {}, profile = null, onUnmockedTask = null } = defaults
  const s3 = storeAsJson(scenarioObjects(defaults.s3))
  const faults = faultsOf(defaults).map(String)
  const rules: Json = { tasks: mocksAsJson(tasks), s3, faults, limits: { ...limits }, profile, onUnmockedTask }
  const named = Object.keys(resources).length > 0 && { resources: mocksAsJson(resources) }
  const models = modelsOf(defaults).map(modelAsObject)
  const modelled = models.length > 0 && { models }
  return {
    name,
    type,
    definition,
    ...rules,
    ...named,
    ...modelled,
    machines: mapMembers(machines, (machine) => machine.toBase()),
  }
}
