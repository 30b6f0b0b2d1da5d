import type { FunctionFacts } from '../asl/function-facts.js'
import { isObject, type JsonObject, member } from '../asl/json.js'
import { isExpression } from '../asl/query-language.js'
import { didYouMean } from '../asl/suggest.js'
import type { Fault } from './fault.js'
import { definitionAt, strikePoint } from './fault-definition.js'
import type { FaultTarget } from './fault-target.js'
import { kindredFaults } from './kindred-faults.js'
import { functionNames, matchesResource, type ResourcePattern, serviceOf } from './resource-pattern.js'
import { isEveryState, matchesState } from './state-pattern.js'
import { namesPlace } from './strike-selection.js'

/** A place of a machine that a fault would strike, if a run came by. */
export interface PlannedSite {
  readonly fault: Fault
  readonly state: string
  /** JSON Pointer from the root of the machine. */
  readonly pointer: string
  /** The Task's call, what an ItemReader reads, or the state itself before its work begins. */
  readonly point: ReturnType<typeof strikePoint>
  /** Id of the row that tells what happens there. */
  readonly strikes: string
  /** ARN of what is called; absent where nothing is. */
  readonly resource?: string
}

/** What the template says of the function behind a state. */
export type FunctionOf = (target: FaultTarget) => FunctionFacts | undefined

/**
 * The places that a plan could strike, fault by fault in document order: what a dry run shows. Items, visits, attempts, chance,
 * time and input are up to the run.
 */
export function plannedSites(
  targets: Iterable<FaultTarget>,
  plan: readonly Fault[],
  functionOf: FunctionOf = () => undefined,
): readonly PlannedSite[] {
  const all = [...targets]
  return plan.flatMap((fault) => all.flatMap((target) => plannedAt(fault, target, functionOf)))
}

function plannedAt(fault: Fault, target: FaultTarget, functionOf: FunctionOf): readonly PlannedSite[] {
  const { site, definition, conditions } = fault
  if (!matchesState(site.state, target.name) || (site.items?.length ?? 0) > mapDepth(target)) return []
  if (conditions.on && !mayMatch(conditions.on, target, functionOf)) return []
  const found = definitionAt(definition, target, namesPlace(fault))
  if (!found) return []
  const { name: state, pointer, resource } = target
  return [
    {
      fault,
      state,
      pointer,
      point: strikePoint(found),
      strikes: found.id,
      ...(resource && { resource: resource.arn }),
    },
  ]
}

/** How many Maps are around a state. */
function mapDepth({ pointer }: FaultTarget): number {
  return [...pointer.matchAll(/\/States\/[^/]+\/(?:ItemProcessor|Iterator)(?=\/)/g)].length
}

/** A function whose name is only known when the machine runs may be any. */
function mayMatch(on: ResourcePattern, target: FaultTarget, functionOf: FunctionOf): boolean {
  const { resource } = target
  if (!resource) return false
  const parameters = parametersOf(target.definition)
  const unknownFunction =
    on.by === 'fn' && serviceOf(resource) === 'lambda' && functionNames({ resource, parameters }).length === 0
  return unknownFunction || matchesResource(on, { resource, parameters }, functionOf(target))
}

/** What the definition sends, as far as it is written down; a value that is computed is left out. */
function parametersOf(definition: JsonObject): JsonObject {
  const given = member(definition, 'Parameters') ?? member(definition, 'Arguments')
  if (!isObject(given)) return {}
  const name = member(given, 'FunctionName')
  return typeof name === 'string' && !isExpression(name) ? { FunctionName: name } : {}
}

/** Why a fault can strike nowhere in a machine, with the nearest valid choice; undefined if it can. */
export function whyNowhere(
  fault: Fault,
  all: Iterable<FaultTarget>,
  functionOf: FunctionOf = () => undefined,
): string | undefined {
  const targets = [...all]
  if (plannedSites(targets, [fault], functionOf).length > 0) return undefined
  const { site, definition, conditions } = fault
  const named = targets.filter((target) => matchesState(site.state, target.name))
  if (named.length === 0) return `no state has that name${nearestState(fault, targets)}`
  const { on } = conditions
  const called = on ? named.filter((target) => mayMatch(on, target, functionOf)) : named
  if (called.length === 0 && on) return `nothing there calls it${nearestResource(on, named, functionOf)}`
  const deep = called.filter((target) => mapDepth(target) >= (site.items?.length ?? 0))
  if (deep.length === 0) return tooDeep(called, site.items?.length ?? 0)
  const [only, ...more] = deep
  const where =
    only === undefined || more.length > 0 || isEveryState(site.state) ? 'there is none' : `${only.name} is none of them`
  return `${definition.id} strikes ${definition.targets}, and ${where}${kindredChoice(fault, deep)}`
}

/** What strikes there in place of a fault that cannot, for the end of a message; nothing if there is none. */
export function kindredChoice({ definition }: Fault, targets: Iterable<FaultTarget>): string {
  const kindred = kindredFaults(definition, targets).slice(0, SHOWN)
  return kindred.length === 0 ? '' : `; of its kind there: ${kindred.join(', ')}`
}

function tooDeep(targets: readonly FaultTarget[], wanted: number): string {
  const depth = Math.max(0, ...targets.map(mapDepth))
  if (depth === 0) return 'the state is inside no Map, so it has no items'
  return `the state is inside ${depth} ${depth === 1 ? 'Map' : 'Maps'}, and ${wanted} items are given: several of one Map are [0|2]`
}

function nearestState({ site }: Fault, targets: readonly FaultTarget[]): string {
  const text = typeof site.state === 'string' ? site.state : site.state.join('')
  return choice(text, [...new Set(targets.map(({ name }) => name))])
}

function nearestResource(
  { by, name }: ResourcePattern,
  targets: readonly FaultTarget[],
  functionOf: FunctionOf,
): string {
  const names = targets.flatMap((target) => {
    const { resource } = target
    if (!resource) return []
    if (by === 'svc') return [serviceOf(resource)]
    if (by === 'resource') return [resource.arn]
    return functionNames({ resource, parameters: parametersOf(target.definition) }, functionOf(target)).slice(-1)
  })
  return choice(typeof name === 'string' ? name : name.join(''), [...new Set(names)])
}

/** Choices that a message lists. */
const SHOWN = 10

function choice(text: string, names: readonly string[]): string {
  const near = didYouMean(text, names)
  if (near !== undefined) return `; did you mean "${near}"?`
  return names.length === 0 ? '' : `; there ${names.length === 1 ? 'is' : 'are'} ${names.slice(0, SHOWN).join(', ')}`
}
