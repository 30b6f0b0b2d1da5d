import { errorHandlersOf, firstTaking } from '../../asl/error-handlers.js'
import { isArray, member } from '../../asl/json.js'
import { resultOfTask } from './answer-value.js'
import { choiceHandsOn, imposeWay } from './choice-way.js'
import { HoleValue } from './hole-value.js'
import { known, type OpenValue } from './open-value.js'
import type { GraphMachine, GraphState } from './state-graph.js'
import { Trail } from './trail.js'
import { JSONATA_FLOW, JSONPATH_FLOW } from './value-flow.js'
import type { ValueScope } from './value-scope.js'
import { WalkCalls } from './walk-calls.js'
import { walkContext, withToken } from './walk-context.js'
import { WalkErrors, type WalkFailure } from './walk-errors.js'
import { walkBranches, walkItems } from './walk-inner.js'
import type { WalkPlan } from './walk-plan.js'
import { WalkSteering } from './walk-steering.js'
import { caught, goesOn, type Standing, type StepEnd, type WalkStep, type WalkOutcome } from './walk-step.js'
import { TIME_EXAMPLE } from './wanted-value.js'

/** A walk is given up after so many states. */
const MOST_STEPS = 1_500
/** And after so many that bring nothing new: a counter may have to grow that far. */
const MOST_IDLE = 400

/**
 * One way through a machine, with values that are made up as they are read. At a Choice it goes towards the goals, and has
 * the values be so that the Choice goes there, too.
 */
export class BranchWalk {
  readonly trail: Trail
  readonly input: HoleValue
  readonly calls: WalkCalls
  readonly steering: WalkSteering
  readonly errors: WalkErrors
  readonly visited = new Set<string>()
  readonly #plan: WalkPlan
  readonly #visits = new Map<string, number>()
  #steps = 0
  /** The last step that came to a state for the first time. */
  #newsAt = 0

  /** `before`: a walk whose values this one shares and adds to. */
  constructor(plan: WalkPlan, before?: BranchWalk) {
    this.#plan = plan
    this.steering = new WalkSteering(plan)
    this.errors = new WalkErrors(plan.errors)
    this.trail = before?.trail ?? new Trail()
    this.input = before?.input ?? new HoleValue({}, this.trail)
    this.calls = new WalkCalls(plan.given, this.trail, before?.calls)
  }

  /** Goes from the start to an end, or to where it cannot go on. */
  go(): WalkOutcome {
    const { given, graph } = this.#plan
    const input: OpenValue = given.input === undefined ? { kind: 'hole', hole: this.input } : known(given.input)
    return this.#machine(graph, {
      data: input,
      variables: new Map(),
      context: walkContext(input),
      place: '',
      within: [],
    })
  }

  #machine(machine: GraphMachine, from: Standing): WalkOutcome {
    let standing = from
    for (let state = machine.first; state;) {
      if (this.#isLost(state)) return { kind: 'stuck', at: state }
      const end = this.#state(machine, state, standing)
      if (end.kind !== 'on') return end
      const { to, handed } = end
      if (to === undefined) return { kind: 'done', data: handed.data }
      standing = { ...standing, ...handed }
      const next = machine.states.get(to)
      if (!next) return { kind: 'stuck', at: state }
      state = next
    }
    return { kind: 'done', data: standing.data }
  }

  /** Counts the step to a state; true where the walk has gone on for too long, and does not come there. */
  #isLost(state: GraphState): boolean {
    this.#steps += 1
    if (!this.visited.has(state.pointer)) this.#newsAt = this.#steps
    if (this.#steps > MOST_STEPS || this.#steps - this.#newsAt > MOST_IDLE) return true
    this.visited.add(state.pointer)
    this.steering.arrive(state)
    this.#visits.set(state.pointer, (this.#visits.get(state.pointer) ?? 0) + 1)
    return false
  }

  #state(machine: GraphMachine, state: GraphState, standing: Standing): StepEnd {
    const flow = state.isJsonata ? JSONATA_FLOW : JSONPATH_FLOW
    const raw = this.#scope(standing, state)
    const stuck: StepEnd = { kind: 'stuck', at: state }
    const effective = flow.effectiveInput(state.definition, raw)
    if (!effective) return stuck
    const scope = { ...raw, input: effective }
    if (!flow.readFields(state.definition, scope)) return stuck
    const walked: WalkStep = { state, standing, flow, scope }
    switch (state.type) {
      case 'Choice':
        return this.#choice(machine, walked)
      case 'Fail':
        return failed(state)
      case 'Task':
        return this.#task(walked)
      case 'Parallel':
        return this.#parallel(walked)
      case 'Map':
        return this.#map(walked)
      case 'Pass':
        return goesOn(walked, passResult(walked))
      default:
        return goesOn(walked, effective)
    }
  }

  #scope({ data, variables, context }: Standing, state: GraphState): ValueScope {
    const members = new Map<string, OpenValue>([
      ['State', known({ Name: state.name, EnteredTime: TIME_EXAMPLE, RetryCount: 0 })],
    ])
    return {
      input: data,
      variables,
      context: { kind: 'object', members, below: context },
      trail: this.trail,
      isSparse: this.#plan.isSparse,
      listLength: this.#plan.listLength,
    }
  }

  #task(walked: WalkStep): StepEnd {
    const { state, standing } = walked
    const tokened = { ...walked, scope: withToken(walked.scope) }
    if (!argumentsOf(tokened)) return { kind: 'stuck', at: state }
    const struck = this.#strike(walked)
    if (struck) return caught(walked, struck)
    return goesOn(walked, resultOfTask(state.definition, this.calls.answer(state, standing.place)))
  }

  /** The planned error that a Task, or an ItemReader, fails with now. */
  #strike({ state, standing }: WalkStep): WalkFailure | undefined {
    const visit = this.#visits.get(state.pointer) ?? 1
    const struck = this.errors.strike(state, standing.within, visit, new HoleValue('cause', this.trail))
    if (struck && state.type === 'Task') this.#spend(state, standing.place, struck.error)
    return struck
  }

  /** A script counts the calls that fail, too. */
  #spend(state: GraphState, place: string, error: string): void {
    const { retriers } = errorHandlersOf(state.definition)
    const retrier = retriers[firstTaking(retriers, error) ?? -1]
    for (let call = 0; call <= Math.min(retrier?.maxAttempts ?? 0, 100); call++) this.calls.answer(state, place)
  }

  #parallel(walked: WalkStep): StepEnd {
    const data = argumentsOf(walked)
    if (!data) return { kind: 'stuck', at: walked.state }
    return walkBranches(walked, data, (branch, from) => this.#machine(branch, from))
  }

  #map(walked: WalkStep): StepEnd {
    const isRead = member(walked.state.definition, 'ItemReader') !== undefined
    const unread = isRead ? this.#strike(walked) : undefined
    if (unread) return caught(walked, unread)
    return walkItems(walked, this.calls.readers, (processor, from) => this.#machine(processor, from))
  }

  #choice(machine: GraphMachine, { state, standing, flow, scope }: WalkStep): StepEnd {
    const rules = member(state.definition, 'Choices')
    const list = isArray(rules) ? rules : []
    for (const way of this.steering.byDistance(machine, state)) {
      if (!this.trail.attempt(() => imposeWay(way, list, state.isJsonata, scope))) {
        this.steering.refuse(state, way)
        continue
      }
      this.steering.take(way)
      const rule = way.kind === 'rule' ? list[way.index] : undefined
      const handed = choiceHandsOn(state, rule, standing.data, flow, scope)
      return handed ? { kind: 'on', to: way.to, handed } : { kind: 'stuck', at: state }
    }
    return { kind: 'stuck', at: state }
  }
}

function failed({ definition }: GraphState): StepEnd {
  const name = member(definition, 'Error')
  const error = typeof name === 'string' ? name : 'States.TaskFailed'
  const Cause = member(definition, 'Cause') ?? 'the cause'
  return { kind: 'failed', error, output: known({ Error: error, Cause }) }
}

/** What a Task or Parallel is given: its input where nothing is written. */
function argumentsOf({ state, flow, scope }: WalkStep): OpenValue | undefined {
  const field = member(state.definition, state.isJsonata ? 'Arguments' : 'Parameters')
  return field === undefined ? scope.input : flow.template(field, scope)
}

function passResult({ state, flow, scope }: WalkStep): OpenValue | undefined {
  const { definition, isJsonata } = state
  const template = isJsonata ? undefined : member(definition, 'Parameters')
  const payload = template === undefined ? scope.input : flow.template(template, scope)
  const result = isJsonata ? undefined : member(definition, 'Result')
  return result === undefined ? payload : payload && known(result)
}
