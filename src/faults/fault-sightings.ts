import { EXAMPLE_TARGETS, type ExampleTarget, exampleContext } from './example-targets.js'
import { type FaultDefinition, type Runtime, runtimes } from './fault-definition.js'
import type { FaultArguments } from './fault-parameters.js'
import { renderFault } from './render.js'

/** What a state machine sees of a fault at one kind of Task or state. */
export interface Sighting {
  /** How the state calls what it calls, or what kind of state it is. */
  readonly style: string
  /** ARN of what is called; absent where nothing is. */
  readonly resource?: string
  /** The function's runtime, where the text depends on it. */
  readonly runtime?: Runtime
  /** Absent where the error has no name, and where there is no error. */
  readonly error?: string
  readonly cause?: string
  /** What happens in place of an error. */
  readonly instead?: string
}

/** Resources of one style that are shown. */
const SHOWN_RESOURCES = 2

/** What the machine gets to see, by style and runtime; of one example only, if it is given. */
export function sightingsOf(fault: FaultDefinition, only?: ExampleTarget): readonly Sighting[] {
  const perRuntime: readonly (Runtime | undefined)[] = fault.effect.kind === 'function-error' ? runtimes : [undefined]
  return (only ? [only] : examplesFor(fault)).flatMap((example) =>
    perRuntime.map((runtime) => sightingAt(fault, example, runtime)),
  )
}

/** Each text once, with all the styles that have it; without a runtime where all runtimes have the same. */
export function distinctSightings(sightings: readonly Sighting[]): readonly Sighting[] {
  const byText = new Map<string, Sighting[]>()
  for (const sighting of sightings) {
    const key = JSON.stringify([sighting.error, sighting.cause, sighting.instead])
    const alike = byText.get(key)
    if (alike) alike.push(sighting)
    else byText.set(key, [sighting])
  }
  return [...byText.values()].flatMap((alike) => {
    const [first] = alike
    if (!first) return []
    const { runtime, ...everywhere } = first
    const isOfAll = new Set(alike.map((one) => one.runtime)).size === runtimes.length
    const style = [...new Set(alike.map((one) => one.style))].join(', ')
    return [{ ...everywhere, style, ...(runtime && !isOfAll && { runtime }) }]
  })
}

/**
 * Examples that the fault can strike: the first of each style, and unusual ones for want of others. What strikes no state has none.
 */
export function examplesFor(fault: FaultDefinition): readonly ExampleTarget[] {
  if (fault.effect.kind === 'outside') return []
  const counts = new Map<string, number>()
  const struck = EXAMPLE_TARGETS.filter(({ target }) => fault.appliesTo(target))
  const usual = struck.filter(({ unusual }) => !unusual)
  return (usual.length > 0 ? usual : struck).filter(({ style }) => {
    const count = counts.get(style) ?? 0
    counts.set(style, count + 1)
    return count < SHOWN_RESOURCES
  })
}

function sightingAt(fault: FaultDefinition, example: ExampleTarget, runtime: Runtime | undefined): Sighting {
  const { style, target } = example
  const context = exampleContext(example, exampleArguments(fault), runtime && { runtime })
  const place = {
    style,
    ...(target.resource && { resource: target.resource.arn }),
    ...(runtime && { runtime }),
  }
  const rendered = renderFault(fault, context)
  if (rendered.kind === 'hang') return { ...place, error: 'States.Timeout', instead: HANGS }
  if (rendered.kind === 'answer') return { ...place, instead: rendered.change ? CHANGED : LATE }
  const { error, cause } = rendered.failure
  return { ...place, ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) }
}

const HANGS = "no answer: the Task's own timeout ends it, or the execution's"
const LATE = 'no error: the answer comes late'
const CHANGED = 'no error: the answer is another one'

/** What has to be given is made up. */
function exampleArguments({ parameters = {} }: FaultDefinition): FaultArguments {
  const required = Object.entries(parameters).filter(([, parameter]) => parameter.default === undefined)
  return Object.fromEntries(required.map(([name, { kind }]) => [name, kind === 'text' ? 'Card.Declined' : 1]))
}
