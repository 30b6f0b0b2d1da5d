import type { Target } from './target.js'
import { documents } from './targets/documents.js'
import { hostileMachines } from './targets/hostile-machines.js'
import { inputs } from './targets/inputs.js'
import { jsonata } from './targets/jsonata.js'
import { machines } from './targets/machines.js'
import { paths } from './targets/paths.js'
import { scenarios } from './targets/scenarios.js'
import { templates } from './targets/templates.js'
import { testStates } from './targets/test-states.js'

/** All that is tried, in turn. */
export const targets: readonly Target[] = [
  machines,
  hostileMachines,
  inputs,
  paths,
  templates,
  jsonata,
  scenarios,
  documents,
  testStates,
]

export function targetNamed(name: string): Target {
  const found = targets.find((target) => target.name === name)
  if (found === undefined) throw new Error(`there is no target ${name}`)
  return found
}
