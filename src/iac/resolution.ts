import { isArray, isObject, type Json, type JsonObject, member } from '../asl/json.js'
import type { SourcePosition } from '../asl/positions.js'
import { nearestOr } from '../asl/suggest.js'
import { UserError } from '../asl/user-error.js'
import type { StackPlace } from './stand-ins.js'
import { nearestPosition, section, type SourceDocument } from './template.js'

/** What the functions of a template need to know, and what they could not know. One per machine. */
export interface Resolution {
  readonly document: SourceDocument
  readonly parameters: Readonly<Record<string, string>>
  /** Stand-ins made so far, by token. Shared by everything that resolves for the same machine. */
  readonly standIns: Map<string, string>
  /** Conditions known so far; undefined while one is being worked out. */
  readonly conditions: Map<string, boolean | undefined>
  /** How many conditions are being worked out, each for the one before. */
  readonly conditionDepth: number
  /** Characters that functions and substitutions may still make: a small template can ask for more than fits in memory. */
  readonly budget: { left: number }
}

const MAX_MADE_LENGTH = 16 * 1024 * 1024

export function newResolution(document: SourceDocument, parameters: Readonly<Record<string, string>>): Resolution {
  const budget = { left: MAX_MADE_LENGTH }
  return { document, parameters, standIns: new Map(), conditions: new Map(), conditionDepth: 0, budget }
}

/** Counts text that a template makes. UserError once it is more than any definition could hold. */
export function spend({ budget, document }: Resolution, length: number): void {
  budget.left -= length
  if (budget.left >= 0) return
  const what = 'the functions of this template make more than 16 MiB of text for one state machine'
  throw new UserError('definition', `${document.file}: ${what}; make its values smaller`)
}

/** Notes that a value is only known at deployment, and gives what stands in for it. */
export function standIn(resolution: Resolution, token: string, value: string): string {
  resolution.standIns.set(token, value)
  return value
}

/** A resolution whose stand-ins are only looked at: what is worked out with it does not appear in the definition. */
export function aside(resolution: Resolution): Resolution {
  return { ...resolution, standIns: new Map() }
}

/** The first stand-in that a text is a part of, or that is part of it. */
export function standInWithin(resolution: Resolution, text: string): { token: string; value: string } | undefined {
  if (text === '') return undefined
  for (const [token, value] of resolution.standIns) {
    if (value !== '' && (text.includes(value) || value.includes(text))) return { token, value }
  }
  return undefined
}

export function resourceOf(resolution: Resolution, logicalId: string): JsonObject | undefined {
  const resource = member(section(resolution.document.root, 'Resources'), logicalId)
  return isObject(resource) ? resource : undefined
}

export function typeOf(resource: JsonObject | undefined): string {
  const type = resource === undefined ? undefined : member(resource, 'Type')
  return typeof type === 'string' ? type : ''
}

export function stackPlace(resolution: Resolution): StackPlace {
  return {
    partition: pseudoParameter(resolution, 'AWS::Partition') ?? 'aws',
    region: pseudoParameter(resolution, 'AWS::Region') ?? 'us-east-1',
    account: pseudoParameter(resolution, 'AWS::AccountId') ?? '123456789012',
  }
}

const PSEUDO_PARAMETERS: Readonly<Record<string, string>> = {
  'AWS::AccountId': '123456789012',
  'AWS::Partition': 'aws',
  'AWS::Region': 'us-east-1',
  'AWS::StackName': 'stack',
  'AWS::URLSuffix': 'amazonaws.com',
}

/** UserError for a value given to a parameter that the template does not have. */
export function checkParameters({ file, root }: SourceDocument, given: Readonly<Record<string, string>>): void {
  const known = [...Object.keys(section(root, 'Parameters')), ...Object.keys(PSEUDO_PARAMETERS)]
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue
    const near = nearestOr(name, known, `it has ${known.join(', ')}`)
    throw new UserError('usage', `the template has no parameter "${name}"`, { at: { file }, ...near })
  }
}

/** The value of a pseudo parameter: the user's, else the fixed one. */
export function pseudoParameter(resolution: Resolution, name: string): string | undefined {
  if (!Object.hasOwn(PSEUDO_PARAMETERS, name)) return undefined
  return Object.hasOwn(resolution.parameters, name) ? resolution.parameters[name] : PSEUDO_PARAMETERS[name]
}

/** A value as it appears within a text: a list of strings with commas, other objects as JSON. */
export function asText(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  if (isArray(value) && value.every((item) => typeof item === 'string')) return value.join(',')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export function positionOf(resolution: Resolution, pointer: string): SourcePosition {
  return nearestPosition(resolution.document, pointer)
}
