import { UserError } from '../asl/user-error.js'
import type { Call } from '../engine/ports.js'
import { findFault } from './catalogue.js'
import { definitionAt, type FaultDefinition } from './fault-definition.js'
import { attemptRange, matchesSite, parseSite, printSite, type Site } from './site.js'
import { globPattern, isEveryState } from './state-pattern.js'

const EVERYWHERE: Site = { state: ['', ''] }

/**
 * A fault as asked for: what, and where it may strike. A value: every method answers with a new one. Nothing asked
 * for restricts nothing, so `fault('lambda-oom')` strikes every attempt of every task that calls a Lambda function.
 */
export class Fault {
  readonly definition: FaultDefinition
  readonly site: Site

  constructor(definition: FaultDefinition, site: Site) {
    this.definition = definition
    this.site = site
    Object.freeze(this)
  }

  /** Only at this state, or at the states of a glob such as `Page*`. */
  at(state: string): Fault {
    return this.#with({ state: globPattern(state) })
  }

  /** Only for this item of the Map around the state (0 is the first); in nested Maps the outermost index comes first. */
  item(...indexes: readonly [number, ...number[]]): Fault {
    if (!indexes.every((index) => Number.isSafeInteger(index) && index >= 0)) {
      throw new UserError('usage', `there is no item ${indexes.join(', ')}: items are whole numbers from 0`)
    }
    return this.#with({ items: indexes })
  }

  /** Only the n-th time the state is entered (1 is the first), in a machine that loops. */
  visit(visit: number): Fault {
    if (!Number.isSafeInteger(visit) || visit < 1) {
      throw new UserError('usage', `there is no visit ${visit}: visits are whole numbers from 1`)
    }
    return this.#with({ visit })
  }

  /** Only these attempts of a visit, both included (1 is the first try, `Infinity` no end): `attempts(2)` is the second alone. */
  attempts(first: number, last: number = first): Fault {
    const attempts = attemptRange(first, last)
    return attempts === undefined ? this.always() : this.#with({ attempts })
  }

  /** Every attempt: the default, said aloud, and what undoes `attempts`. */
  always(): Fault {
    const { attempts: _, ...site } = this.site
    return new Fault(this.definition, site)
  }

  /** As on the command line, e.g. `lambda-oom@Resize.1..2`; see `printFault`. */
  toString(): string {
    return printFault(this)
  }

  toJSON(): string {
    return printFault(this)
  }

  #with(change: Partial<Site>): Fault {
    return new Fault(this.definition, { ...this.site, ...change })
  }
}

/** A fault of the catalogue by its id or alias; UserError if there is none. `at`, `attempts` and so on narrow it down. */
export function fault(name: string): Fault {
  return new Fault(findFault(name), EVERYWHERE)
}

/** Reads `name`, or `name@site`: `oom@Resize.1..2`. UserError if there is no such fault or the site cannot be read. */
export function parseFault(text: string): Fault {
  const end = text.indexOf('@')
  const name = end === -1 ? text : text.slice(0, end)
  if (name.includes('('))
    throw new UserError('unsupported', `arguments of a fault, as in "${text}", are not supported yet`)
  return new Fault(findFault(name), end === -1 ? EVERYWHERE : parseSite(text.slice(end + 1)))
}

/** The fault's canonical text: its id, and its site unless that is everywhere. `parseFault` reads it back. */
export function printFault({ definition, site }: Fault): string {
  const where = printSite(site)
  return where === '*' ? definition.id : `${definition.id}@${where}`
}

/** The row that tells what the fault does to this call, or undefined if it does not strike it. */
export function definitionForCall({ definition, site }: Fault, call: Call): FaultDefinition | undefined {
  return matchesSite(site, call) ? definitionAt(definition, call.resource, !isEveryState(site.state)) : undefined
}

/** Whether the fault strikes this attempt: its site selects it, and the fault can happen to its resource. */
export function strikes(fault: Fault, call: Call): boolean {
  return definitionForCall(fault, call) !== undefined
}
