import { didYouMean } from '../asl/suggest.js'
import { UserError } from '../asl/user-error.js'
import { type ExampleTarget, EXAMPLE_TARGETS, exampleForResource } from '../faults/example-targets.js'
import { type FaultTarget, faultTargets } from '../faults/fault-target.js'
import { shown } from '../faults/shown-text.js'
import type { MachineSource } from '../iac/machine-source.js'
import { findSource } from './command-source.js'
import { splitSource } from '../iac/split-source.js'
import type { OptionValues } from './options.js'

/**
 * What `--for` names: a resource's ARN, a type of state (`Choice`), or a state of a source: `template.yaml#OrderFlow.Charge`,
 * and `template.yaml#Charge` where one machine alone has it. UserError for anything else.
 */
export function faultPlace(text: string, options: OptionValues): ExampleTarget {
  if (text.startsWith('arn:')) return exampleForResource(text)
  const ofType = EXAMPLE_TARGETS.find(({ target }) => target.type === text)
  if (ofType) return ofType
  const { file, name } = splitSource(text)
  if (name === undefined) {
    const forms = "a resource's ARN, a type of state, or a state as in template.yaml#Machine.State"
    throw new UserError('usage', `--for takes ${forms}, and got ${shown(text)}`)
  }
  const { machines, problems } = findSource(file, options)
  const [problem] = problems
  if (machines.length === 0 && problem) throw problem.error
  const states = machines.flatMap((machine) => statesOf(machine))
  const found = states.filter(({ names }) => names.includes(name))
  const [only] = found
  if (only && found.length === 1) return { style: styleOf(only.target), target: only.target }
  const known = (only ? found : states).map(({ names: [full = ''] }) => full)
  const near = (only ? undefined : didYouMean(name, known)) ?? known.slice(0, SHOWN).join(', ')
  const what = only ? `several machines of ${file} have a state ${shown(name)}` : `${file} has no state ${shown(name)}`
  throw new UserError('usage', `${what}; name it as in ${near}`)
}

/** States that a message lists. */
const SHOWN = 10

function statesOf({
  name,
  definition,
  type,
}: MachineSource): readonly { names: readonly string[]; target: FaultTarget }[] {
  return faultTargets(definition, type).map((target) => ({ names: [`${name}.${target.name}`, target.name], target }))
}

function styleOf({ type, name }: FaultTarget): string {
  return `${type} ${name}`
}
