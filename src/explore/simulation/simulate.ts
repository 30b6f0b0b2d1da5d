import { type Duration, parseDuration } from '../../asl/duration.js'
import type { Json } from '../../asl/json.js'
import { UserError } from '../../asl/user-error.js'
import { nextDueMs } from '../../engine/clock.js'
import { keyedNumber } from '../../engine/random.js'
import { checkStrikes } from '../../harness/machines/check-strikes.js'
import { deepFreeze } from '../../harness/machines/deep-freeze.js'
import type { LogEntry } from '../../harness/sessions/call-log.js'
import type { Machine } from '../../harness/machines/machine.js'
import { type Session, memberAt, memberNumbers } from '../../harness/sessions/members.js'
import { recalledLog } from '../../harness/sessions/recall.js'
import { type Scenario, mergeScenarios, seedOf, startOf } from '../../harness/scenarios/scenario.js'
import { runSessionSync } from '../../harness/sessions/session.js'
import { frozenJson } from '../../tasks/frozen-json.js'
import { arrivalTimes } from './arrival-times.js'
import type { Arrival, Arrivals } from './arrivals.js'
import { bucketWidth } from './bucket-width.js'
import { checkedArrivals, checkedCount, lastOf } from './checked-options.js'
import { type HeapEntry, DueHeap, isBefore } from './due-heap.js'
import { failedExecution } from './failed-execution.js'
import { NOTHING_SHARED, type SharedState, sharedBy, withoutShared, withShared } from './shared-state.js'
import type { FailedExecution, Simulation } from './simulation.js'
import { Tally } from './tally.js'

export interface SimulateOptions {
  /** When executions arrive: `bursts({ every: '5m', size: 100 })`, several of these, or single `{ atMs, input }`. */
  readonly arrivals: Arrivals | readonly (Arrivals | Arrival)[]
  /** No execution arrives at this virtual time or later; those that run go on to their end. Bursts and steady arrivals need it. */
  readonly duration?: Duration
  /** Laid over the machine's defaults. What its models remember is shared, and so are the counts of faults that ask for the n-th call. */
  readonly scenario?: Scenario
  /** Each execution's own seed comes from it and from its index. Default: the scenario's, or 0. */
  readonly seed?: number
  /** Inputs that take turns, or the input of the execution with this index; an arrival's own comes first. Default: the scenario's. */
  readonly inputs?: readonly Json[] | ((index: number, atMs: number) => Json)
  /** Width of the result's buckets; by default about a 24th of the time in which executions arrive. */
  readonly bucket?: Duration
  /** How many failed runs are kept whole; the first one always is. Default 10. */
  readonly keepFailed?: number
  /** More arrivals than this are a UserError. Default 1,000,000. */
  readonly maxExecutions?: number
}

/**
 * Runs many executions of a machine on one virtual clock. They share what the models of the scenario remember: a pool of warm
 * instances, a bucket of tokens. At one instant the execution that arrived first has its turn first. Time windows of faults and
 * models count from the start of the simulation, which is the scenario's `startAt`. UserError for functions of the test that answer
 * with a promise, for more arrivals than `maxExecutions`, and for faults that never strike.
 * @example
 * const order = (await loadMachine('order.asl.json')).withDefaults({ tasks: { Charge: returns({}), Ship: returns({}) } })
 * const { statuses } = simulate(order, { arrivals: bursts({ every: '5m', size: 100 }), duration: '1h' })
 * statuses.SUCCEEDED // => 1200
 */
export function simulate(machine: Machine, options: SimulateOptions): Simulation {
  return new Simulator(machine, options).run()
}

/** An execution on its way. */
interface Running extends HeapEntry {
  readonly session: Session
}

const DEFAULT_KEPT = 10
const DEFAULT_MOST = 1_000_000

class Simulator {
  readonly #machine: Machine
  readonly #open: ReturnType<Machine['sessions']>
  readonly #seed: number
  readonly #startMs: number
  readonly #arrivals: () => Generator<Arrival>
  readonly #inputs: SimulateOptions['inputs']
  readonly #kept: number
  readonly #tally: Tally
  readonly #bucketMs: number
  readonly #running = new DueHeap<Running>()
  readonly #failures: FailedExecution[] = []
  #shared: SharedState = NOTHING_SHARED
  #mostAtOnce = 0
  #started = 0
  #struck = 0
  #firstEnded: Session | undefined

  constructor(machine: Machine, options: SimulateOptions) {
    const { keepFailed = DEFAULT_KEPT, maxExecutions = DEFAULT_MOST, inputs } = options
    const scenario = mergeScenarios(machine.defaults, options.scenario ?? {})
    if (scenario.replay) throw new UserError('usage', 'a simulation has a seed for each execution and replays nothing')
    this.#machine = machine
    this.#startMs = startOf(scenario)
    this.#seed = seedOf({ seed: options.seed ?? seedOf(scenario) })
    this.#inputs = typeof inputs === 'function' ? inputs : inputs?.map((input) => frozenJson(input, 'an input'))
    this.#kept = Math.max(1, checkedCount(keepFailed, 'keepFailed'))
    const untilMs = options.duration === undefined ? Number.POSITIVE_INFINITY : parseDuration(options.duration)
    const given = checkedArrivals(options.arrivals, untilMs)
    this.#arrivals = () => arrivalTimes(given, untilMs, this.#seed)
    const lastMs = lastOf(this.#arrivals(), checkedCount(maxExecutions, 'maxExecutions'))
    const spanMs = Number.isFinite(untilMs) ? untilMs : lastMs + 1
    this.#bucketMs = bucketWidth(options.bucket, spanMs)
    this.#tally = new Tally(this.#startMs, this.#bucketMs)
    this.#open = machine.sessions(scenario)
  }

  run(): Simulation {
    const arrivals = this.#arrivals()
    for (let coming = arrivals.next(); ;) {
      const next = this.#running.peek()
      const arriving = coming.done ? undefined : { atMs: this.#startMs + coming.value.atMs, index: this.#started }
      if (!coming.done && arriving && (!next || isBefore(arriving, next))) {
        const { value } = coming
        coming = arrivals.next()
        this.#goOn(this.#arrive(value), coming.done ? undefined : coming.value)
      } else if (next) {
        this.#running.pop()
        this.#goOn(next, coming.done ? undefined : coming.value)
      } else {
        return this.#result()
      }
    }
  }

  #arrive({ atMs, input }: Arrival): Running {
    const index = this.#started++
    const startAtMs = this.#startMs + atMs
    const given = input ?? this.#inputOf(index, atMs)
    const own = { startAt: startAtMs, seed: seedOfExecution(this.#seed, index) }
    this.#tally.started(startAtMs)
    const session = this.#open(given === undefined ? own : { ...own, input: given })
    return { atMs: startAtMs, index, session }
  }

  #inputOf(index: number, atMs: number): Json | undefined {
    const inputs = this.#inputs
    return typeof inputs === 'function' ? inputs(index, atMs) : inputs?.[index % inputs.length]
  }

  /** Everything that happens in an execution before anything happens in another one. */
  #goOn({ atMs, index, session }: Running, coming: Arrival | undefined): void {
    this.#mostAtOnce = Math.max(this.#mostAtOnce, this.#running.size + 1)
    let current = withShared(session, this.#shared)
    for (let dueMs = atMs; ;) {
      current = runSessionSync(current, dueMs)
      const nextMs = dueOf(current)
      if (nextMs === Number.POSITIVE_INFINITY) break
      if (nextMs <= dueMs) throw new Error(`execution ${index} stands still at ${dueMs}`)
      dueMs = nextMs
      const next = { atMs: dueMs, index }
      const other = this.#running.peek()
      const isFirst = !other || isBefore(next, other)
      if (isFirst && (!coming || dueMs <= this.#startMs + coming.atMs)) continue
      this.#shared = sharedBy(current, this.#shared)
      this.#running.push({ ...next, session: withoutShared(current) })
      return
    }
    this.#shared = sharedBy(current, this.#shared)
    this.#end(index, current)
  }

  #end(index: number, session: Session): void {
    const { execution } = session
    const own = recalledLog(execution, session.world)
    this.#tally.ended(execution.nowMs, execution)
    this.#count(own)
    for (const child of session.children) this.#count(recalledLog(child.execution, child.world))
    this.#firstEnded ??= session
    if (execution.status === 'SUCCEEDED' || this.#failures.length >= this.#kept) return
    const { origin } = this.#machine
    this.#failures.push(failedExecution(session, own, { index, startMs: this.#startMs, origin }))
  }

  #count(entries: readonly LogEntry[]): void {
    this.#tally.called(entries)
    this.#struck += entries.reduce((struck, entry) => struck + (entry.struck ? 1 : 0), 0)
  }

  #result(): Simulation {
    if (this.#struck === 0 && this.#firstEnded) checkStrikes(this.#firstEnded)
    const tally = this.#tally
    const counts = {
      machine: this.#machine.name,
      seed: this.#seed,
      executions: tally.executions,
      statuses: tally.statuses,
      errors: tally.errors,
      bucketMs: this.#bucketMs,
      buckets: tally.buckets,
      retriesPerMinute: tally.retriesPerMinute,
      calls: tally.calls,
      retries: tally.retriesInAll,
      effects: tally.effects,
      struck: tally.struck,
      models: tally.sightings.all,
      inferred: tally.inferred,
      tookMs: tally.lastMs,
      mostAtOnce: this.#mostAtOnce,
    }
    const failures = Object.freeze(this.#failures)
    return Object.freeze({ ...deepFreeze(counts), firstFailure: failures[0] ?? null, failures })
  }
}

/** When something happens next in a session; infinity if nothing does. */
function dueOf(session: Session): number {
  if (session.children.length === 0) return nextDueMs(session.execution)
  const dues = memberNumbers(session).map((member) => nextDueMs(memberAt(session, member).execution))
  return Math.min(...dues)
}

/** A whole number below 2^53, so that two of a million executions hardly ever share one. */
function seedOfExecution(seed: number, index: number): number {
  return Math.floor(keyedNumber(`${seed}|simulated|${index}`) * 2 ** 53)
}
