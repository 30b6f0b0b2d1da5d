import type { JsonObject } from '../asl/json.js'
import { catalogue } from './catalogue.js'
import { parseArguments, printArguments } from './fault-arguments.js'
import type { FaultDefinition, Runtime } from './fault-definition.js'
import { type FaultArguments, NO_ARGUMENTS } from './fault-parameters.js'
import type { FaultTarget } from './fault-target.js'
import { errorNameOf } from './render.js'

/** What a fault does, as a scenario string has it: see `ResolvedStrike`. */
export interface StrikeName {
  readonly name: string
  readonly args?: string
}

/** What a scenario string's name and arguments come to at a state. */
export interface NamedStrike {
  readonly definition: FaultDefinition
  readonly args: FaultArguments
}

/**
 * How a scenario string names this fault at a state: the error that people see, such as `Runtime.ExitError`, if it stands
 * for this fault alone there, else the fault's id. `error(Card.Declined)` is `Card.Declined` where nothing else has that name.
 */
export function strikeName(
  definition: FaultDefinition,
  target: FaultTarget,
  runtime: Runtime,
  args: FaultArguments = NO_ARGUMENTS,
): StrikeName {
  const { name: error, ...others } = args
  const names = namesAt(target, runtime)
  if (
    definition.effect.kind === 'named-error' &&
    typeof error === 'string' &&
    isErrorName(error) &&
    !names.has(error)
  ) {
    return { name: error, ...printed(definition, others) }
  }
  const seen = errorName(definition, target, runtime)
  const name = seen !== undefined && names.get(seen) === definition ? seen : definition.id
  return { name, ...printed(definition, args) }
}

function printed(definition: FaultDefinition, args: FaultArguments): { readonly args?: string } {
  const text = printArguments(definition, args)
  return text === '' ? {} : { args: text }
}

/**
 * The fault that a scenario string means by an id or an error's name at a state, with its arguments; undefined if none.
 * A name that no fault has there, and that looks like an error's (`Card.Declined`, `Boom`), is the error of that name.
 * UserError for arguments that the fault does not take.
 */
export function resolveStrikeName(
  { name, args }: StrikeName,
  target: FaultTarget,
  runtime: Runtime,
): NamedStrike | undefined {
  const definition = namesAt(target, runtime).get(name)
  if (definition) return { definition, args: args === undefined ? NO_ARGUMENTS : parseArguments(definition, args) }
  const named = isErrorName(name) ? anyError(target) : undefined
  if (!named) return undefined
  const others = args === undefined ? NO_ARGUMENTS : parseArguments(named, args)
  return { definition: named, args: { name, ...others } }
}

/** Names of errors have a dot in them or begin with a capital; ids of faults do neither, so that a slip in one is told. */
function isErrorName(name: string): boolean {
  return /^\p{Lu}|^[^-]*\./u.test(name)
}

function anyError(target: FaultTarget): FaultDefinition | undefined {
  return catalogue.find((row) => row.effect.kind === 'named-error' && row.appliesTo(target))
}

/** By state as the definition has it, then by whatever else a row may look at. */
const known = new WeakMap<JsonObject, Map<string, ReadonlyMap<string, FaultDefinition>>>()

/** Every name that means a fault at this state: the ids of all that apply, then their errors' names, the first of each. */
function namesAt(target: FaultTarget, runtime: Runtime): ReadonlyMap<string, FaultDefinition> {
  const ofState = known.get(target.definition) ?? new Map<string, ReadonlyMap<string, FaultDefinition>>()
  known.set(target.definition, ofState)
  const key = `${runtime} ${target.executionType} ${target.queryLanguage} ${target.pointer}`
  const found = ofState.get(key) ?? collectNames(target, runtime)
  ofState.set(key, found)
  return found
}

function collectNames(target: FaultTarget, runtime: Runtime): ReadonlyMap<string, FaultDefinition> {
  const applicable = catalogue.filter((row) => row.appliesTo(target))
  const names = new Map(applicable.map((row) => [row.id, row]))
  for (const row of applicable) {
    const name = errorName(row, target, runtime)
    if (name !== undefined && !names.has(name)) names.set(name, row)
  }
  return names
}

const NOTHING = { kind: 'unknown', arn: '' } as const

function errorName(definition: FaultDefinition, target: FaultTarget, runtime: Runtime): string | undefined {
  return errorNameOf(definition, target.resource ?? NOTHING, runtime)
}
