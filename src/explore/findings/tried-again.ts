import { isObject, type Json, member } from '../../asl/json.js'
import { canonicalText } from '../../verify/effect-key.js'
import type { Episode, Observation } from '../exploration/observation.js'
import type { MachineFacts, StateFacts } from './machine-facts.js'

/**
 * Members of a call's input that say where the work is done and not what is done: members of EC2 (RunInstances), ECS (RunTask) and
 * Batch (SubmitJob) by AWS's API models.
 */
const PLACEMENT_MEMBERS: ReadonlySet<string> = new Set([
  'AvailabilityZone',
  'CapacityProvider',
  'CapacityProviderStrategy',
  'Cluster',
  'InstanceMarketOptions',
  'InstanceType',
  'JobQueue',
  'LaunchType',
  'Placement',
  'SubnetId',
  'Subnets',
])

/** A Catch that leads back to the state, or to a state that does the same work in another place (the next subnet), is a retry. */
export function isTriedAgainLater(
  { enteredAfter }: Pick<Observation, 'enteredAfter'>,
  { pointer }: Pick<Episode, 'pointer'>,
  { states }: Pick<MachineFacts, 'states'>,
): boolean {
  if (enteredAfter.includes(pointer)) return true
  const work = workOf(states.get(pointer))
  const sameWork = (other: string): boolean => isReachedFrom(pointer, other) && workOf(states.get(other)) === work
  return work !== undefined && enteredAfter.some(sameWork)
}

/** Only states beside it, or around the Map or Parallel that it is in: a branch beside it runs whatever happens to it. */
function isReachedFrom(pointer: string, other: string): boolean {
  return pointer.startsWith(other.slice(0, other.lastIndexOf('/') + 1))
}

/** What a Task asks for wherever that is done, as text to compare; undefined where its input says no place. */
function workOf(state: StateFacts | undefined): string | undefined {
  if (state?.type !== 'Task') return undefined
  const input = member(state.definition, 'Parameters') ?? member(state.definition, 'Arguments')
  if (input === undefined || !isObject(input) || !hasPlacement(input)) return undefined
  return canonicalText([member(state.definition, 'Resource') ?? null, withoutPlacement(input)])
}

function hasPlacement(value: Json): boolean {
  if (Array.isArray(value)) return value.some(hasPlacement)
  return isObject(value) && Object.entries(value).some(([name, one]) => isPlacement(name) || hasPlacement(one))
}

function withoutPlacement(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutPlacement)
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([name]) => !isPlacement(name))
  return Object.fromEntries(kept.map(([name, one]): [string, Json] => [name, withoutPlacement(one)]))
}

function isPlacement(name: string): boolean {
  return PLACEMENT_MEMBERS.has(name.replace(/\.\$$/, ''))
}
