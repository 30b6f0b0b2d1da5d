import type { Json } from '../asl/json.js'
import type { ExampleTarget } from '../faults/example-targets.js'
import { type FaultDefinition, strikePoint } from '../faults/fault-definition.js'
import { distinctSightings, type Sighting, sightingsOf } from '../faults/fault-sightings.js'
import { transienceAt } from '../services/transience.js'
import { kindsOfFault } from '../faults/kindred-faults.js'
import { errorNameOf } from '../faults/render.js'
import { printable } from '../verify/printable.js'
import type { Colour } from './colour.js'
import { screenText, type ScreenText } from './screen-text.js'
import { table } from './table.js'

/** Faults, a line each, under their families. */
export function printFaultList(faults: readonly FaultDefinition[], colour: Colour): ScreenText {
  const families = [...new Set(faults.map(({ family }) => family))]
  const rows = table(faults.map(({ id, aliases, title }) => [colour('bold', id), aliases.join(', '), title]))
  const lines = families.flatMap((family) => [
    colour('dim', family),
    ...rows.filter((_, i) => faults[i]?.family === family).map((row) => `  ${row}`),
  ])
  return screenText([...lines, '', `${faults.length} faults: aslx faults <name> explains one`, ''], colour)
}

/** One fault, explained: what a machine sees of it by integration style and runtime, and what to do about it. */
export function printFaultDefinition(fault: FaultDefinition, colour: Colour, at?: ExampleTarget): ScreenText {
  const { effect, parameters = {}, notMatchedBy = [], insideFunction } = fault
  const facts = [
    ['also called', fault.aliases.join(', ') || 'nothing else'],
    ['family', fault.family],
    ['strikes', effect.kind === 'outside' ? `no state: ${effect.what}` : fault.targets],
    ['matched by', fault.matchedBy.join(', ') || 'nothing'],
    ...(notMatchedBy.length > 0 ? [['not matched by', notMatchedBy.join(', ')]] : []),
    ['kind', [...new Set(kindsOfFault(fault, at).map(({ kind }) => kind))].join(', ') || 'none'],
    ['transient', typeof fault.transient === 'string' ? fault.transient : fault.transient ? 'yes' : 'no'],
    ...knownTransience(fault, at),
    ['side effect', fault.sideEffect.replaceAll('-', ' ')],
    ['advice', fault.advice],
    ['evidence', fault.evidence],
    ['source', fault.source.join('; ')],
    ...(insideFunction ? [['in a function', `${insideFunction.id}, where the state that is named calls one`]] : []),
    ...Object.entries(parameters).map(([name, parameter]) => [`(${name}=...)`, parameterText(parameter)]),
  ]
  const seen = distinctSightings(sightingsOf(fault, at)).flatMap((sighting) => sightingLines(sighting, colour))
  const head = `${colour('bold', fault.id)}: ${fault.title}`
  const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`)
  return screenText([head, '', ...indented(table(facts)), '', ...indented(seen), ''], colour)
}

/** What the registry of services says of the error at a resource, and why. */
function knownTransience(fault: FaultDefinition, at: ExampleTarget | undefined): readonly (readonly string[])[] {
  const resource = at?.target.resource
  const error = resource && errorNameOf(fault, resource, 'node')
  const known = resource && error !== undefined ? transienceAt(resource, error) : undefined
  return known && known.transience !== 'unknown' ? [['at this service', `${known.transience}: ${known.source}`]] : []
}

function parameterText({ help, kind, default: value }: NonNullable<FaultDefinition['parameters']>[string]): string {
  const unit = kind === 'duration' ? ' ms' : kind === 'bytes' ? ' bytes' : ''
  return `${help} (${value === undefined ? 'must be given' : `default ${JSON.stringify(value)}${unit}`})`
}

/** Characters of a place, error or cause that are shown: all but those of a place that somebody made up. */
const SHOWN_TEXT = 100_000

function sightingLines({ style, resource, runtime, error, cause, instead }: Sighting, colour: Colour): string[] {
  const where = printable([style, resource, runtime].filter((part) => part !== undefined).join(', '), SHOWN_TEXT)
  const told = instead === undefined ? [error ?? '(no name)', cause ?? '(no cause)'] : [error, instead]
  const shown = told.filter((line) => line !== undefined).map((line) => `  ${printable(line, SHOWN_TEXT)}`)
  return [colour('dim', where), ...shown]
}

/** A fault, with what a state machine sees of it. */
export interface FaultJson
  extends
    Required<
      Pick<
        FaultDefinition,
        'id' | 'title' | 'family' | 'aliases' | 'targets' | 'matchedBy' | 'notMatchedBy' | 'transient' | 'sideEffect'
      >
    >,
    Pick<FaultDefinition, 'advice' | 'evidence' | 'source'> {
  /** The call of a Task, of an ItemReader or ResultWriter, or the state before its work. */
  readonly strikes: ReturnType<typeof strikePoint> | null
  readonly effect: FaultDefinition['effect']['kind']
  /** What happens, of a fault that strikes no state. */
  readonly outside: string | null
  /** What a state machine sees, by style of integration and by runtime. */
  readonly errors: readonly Sighting[]
  readonly recording: NonNullable<FaultDefinition['recording']> | null
  readonly parameters: readonly {
    readonly name: string
    readonly kind: string
    readonly default: Json
    readonly help: string
  }[]
  /** The row that takes its place where the named state calls a function. */
  readonly insideFunction: string | null
}

/** A row of `aslx faults --format json`; members that have no value are null. */
export function faultJson(fault: FaultDefinition, at?: ExampleTarget): FaultJson {
  const { id, title, family, aliases, targets, matchedBy, transient, sideEffect, advice, evidence, source } = fault
  return {
    id,
    title,
    family,
    aliases,
    targets,
    strikes: fault.effect.kind === 'outside' ? null : strikePoint(fault),
    effect: fault.effect.kind,
    outside: fault.effect.kind === 'outside' ? fault.effect.what : null,
    errors: sightingsOf(fault, at),
    matchedBy,
    notMatchedBy: fault.notMatchedBy ?? [],
    transient,
    sideEffect,
    advice,
    evidence,
    recording: fault.recording ?? null,
    source,
    parameters: Object.entries(fault.parameters ?? {}).map(([name, { kind, help, default: value = null }]) => {
      return { name, kind, default: value, help }
    }),
    insideFunction: fault.insideFunction?.id ?? null,
  }
}
