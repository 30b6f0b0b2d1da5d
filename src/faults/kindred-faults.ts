import type { Resource } from '../asl/resource.js'
import { type ErrorKind, type KindOfError, kindOfError } from '../services/error-kind.js'
import { raisableErrors } from '../services/raisable.js'
import { catalogue } from './catalogue.js'
import type { ExampleTarget } from './example-targets.js'
import { definitionAt, type FaultDefinition, strikePoint } from './fault-definition.js'
import { kindOfFault } from './fault-kind.js'
import { examplesFor } from './fault-sightings.js'
import type { FaultTarget } from './fault-target.js'
import { errorNameOf } from './render.js'
import { serviceOf } from './resource-pattern.js'
import { printSite } from './site.js'

/**
 * What a fault that can strike none of these states is called at the services they call, in the language of faults: for each
 * service the first row of its kind, else the first exception of it. `throttle` over DynamoDB: `ddb-provisioned-throughput@Put`.
 */
export function kindredFaults(fault: FaultDefinition, targets: Iterable<FaultTarget>): readonly string[] {
  const kinds = new Set(kindsOfFault(fault).flatMap(({ kind }) => (ALIKE.has(kind) ? [kind] : [])))
  const byService = new Map<string, string>()
  if (kinds.size === 0) return []
  for (const target of targets) {
    const service = target.type === 'Task' && target.resource ? serviceOf(target.resource) : undefined
    if (service === undefined || byService.has(service)) continue
    const name = kindredAt(fault, kinds, target)
    if (name !== undefined) byService.set(service, `${name}@${printSite({ state: target.name })}`)
  }
  return [...byService.values()]
}

/** What kinds of error a fault is where it strikes: at one example, or at every kind of Task that it can strike. */
export function kindsOfFault(fault: FaultDefinition, at?: ExampleTarget): readonly KindOfError[] {
  return (at ? [at] : examplesFor(fault)).map(({ target: { resource } }) => kindAt(fault, resource))
}

function kindAt(fault: FaultDefinition, resource: Resource | undefined): KindOfError {
  return kindOfFault(fault, resource, resource && errorNameOf(fault, resource, 'node'))
}

/** The fault itself comes first: at a function that is named, one of a service may strike inside it. */
function kindredAt(fault: FaultDefinition, kinds: ReadonlySet<ErrorKind>, target: FaultTarget): string | undefined {
  const { resource } = target
  const isOfKind = ({ kind }: KindOfError): boolean => kinds.has(kind)
  const row = [fault, ...catalogue].find((one) => {
    const found = definitionAt(one, target, true)
    return found !== undefined && strikePoint(found) === 'task' && isOfKind(kindAt(found, resource))
  })
  if (row) return row.id
  const raisable = resource && raisableErrors(resource)?.find(({ error }) => isOfKind(kindOfError(resource, error)))
  return raisable && `error(${raisable.error})`
}

/** Kinds that say no more than that it is none of the others, or that one request was wrong, make nothing alike. */
const ALIKE: ReadonlySet<ErrorKind> = new Set([
  'throttled',
  'killed',
  'timeout',
  'denied',
  'service-fault',
  'connection',
])
