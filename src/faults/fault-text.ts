import { UserError } from '../asl/user-error.js'
import { findFault } from './catalogue.js'
import { type Conditions, printConditions, readConditions } from './conditions.js'
import { checkComplete, parseArguments, printArguments } from './fault-arguments.js'
import { NO_ARGUMENTS } from './fault-parameters.js'
import { EVERYWHERE, type FaultSpec } from './fault-spec.js'
import { closingParenthesis } from './quoted-text.js'
import { RESOURCE_WORDS, type ResourcePattern, resourceKey } from './resource-pattern.js'
import { shown } from './shown-text.js'
import { printDetails, printState, readDetails, readState, repeatedAttempts, type Site } from './site.js'
import { isEveryState, type StatePattern } from './state-pattern.js'

/** More is no fault that a person has written. */
const MAX_TEXT = 10_000

/**
 * Reads a fault: `kind(args)@State[items]#visit.attempts!after:50%:3rd:"$.query"~12s..30s*n`. Behind the `@` may stand a
 * resource instead of a state (`@svc:s3`, `@fn:Resize*`, `@resource:arn:*`), or both (`@Resize@svc:s3`). Everything but the
 * kind may be absent. UserError of one line for text that is no fault.
 */
export function parseFaultText(text: string): FaultSpec {
  if (text.length > MAX_TEXT) throw new UserError('usage', `the fault ${shown(text)} has over ${MAX_TEXT} characters`)
  const { definition, args, rest } = readKind(text)
  checkComplete(definition, args)
  return { definition, args, ...readWhere(rest) }
}

/** Reads the kind alone, `slow-response(5s)`, of which an argument may yet be missing. UserError. */
export function parseKind(text: string): Pick<FaultSpec, 'definition' | 'args'> {
  const { definition, args, rest } = readKind(text)
  if (rest === '') return { definition, args }
  throw new UserError(
    'usage',
    `${shown(rest)} is no part of a fault's name: say where it strikes with .at(...) and so on`,
  )
}

const KIND = /^[\p{L}\p{N}_-]+/u
/** An error's name in place of a fault's. */
const ERROR_NAME = /^\p{Lu}[\p{L}\p{N}_-]*(?:\.[\p{L}\p{N}_-]+)+/u

function readKind(text: string): Pick<FaultSpec, 'definition' | 'args'> & { readonly rest: string } {
  const name = KIND.exec(text)?.[0]
  if (name === undefined) {
    throw new UserError(
      'usage',
      `${shown(text)} is no fault: one begins with its name, as in oom@Resize.1..2 (aslx faults lists them)`,
    )
  }
  const error = ERROR_NAME.exec(text)?.[0]
  if (error !== undefined)
    throw new UserError(
      'usage',
      `${shown(error)} is no fault: an error by its name is written error(...), as in error(Card.Declined)`,
    )
  const definition = findFault(name.slice(0, 200))
  const rest = text.slice(name.length)
  if (!rest.startsWith('(')) return { definition, args: NO_ARGUMENTS, rest }
  const end = closingParenthesis(rest)
  if (end === -1) throw new UserError('usage', `${shown(text)}: the parenthesis after ${definition.id} is never closed`)
  return { definition, args: parseArguments(definition, rest.slice(1, end)), rest: rest.slice(end + 1) }
}

function readWhere(text: string): Pick<FaultSpec, 'site' | 'conditions'> {
  let rest = text
  let state: StatePattern | undefined
  let on: ResourcePattern | undefined
  while (rest.startsWith('@')) {
    const { key, after } = readResourceWord(rest.slice(1))
    const read = readState(after)
    if (key === undefined) state = once('state', state, read.state)
    else on = once('resource', on, { by: key, name: read.state })
    rest = read.rest
  }
  const { details, rest: behindSite } = readDetails(rest)
  const { conditions, rest: end } = readConditions(behindSite)
  const site = { state: state ?? EVERYWHERE.state, ...details }
  return {
    site: end === '' ? site : repeatedAttempts(site, end),
    conditions: on === undefined ? conditions : { on, ...conditions },
  }
}

function once<T>(what: string, before: T | undefined, value: T): T {
  if (before === undefined) return value
  throw new UserError('usage', `a fault has one ${what} behind its @, and another fault for another one`)
}

const RESOURCE = new RegExp(`^(${RESOURCE_WORDS.join('|')}):(?=.)`, 'su')
/** An ARN may stand as it is; a condition behind it (`:50%`, `:3rd`) is none of its parts, and neither is an attempt. */
const BARE_ARN = /^(?:(?!:(?:\d+(?:st|nd|rd|th)|[\d.]+%|\d*\.\d+|[\d.]+e-\d+|")|\.\d)[\p{L}\p{N}_:/${}<>+.*|-])+/u

function readResourceWord(text: string): { readonly key: ResourcePattern['by'] | undefined; readonly after: string } {
  const [word = '', name = ''] = RESOURCE.exec(text) ?? []
  const key = resourceKey(name)
  const after = text.slice(word.length)
  const arn = key === 'resource' ? BARE_ARN.exec(after)?.[0] : undefined
  if (arn === undefined || after.startsWith('"')) return { key, after }
  const asQuoted = arn.split('*').map((piece) => (piece === '' ? '' : JSON.stringify(piece)))
  return { key, after: asQuoted.join('*') + after.slice(arn.length) }
}

/** The fault's canonical text: its id, and what narrows it down. `parseFaultText` reads it back. */
export function printFaultText({ definition, args, site, conditions }: FaultSpec): string {
  const given = printArguments(definition, args)
  const where = [printStatePart(site, conditions), printResourcePart(conditions)].join('')
  const details = `${printDetails(site)}${printConditions(conditions)}`
  return `${definition.id}${given === '' ? '' : `(${given})`}${where}${details}`
}

/** Attempts and visits alone would read as part of a name, so every state is written out before them. */
function printStatePart(site: Site, { on }: Conditions): string {
  if (!isEveryState(site.state)) return `@${printState(site.state, (name) => resourceKey(name) !== undefined)}`
  return on === undefined && printDetails(site) !== '' ? '@*' : ''
}

function printResourcePart({ on }: Conditions): string {
  return on === undefined ? '' : `@${on.by}:${printState(on.name)}`
}
