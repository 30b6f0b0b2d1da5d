import type { Json } from '../asl/json.js'
import type { Fault } from '../faults/fault.js'
import { definitionAt, type FaultDefinition, strikePoint } from '../faults/fault-definition.js'
import { faultTargets } from '../faults/fault-target.js'
import type { Site } from '../faults/site.js'
import { matchesState } from '../faults/state-pattern.js'
import { type ForkableRun, type ForkPoint, forkableRun, forkedAt, mayFork } from '../harness/machines/fork-points.js'
import type { Machine } from '../harness/machines/machine.js'
import type { Session } from '../harness/sessions/members.js'
import type { Run } from '../harness/machines/run.js'
import { type Scenario, mergeScenarios } from '../harness/scenarios/scenario.js'
import { type EffectChanges, effectChanges, type EffectFacts, effectFacts } from './effect-changes.js'
import { type Fate, type StruckHistory, fateOfStrikes } from './fate.js'
import { sameOutput } from './same-output.js'
import { StrikeForks } from './strike-forks.js'
import { type StrikeRecord, calledStates, inferredIn, isStruck, recordOf } from './strike-record.js'

/** How often a strike hits: that many attempts of the first visit (`once` is one; for the first items), or every attempt there is. */
export type StrikeTimes = 'once' | 'always' | number

/** One strike of a sweep, and the run it led to. */
export interface SweepStrike {
  readonly state: string
  /** The fault's id. */
  readonly fault: string
  /** `asked` for a fault whose site was given in full. */
  readonly times: StrikeTimes | 'asked'
  /** A second fault that struck in the same run, and where; absent where one struck alone. */
  readonly second?: { readonly state: string; readonly fault: string }
  /** Undefined if the strike never fired; of a pair, if one of them did not. */
  readonly fate: Fate | undefined
  /** Attempts struck. */
  readonly struck: number
  /** Error and cause that the state saw at the first attempt struck; a call that hangs for ever has neither. */
  readonly error: string | undefined
  readonly cause: string | undefined
  readonly changes: EffectChanges
  /** Whether the output is that of the run without any fault, but for dates and ids that services make up. */
  readonly isSameOutput: boolean
  readonly run: StrikeRecord
}

/** A fault at the calls of one state. */
export interface StrikeSite {
  readonly fault: Fault
  /** Its name; for `asked` the site as text. */
  readonly state: string
  /** `asked`: as the fault's own site says. */
  readonly times: StrikeTimes | 'asked'
}

/** Whether calls of this state are at the site. */
export function isAt({ fault, state, times }: StrikeSite, called: string): boolean {
  return times === 'asked' ? matchesState(fault.site.state, called) : state === called
}

/** Names of the states of a machine that a fault applies to. `named`: the states were asked for by name. */
export function strikeStates(machine: Machine, definition: FaultDefinition, named = false): readonly string[] {
  return faultTargets(machine.definition, machine.type)
    .filter((target) => definitionAt(definition, target, named) !== undefined)
    .map((target) => target.name)
}

/** Both of what a sweep tries where nobody says how often. */
const BOTH: readonly StrikeTimes[] = ['once', 'always']

/**
 * Strikes at the sites of faults, over one scenario. The run without any fault says which calls there are to strike, and
 * where its mocks are values every strike goes on from there: a fork of it at the struck call.
 */
export class Sweeper {
  readonly #machine: Machine
  readonly #scenario: Scenario
  readonly #baseline: Run
  readonly #forkable: ForkableRun | undefined
  readonly #forks: StrikeForks | undefined
  readonly #inferred: ReadonlySet<string>
  readonly #facts: EffectFacts
  #last: LastStrike | undefined

  private constructor(machine: Machine, scenario: Scenario, baseline: Run, forkable: ForkableRun | undefined) {
    this.#machine = machine
    this.#scenario = scenario
    this.#baseline = baseline
    this.#forkable = forkable
    const ownFaults = [...(machine.defaults.faults ?? []), ...(scenario.faults ?? [])]
    const isOpen = ownFaults.length === 0 && !scenario.replay && !machine.defaults.replay
    this.#forks = forkable && isOpen ? new StrikeForks(machine, baseline, forkable) : undefined
    this.#inferred = new Set(inferredIn(baseline.calls, new Set()))
    this.#facts = effectFacts(machine, baseline)
  }

  /** `forks: false` runs every strike from the start, which comes to the same. */
  static async over(
    machine: Machine,
    scenario: Scenario,
    { forks = true }: { readonly forks?: boolean } = {},
  ): Promise<Sweeper> {
    const merged = mergeScenarios(machine.defaults, scenario)
    const forkable = forks && mayFork(merged) ? forkableRun(machine.session(merged)) : undefined
    const baseline = await machine.trial(scenario, () => forkable?.ended)
    return new Sweeper(machine, scenario, baseline, forkable)
  }

  /** The run without faults. Where it fails, a failure after a strike proves nothing against the machine. */
  get baseline(): Run {
    return this.#baseline
  }

  /** Strikes each state once and always, or as often as is said; every strike is a run of its own. */
  async sweep(
    fault: Fault,
    states: readonly string[],
    times: readonly StrikeTimes[] = BOTH,
  ): Promise<readonly SweepStrike[]> {
    const strikes: SweepStrike[] = []
    for (const state of states) {
      for (const often of times) strikes.push(await this.strikeAt({ fault, state, times: often }))
    }
    return strikes
  }

  /** Strikes one site. A fault that never fires has no fate. */
  async strikeAt(site: StrikeSite): Promise<SweepStrike> {
    const { fault, state, times } = site
    const at = this.#faultAt(site)
    const { leftAlone, ...judged } =
      this.#sameAsLast(site) ?? this.#forked(at) ?? this.#judgedRun(await this.#runWith([at]))
    const strike = { ...judged, state, fault: fault.definition.id, times }
    this.#last = { site, judged: { ...judged, leftAlone } }
    return strike
  }

  /** Strikes two sites in one run. */
  async strikeBoth(first: StrikeSite, second: StrikeSite): Promise<SweepStrike> {
    const run = await this.#runWith([this.#faultAt(first), this.#faultAt(second)])
    const { leftAlone: _, ...judged } = this.#judgedRun(run)
    const met = (site: StrikeSite): boolean =>
      run.calls.some((call) => isAt(site, call.state) && call.fault !== undefined)
    return {
      ...judged,
      state: first.state,
      fault: first.fault.definition.id,
      times: first.times,
      second: { state: second.state, fault: second.fault.definition.id },
      fate: met(first) && met(second) ? judged.fate : undefined,
    }
  }

  /** Where the last strike was the same fault's and left no call of the state alone, striking all of them is the same run. */
  #sameAsLast({ fault, state, times }: StrikeSite): Judged | undefined {
    if (!this.#forkable || !this.#last || times !== 'always' || !strikesCalls(fault)) return undefined
    const { site, judged } = this.#last
    if (site.fault !== fault || site.state !== state || site.times === 'asked') return undefined
    return judged.leftAlone.includes(state) ? undefined : judged
  }

  #faultAt({ fault, state, times }: StrikeSite): Fault {
    if (times === 'asked') return fault
    return fault.atSite(times === 'always' ? { state } : this.#firstCallsOf(state, times === 'once' ? 1 : times))
  }

  /** The first attempts of the first visit, for the first items that come by. */
  #firstCallsOf(state: string, attempts: number): Site {
    const items = this.#baseline.calls.find((call) => call.state === state)?.items.map((step) => step.index) ?? []
    return { state, ...(items.length > 0 && { items }), visit: 1, attempts: { from: 1, to: attempts } }
  }

  async #runWith(more: readonly Fault[]): Promise<Run> {
    if (this.#forkable && more.every(strikesCalls) && !this.#forkable.points.some((point) => isStruckAt(point, more))) {
      return this.#baseline
    }
    const faults = [...(this.#scenario.faults ?? []), ...more]
    return await this.#machine.trial({ ...this.#scenario, faults }, (fresh) => this.#forkFor(more, fresh))
  }

  /** The run without faults up to the first call that one of these could strike; undefined where it has to be run anew. */
  #forkFor(faults: readonly Fault[], fresh: Session): Session | undefined {
    if (!this.#forkable || !faults.every(strikesCalls)) return undefined
    const { points, ended } = this.#forkable
    const from = points.find((point) => isStruckAt(point, faults))
    return forkedAt(from ?? { session: ended, calls: [] }, fresh)
  }

  /** Undefined where the strike has to be run as a whole. */
  #forked(fault: Fault): Judged | undefined {
    if (!this.#forks || !strikesCalls(fault) || fault.definition.effect.kind === 'named-error') return undefined
    const forked = this.#forks.strike(fault)
    if (!forked) return undefined
    const { history, output, record, done, unstruckEffects } = forked
    const isGood = record.status === 'SUCCEEDED'
    return this.#judged(history, output, record, effectChanges({ ...done, isGood }, unstruckEffects, this.#facts))
  }

  #judgedRun(run: Run): Judged {
    const done = { effects: run.effects, wasDone: () => false, isGood: run.status === 'SUCCEEDED' }
    const changes = effectChanges(done, this.#baseline.effects, this.#facts)
    return this.#judged(run, run.output, recordOf(run, this.#inferred), changes)
  }

  #judged(history: StruckHistory, output: Json | undefined, run: StrikeRecord, changes: EffectChanges): Judged {
    const isSameOutput = sameOutput(output, this.#baseline.output)
    const found = fateOfStrikes(history, this.#baseline.status !== 'SUCCEEDED')
    return {
      fate: found && noticed(found.fate, isSameOutput || this.#baseline.status !== 'SUCCEEDED'),
      struck: history.calls.filter((call) => call.fault !== undefined).length,
      error: found?.first.error,
      cause: found?.first.cause,
      changes,
      isSameOutput,
      run,
      leftAlone: calledStates(history.calls.filter((call) => !isStruck(call))),
    }
  }
}

/** What is known of a strike when it is over. */
interface Judged extends Pick<SweepStrike, 'fate' | 'struck' | 'error' | 'cause' | 'run' | 'changes' | 'isSameOutput'> {
  /** States of which a call was left alone: of no use once the next site is struck, and there may be thousands. */
  readonly leftAlone: readonly string[]
}

interface LastStrike {
  readonly site: StrikeSite
  readonly judged: Judged
}

/** Whether a fault may strike one of the calls that are made at the point. */
function isStruckAt({ calls }: ForkPoint, faults: readonly Fault[]): boolean {
  return calls.some(({ state }) => faults.some(({ site }) => matchesState(site.state, state)))
}

/** States that a fault strikes themselves are asked on the way to their work, which a run without faults does not know of. */
function strikesCalls({ definition, conditions }: Fault): boolean {
  const rows = [definition, ...(definition.insideFunction ? [definition.insideFunction] : [])]
  return conditions.nth === undefined && rows.every((row) => strikePoint(row) !== 'state')
}

/** An answer that made no trouble is unnoticed where the execution's output is another one than without the fault. */
function noticed(fate: Fate, isSameOutput: boolean): Fate {
  return fate.outcome === 'absorbed' && !isSameOutput ? { ...fate, outcome: 'unnoticed' } : fate
}
