import { UserError } from '../asl/user-error.js'
import { type Conditions, checkedChance, checkedNth, checkedWindow, parseWhere, type Placement } from './conditions.js'
import { faultArguments } from './fault-arguments.js'
import type { FaultDefinition } from './fault-definition.js'
import type { FaultArguments } from './fault-parameters.js'
import { EVERYWHERE, type FaultSpec, NO_CONDITIONS } from './fault-spec.js'
import { parseFaultText, parseKind, printFaultText } from './fault-text.js'
import { type ItemPattern, parseItems } from './item-pattern.js'
import { parseResourcePattern } from './resource-pattern.js'
import { attemptRange, type Site } from './site.js'
import { globPattern } from './state-pattern.js'

/** Items of one Map: an index from 0, several, or text such as `first`, `last`, `5..7`, `0|5..7` or `1/3`. */
export type ItemSelection = number | string | readonly (number | string)[]

/**
 * A fault as asked for: what, where it may strike, and when. A value: every method answers with a new one. Nothing asked
 * for restricts nothing, so `fault('lambda-oom')` strikes every attempt of every task that calls a Lambda function.
 * The command line, scenario files and these methods say the same: `toString` and `parseFault`, `faultAsObject` and
 * `faultFromObject` go to and fro. Mistakes are UserErrors.
 */
export class Fault implements FaultSpec {
  readonly definition: FaultDefinition
  readonly args: FaultArguments
  readonly site: Site
  readonly conditions: Conditions

  constructor({ definition, args, site, conditions }: FaultSpec) {
    this.definition = definition
    this.args = args
    this.site = site
    this.conditions = Object.freeze(conditions)
    Object.freeze(this)
  }

  /** Only at this state, or at the states of a glob such as `Page*`. A star in the name itself is written `\*`. */
  at(state: string): Fault {
    return this.#site({ state: globPattern(text(state, 'a state')) })
  }

  /**
   * Only calls to this service (`svc:s3`), function (`fn:Resize*`, by its name or logical id) or resource
   * (`resource:arn:aws:states:::sqs:*`).
   */
  on(resource: string): Fault {
    return this.#when({ on: parseResourcePattern(text(resource, 'a resource')) })
  }

  /** Only for these items of the Map around the state (0 is the first); in nested Maps one argument for each, outermost first. */
  item(...items: readonly [ItemSelection, ...ItemSelection[]]): Fault {
    return this.#site({ items: items.map(itemPattern) })
  }

  /** Only the n-th time the state is entered (1 is the first), in a machine that loops. */
  visit(visit: number): Fault {
    if (!Number.isSafeInteger(visit) || visit < 1) {
      throw new UserError('usage', `there is no visit ${visit}: visits are whole numbers from 1`)
    }
    return this.#site({ visit })
  }

  /** Only these attempts of a visit, both included (1 is the first try, `Infinity` no end): `attempts(2)` is the second alone. */
  attempts(first: number, last: number = first): Fault {
    const attempts = attemptRange(first, last)
    return attempts === undefined ? this.always() : this.#site({ attempts })
  }

  /** Every attempt: the default, said aloud, and what undoes `attempts`. */
  always(): Fault {
    return this.#site({ attempts: undefined })
  }

  /** The error comes instead of the work: the default of most faults. */
  before(): Fault {
    return this.#when({ placement: 'before' })
  }

  /** The work is done, and then the error comes in place of its answer. */
  after(): Fault {
    return this.#when({ placement: 'after' })
  }

  /** As `before()` or `after()`. */
  placed(placement: Placement): Fault {
    return placement === 'after' ? this.after() : this.before()
  }

  /** Each call only with this probability, over 0 and at most 1; which ones follows from the run's seed. */
  chance(probability: number): Fault {
    return this.#when({ chance: checkedChance(probability) })
  }

  /** Only from this virtual time since the execution's start (included) until that (not included): `'12s'` or ms. */
  between(from: number | string, to?: number | string): Fault {
    return this.#when({ window: checkedWindow(from, to) })
  }

  /** Only the n-th call, over all items and visits, that everything else takes (chance aside); 1 is the first. */
  nth(call: number): Fault {
    return this.#when({ nth: checkedNth(call) })
  }

  /**
   * Only calls in whose input a JSONPath query finds something: `$.order[?(@.total > 100)]`, or `$[?(@.size > 10)]` for the
   * input itself. `parameters:$.Key` asks what the service is sent instead.
   */
  where(query: string): Fault {
    return this.#when({ where: parseWhere(text(query, 'a query')) })
  }

  /** The fault's own arguments by name, e.g. `{ by: '5s' }`, in addition to those it has. */
  with(args: Readonly<Record<string, unknown>>): Fault {
    return this.#but({ args: faultArguments(this.definition, { ...this.args, ...args }) })
  }

  /** The same fault where another site says, in place of its own state, items, visit and attempts. */
  atSite(site: Site): Fault {
    return this.#but({ site })
  }

  /** As on the command line, e.g. `lambda-oom@Resize.1..2`; see `parseFault`. */
  toString(): string {
    return printFaultText(this)
  }

  toJSON(): string {
    return printFaultText(this)
  }

  #site(change: { readonly [K in keyof Site]?: Site[K] | undefined }): Fault {
    return this.atSite(defined({ ...this.site, ...change }))
  }

  #when(change: { readonly [K in keyof Conditions]?: Conditions[K] | undefined }): Fault {
    return this.#but({ conditions: defined({ ...this.conditions, ...change }) })
  }

  #but(change: Partial<FaultSpec>): Fault {
    const { definition, args, site, conditions } = this
    return new Fault({ definition, args, site, conditions, ...change })
  }
}

/** Without the members that are undefined: a selector that restricts nothing is absent. */
function defined<T extends object>(members: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T
}

/** In a test without types anything may stand there. */
function text(value: unknown, what: string): string {
  if (typeof value === 'string') return value
  throw new UserError('usage', `${what} must be given as text`)
}

function itemPattern(items: ItemSelection): ItemPattern {
  if (typeof items === 'object') return parseItems(items.map(itemText).join('|'))
  return parseItems(itemText(items))
}

function itemText(item: number | string): string {
  if (typeof item === 'string' || (Number.isSafeInteger(item) && item >= 0)) return String(item)
  throw new UserError('usage', `there is no item ${String(item)}: items are whole numbers from 0`)
}

/**
 * A fault of the catalogue by its id or alias, with arguments if it takes any: `fault('oom')`, `fault('slow-response(5s)')`.
 * `at`, `attempts` and so on narrow it down. UserError if there is none.
 * @example
 * String(fault('oom').at('Resize').attempts(1, 2)) // => 'lambda-oom@Resize.1..2'
 */
export function fault(kind: string): Fault {
  return new Fault({ ...parseKind(text(kind, 'a fault')), site: EVERYWHERE, conditions: NO_CONDITIONS })
}

/** Reads a fault as the command line has it: `oom`, `oom@Resize.1..2`; see `parseFaultText`. UserError for anything else. */
export function parseFault(text: string): Fault {
  return new Fault(parseFaultText(text))
}
