import type { Conditions } from './conditions.js'
import type { FaultDefinition } from './fault-definition.js'
import type { FaultArguments } from './fault-parameters.js'
import type { Site } from './site.js'

/** A fault as asked for, as plain data: what strikes, with which arguments, where, and under which conditions. */
export interface FaultSpec {
  readonly definition: FaultDefinition
  readonly args: FaultArguments
  readonly site: Site
  readonly conditions: Conditions
}

/** Every state, visit, item and attempt. */
export const EVERYWHERE: Site = Object.freeze({ state: Object.freeze(['', '']) })

export const NO_CONDITIONS: Conditions = Object.freeze({})
