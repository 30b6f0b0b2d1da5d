import type { Variables } from '../../data/scope.js'
import type { Execution, Strand } from '../../engine/execution.js'
import type { Visits } from '../../engine/visits.js'
import type { DoneChild, Due } from '../../engine/work.js'
import type { Session } from '../../harness/sessions/members.js'
import { JsonIdentities } from './json-identity.js'

/** What the future of an execution depends on besides where it stands and its data. */
export interface KeyOptions {
  /** Something reads the clock, so that executions at different times differ. */
  readonly readsClock: boolean
  /** Which reply of a mock comes next depends on how often a state was called. */
  readonly countsCalls: boolean
}

/**
 * Texts for sessions. Two sessions with one text go on alike, apart from the time at which they do, the ids of their events and
 * what they have done so far.
 */
export class MergeKeys {
  readonly #exact: Keys
  readonly #round: Keys

  constructor({ readsClock, countsCalls }: KeyOptions) {
    this.#exact = new Keys({ readsClock, countsCalls, countsVisits: true })
    this.#round = new Keys({ readsClock, countsCalls, countsVisits: false })
  }

  /** Undefined for a session of which more decides its future than is looked at: it is like no other. */
  keyOf(session: Session): string | undefined {
    return isPlain(session) ? `${this.#exact.ofExecution(session.execution)}${turnsKey(session)}` : undefined
  }

  /**
   * As `keyOf`, but for how often states were entered and for the texts of causes, which hold ids: a session that comes by the same
   * text again and again goes round in a loop. Where something reads the clock no two rounds are alike: time may end the loop.
   */
  roundKeyOf(session: Session): string | undefined {
    return isPlain(session) && !session.world.turns ? this.#round.ofExecution(session.execution) : undefined
  }
}

function isPlain({ execution, world, children, models }: Session): boolean {
  if (children.length > 0 || models || world.strikes?.counts.length || world.written) return false
  return !execution.strands.some(({ mapRun }) => mapRun)
}

function turnsKey({ world: { turns } }: Session): string {
  return turns ? `!${[...turns].join(' ')}` : ''
}

/** Texts for executions, from parts that are looked at once. */
class Keys {
  readonly #options: KeyOptions & { readonly countsVisits: boolean }
  readonly #identities: JsonIdentities
  readonly #ofVisits = new WeakMap<Visits, string>()
  readonly #ofVariables = new WeakMap<Variables, string>()
  readonly #ofDone = new WeakMap<DoneChild, number>()

  constructor(options: KeyOptions & { readonly countsVisits: boolean }) {
    this.#options = options
    this.#identities = new JsonIdentities({ ignoresCauses: !options.countsVisits })
  }

  ofExecution({ strands, nowMs }: Execution): string {
    const moments = new Moments(strands, nowMs)
    let key = this.#options.readsClock ? `@${nowMs}` : ''
    for (const strand of strands) key += this.#ofStrand(strand, strands, moments)
    return key
  }

  #ofStrand(strand: Strand, strands: readonly Strand[], moments: Moments): string {
    const { state, phase, attempt, retryCounts, wake, input, effectiveInput, mapContext, parentId } = strand
    const id = this.#identities
    const parent = parentId === undefined ? '' : strands.findIndex((other) => other.id === parentId)
    let key = `|${parent}.${strand.index}${state.pointer} ${phase} ${attempt} ${retryCounts.join()} ${moments.of(wake)}`
    if (this.#options.countsVisits) key += ` #${strand.visit}`
    key += ` ${this.#visitsKey(strand.visits)}`
    key += ` ${id.of(input)} ${id.of(effectiveInput)} ${id.of(mapContext)} ${this.#variablesKey(strand.variables)}`
    return `${key}${this.#taskKey(strand, moments)}${this.#childrenKey(strand)}`
  }

  #taskKey({ task }: Strand, moments: Moments): string {
    if (!task) return ''
    const { purpose, parameters, answered, answer, submitted, answerDue, timeoutDue, heartbeatDue } = task
    const data = `${this.#identities.of(parameters)} ${this.#identities.of(answer)}`
    const dues = `${moments.of(answerDue)} ${moments.of(timeoutDue)} ${moments.of(heartbeatDue)}`
    return ` t${purpose} ${data} ${answered} ${submitted} ${dues}`
  }

  #childrenKey({ children }: Strand): string {
    if (!children) return ''
    const { items, nextIndex, running, done } = children
    return ` c${nextIndex} ${running} ${this.#identities.of(items)} ${this.#doneKey(done)}`
  }

  /** Children that have ended, in whatever order: what they hand over is put together by their index. */
  #doneKey(done: DoneChild | undefined): number {
    if (!done) return 0
    const known = this.#ofDone.get(done)
    if (known !== undefined) return known
    const ended: string[] = []
    for (let child: DoneChild | undefined = done; child; child = child.before) {
      ended.push(`${child.index}=${this.#identities.of(child.output)} ${this.#visitsKey(child.visits)}`)
    }
    const key = this.#identities.of(ended.sort())
    this.#ofDone.set(done, key)
    return key
  }

  #variablesKey(variables: Variables): string {
    const known = this.#ofVariables.get(variables)
    if (known !== undefined) return known
    const outer = variables.outer ? this.#variablesKey(variables.outer) : ''
    const key = `${this.#identities.of(variables.own)}^${outer}`
    this.#ofVariables.set(variables, key)
    return key
  }

  #visitsKey(visits: Visits): string {
    if (!this.#options.countsVisits && !this.#options.countsCalls) return ''
    const known = this.#ofVisits.get(visits)
    if (known !== undefined) return known
    const { counts, calls, children } = visits
    let text = this.#options.countsVisits ? counts.join() : ''
    if (this.#options.countsCalls) text += `;${calls.join()}`
    for (const [name, list] of Object.entries(children)) {
      text += `;${JSON.stringify(name)}:${list.map((one) => this.#visitsKey(one)).join('&')}`
    }
    const key = text.length > 40 ? `v${this.#identities.of(text)}` : text
    this.#ofVisits.set(visits, key)
    return key
  }
}

/** Moments as seen from now; what is due at one instant stands in the order in which it was created. */
class Moments {
  readonly #orders: readonly number[]
  readonly #nowMs: number

  constructor(strands: readonly Strand[], nowMs: number) {
    const orders: number[] = []
    for (const { wake, task } of strands) {
      for (const due of [wake, task?.answerDue, task?.timeoutDue, task?.heartbeatDue]) if (due) orders.push(due.order)
    }
    this.#orders = orders.length > 1 ? orders.sort((a, b) => a - b) : orders
    this.#nowMs = nowMs
  }

  of(due: Due | undefined): string {
    return due ? `${due.atMs - this.#nowMs}/${this.#orders.indexOf(due.order)}` : ''
  }
}
