import { parseResource } from '../asl/resource.js'
import type { AslError } from '../engine/ports.js'
import { type FaultDefinition, runtimes } from '../faults/fault-definition.js'
import { renderFault } from '../faults/render.js'
import type { Colour } from './colour.js'
import { table } from './table.js'

const EXAMPLE_RESOURCES = [
  'arn:aws:lambda:us-east-1:123456789012:function:Example',
  'arn:aws:states:::lambda:invoke',
  'arn:aws:states:::aws-sdk:s3:getObject',
]

const REQUEST_ID = '00000000-0000-4000-8000-000000000000'

/** All faults, a line each. */
export function printFaultList(faults: readonly FaultDefinition[], colour: Colour): string {
  const rows = faults.map(({ id, aliases, title }) => [colour('bold', id), aliases.join(', '), title])
  return `${table(rows).join('\n')}\n`
}

/** One fault, explained: what a machine sees of it by integration style and runtime, and what to do about it. */
export function printFault(fault: FaultDefinition, colour: Colour): string {
  const facts = [
    ['also called', fault.aliases.join(', ') || 'nothing else'],
    ['strikes', fault.targets],
    ['matched by', fault.matchedBy.join(', ')],
    ['transient', typeof fault.transient === 'string' ? fault.transient : fault.transient ? 'yes' : 'no'],
    ['side effect', fault.sideEffect.replaceAll('-', ' ')],
    ['advice', fault.advice],
    ['evidence', fault.evidence],
    ['source', fault.source.join('; ')],
  ]
  const seen = sightings(fault).map(
    ({ where, error, cause }) => `  ${colour('dim', where)}\n    ${error}\n    ${cause}`,
  )
  const head = `${colour('bold', fault.id)}: ${fault.title}`
  return [head, '', ...table(facts).map((row) => `  ${row}`), '', ...seen, ''].join('\n')
}

interface Sighting {
  readonly where: string
  readonly error: string
  readonly cause: string
}

/** What the machine gets to see, once for each text that differs. */
function sightings(fault: FaultDefinition): readonly Sighting[] {
  const found = new Map<string, Sighting>()
  for (const arn of EXAMPLE_RESOURCES) {
    const resource = parseResource(arn)
    if (!fault.appliesTo(resource)) continue
    for (const runtime of fault.effect.kind === 'function-error' ? runtimes : (['node'] as const)) {
      const outcome = renderFault(fault, { resource, requestId: REQUEST_ID, function: { runtime } })
      const { error, cause } = outcome === 'hang' ? hanging : outcome
      const style = fault.effect.kind === 'function-error' ? `${arn}, ${runtime}` : arn
      const key = `${error}\n${cause}`
      if (!found.has(key)) found.set(key, { where: style, error: error ?? '(no name)', cause: cause ?? '(no cause)' })
    }
  }
  return [...found.values()]
}

const hanging: AslError = {
  error: 'States.Timeout',
  cause: "(no cause: the answer never comes; the Task's own timeout ends it)",
}

export function faultJson(fault: FaultDefinition): object {
  const { id, title, family, aliases, targets, matchedBy, transient, sideEffect, advice, evidence, source } = fault
  const errors = sightings(fault)
  return { id, title, family, aliases, targets, errors, matchedBy, transient, sideEffect, advice, evidence, source }
}
