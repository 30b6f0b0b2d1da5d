import type { FunctionFacts } from '../asl/function-facts.js'
import type { Resource } from '../asl/resource.js'
import { UserError } from '../asl/user-error.js'
import type { Call } from '../engine/ports.js'
import { shown } from './shown-text.js'
import { globPattern, globText, matchesState, type StatePattern } from './state-pattern.js'

/** What kind of name stands in a resource pattern. */
export type ResourceKey = 'svc' | 'fn' | 'resource'

/**
 * Which calls, by what they go to: a service (`svc:s3`), a function by its name or its logical id in the template
 * (`fn:Resize*`), or the `Resource` as the definition has it (`resource:arn:aws:states:::sqs:*`).
 */
export interface ResourcePattern {
  readonly by: ResourceKey
  readonly name: StatePattern
}

const KEYS: ReadonlyMap<string, ResourceKey> = new Map([
  ['svc', 'svc'],
  ['service', 'svc'],
  ['fn', 'fn'],
  ['function', 'fn'],
  ['resource', 'resource'],
  ['arn', 'resource'],
])

/** Every word that may begin a resource pattern. */
export const RESOURCE_WORDS: readonly string[] = [...KEYS.keys()]

export function resourceKey(word: string): ResourceKey | undefined {
  return KEYS.get(word)
}

/** Reads `svc:s3`, with `*` for "anything". UserError if the text is no resource pattern. */
export function parseResourcePattern(text: string): ResourcePattern {
  const colon = text.indexOf(':')
  const by = resourceKey(text.slice(0, Math.max(colon, 0)))
  if (by === undefined || colon === text.length - 1) {
    throw new UserError(
      'usage',
      `cannot read ${shown(text)}: write svc:s3, fn:Resize* or resource:arn:aws:states:::sqs:*`,
    )
  }
  return { by, name: globPattern(text.slice(colon + 1)) }
}

/** The text that `parseResourcePattern` reads back. */
export function resourcePatternText({ by, name }: ResourcePattern): string {
  return `${by}:${globText(name)}`
}

/** The part of a call that says what it goes to. */
export type CalledResource = Pick<Call, 'resource' | 'parameters'>

export function matchesResource({ by, name }: ResourcePattern, call: CalledResource, called?: FunctionFacts): boolean {
  if (by === 'resource') return matchesState(name, call.resource.arn)
  if (by === 'svc') return matchesState(lowerCase(name), serviceOf(call.resource))
  return functionNames(call, called).some((candidate) => matchesState(name, candidate))
}

function lowerCase(pattern: StatePattern): StatePattern {
  return typeof pattern === 'string' ? pattern.toLowerCase() : pattern.map((piece) => piece.toLowerCase())
}

/**
 * The service behind a resource in lower case, e.g. `dynamodb`: the same for an optimized integration and for `aws-sdk:`.
 * What cannot be recognised counts as a function, as the engine runs it.
 */
export function serviceOf(resource: Resource): string {
  if (resource.kind === 'optimized' || resource.kind === 'aws-sdk') return resource.service.toLowerCase()
  return resource.kind === 'activity' ? 'activity' : 'lambda'
}

/** The names under which a call's function may be known; none for a call of something else. */
export function functionNames({ resource, parameters }: CalledResource, called?: FunctionFacts): readonly string[] {
  if (serviceOf(resource) !== 'lambda') return []
  const given = 'action' in resource ? sentName(parameters) : resource.arn
  if (given === undefined) return ownNames(called)
  const short =
    /:function:([^:]+)/.exec(given)?.[1] ??
    /^\$\{([^}.]+)(?:\.Arn)?\}$/.exec(given)?.[1] ??
    given.split(':')[0] ??
    given
  return [...new Set([given, short, ...ownNames(called)])]
}

function ownNames(called: FunctionFacts | undefined): readonly string[] {
  return [called?.name, called?.logicalId].filter((name) => name !== undefined)
}

/** `FunctionName`, as a value or, in a definition, as JSONata or a path hold it. */
function sentName(parameters: Call['parameters']): string | undefined {
  const sent =
    typeof parameters === 'object' && parameters !== null && 'FunctionName' in parameters
      ? parameters.FunctionName
      : undefined
  return typeof sent === 'string' ? sent : undefined
}
