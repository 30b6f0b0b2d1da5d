import { errorHandlersOf, firstTaking } from '../../asl/error-handlers.js'
import { isArray, isObject, member } from '../../asl/json.js'
import { isDistributed } from '../../asl/map-processor.js'
import { resultOfTask } from './answer-value.js'
import { choiceHandsOn, imposeWay } from './choice-way.js'
import { HoleValue } from './hole-value.js'
import { itemsOf, known, NULL, type OpenValue } from './open-value.js'
import { itemInput, mapItems, mapResult, MOST_WALKED_ITEMS } from './map-items.js'
import type { GraphMachine, GraphState } from './state-graph.js'
import { Trail } from './trail.js'
import { type HandedOn, JSONATA_FLOW, JSONPATH_FLOW, type OpenVariables, type ValueFlow } from './value-flow.js'
import type { ValueScope } from './value-scope.js'
import { walkContext, withMapItem, withToken } from './walk-context.js'
import { OVER_TOLERANCE, WalkErrors, type WalkFailure } from './walk-errors.js'
import type { WalkPlan } from './walk-plan.js'
import { WalkSteering } from './walk-steering.js'
import { TIME_EXAMPLE } from './wanted-value.js'

type Outcome =
  | { readonly kind: 'done'; readonly data: OpenValue }
  | WalkFailure
  /** A state cannot do its work with any value. */
  | { readonly kind: 'stuck'; readonly at: GraphState }

type StepEnd =
  | { readonly kind: 'on'; readonly to: string | undefined; readonly handed: HandedOn }
  | Exclude<Outcome, { kind: 'done' }>

interface Standing {
  readonly data: OpenValue
  readonly variables: OpenVariables
  readonly context: OpenValue
  /** Items of the Maps around, as a key. */
  readonly place: string
  readonly within: readonly GraphState[]
}

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
  /** What Tasks answer, by pointer and call. */
  readonly answers: Map<string, HoleValue[]>
  /** What ItemReaders get, by pointer. */
  readonly readers: Map<string, HoleValue>
  readonly steering: WalkSteering
  readonly errors: WalkErrors
  readonly visited = new Set<string>()
  readonly #plan: WalkPlan
  readonly #visits = new Map<string, number>()
  readonly #calls = new Map<string, number>()
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
    this.answers = before?.answers ?? new Map<string, HoleValue[]>()
    this.readers = before?.readers ?? new Map<string, HoleValue>()
  }

  /** Goes from the start to an end, or to where it cannot go on. */
  go(): Outcome {
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

  #machine(machine: GraphMachine, from: Standing): Outcome {
    let standing = from
    for (let state = machine.first; state;) {
      this.#steps += 1
      if (!this.visited.has(state.pointer)) this.#newsAt = this.#steps
      if (this.#steps > MOST_STEPS || this.#steps - this.#newsAt > MOST_IDLE) return { kind: 'stuck', at: state }
      this.visited.add(state.pointer)
      this.steering.arrive(state)
      this.#visits.set(state.pointer, (this.#visits.get(state.pointer) ?? 0) + 1)
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

  #state(machine: GraphMachine, state: GraphState, standing: Standing): StepEnd {
    const flow = state.isJsonata ? JSONATA_FLOW : JSONPATH_FLOW
    const scope = this.#scope(standing, state)
    const stuck: StepEnd = { kind: 'stuck', at: state }
    const effective = flow.effectiveInput(state.definition, scope)
    if (!effective) return stuck
    const inner = { ...scope, input: effective }
    if (state.type !== 'Map' && !flow.readFields(state.definition, inner)) return stuck
    switch (state.type) {
      case 'Choice':
        return this.#choice(machine, state, standing, flow, inner)
      case 'Fail':
        return this.#fail(state)
      case 'Task':
        return this.#task(state, standing, flow, inner)
      case 'Parallel':
        return this.#parallel(state, standing, flow, inner)
      case 'Map':
        return this.#map(state, standing, flow, inner)
      case 'Pass':
        return this.#handOn(state, standing, flow, inner, passResult(state, flow, inner))
      default:
        return this.#handOn(state, standing, flow, inner, effective)
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
    }
  }

  #handOn(
    state: GraphState,
    { data }: Standing,
    flow: ValueFlow,
    scope: ValueScope,
    result: OpenValue | undefined,
  ): StepEnd {
    const handed = result && flow.handOn(state.definition, data, result, scope)
    if (!handed) return { kind: 'stuck', at: state }
    const next = member(state.definition, 'Next')
    return { kind: 'on', to: !state.isEnd && typeof next === 'string' ? next : undefined, handed }
  }

  #fail({ definition }: GraphState): StepEnd {
    const name = member(definition, 'Error')
    const error = typeof name === 'string' ? name : 'States.TaskFailed'
    const Cause = member(definition, 'Cause') ?? 'the cause'
    return { kind: 'failed', error, output: known({ Error: error, Cause }) }
  }

  #task(state: GraphState, standing: Standing, flow: ValueFlow, scope: ValueScope): StepEnd {
    const field = member(state.definition, state.isJsonata ? 'Arguments' : 'Parameters')
    const sight = withToken(scope)
    if (field !== undefined && !flow.template(field, sight)) return { kind: 'stuck', at: state }
    const struck = this.#strike(state, standing)
    if (struck) return this.#caught(state, standing, flow, scope, struck)
    const answer = this.#answer(state, standing.place)
    return this.#handOn(state, standing, flow, scope, resultOfTask(state.definition, answer))
  }

  /** What the next call of a Task is answered. */
  #answer(state: GraphState, place: string): OpenValue {
    const at = `${state.pointer} ${place}`
    const call = this.#calls.get(at) ?? 0
    this.#calls.set(at, call + 1)
    const given = this.#plan.given.answer?.(state.name, call)
    if (given !== undefined) return known(given)
    const answers = this.answers.get(state.pointer) ?? []
    this.answers.set(state.pointer, answers)
    while (answers.length <= call) answers.push(new HoleValue({}, this.trail))
    const hole = answers[call]
    return hole ? { kind: 'hole', hole } : NULL
  }

  /** The planned error that a Task, or an ItemReader, fails with now. */
  #strike(state: GraphState, { within, place }: Standing): WalkFailure | undefined {
    const visit = this.#visits.get(state.pointer) ?? 1
    const failed = this.errors.strike(state, within, visit, new HoleValue('cause', this.trail))
    if (failed && state.type === 'Task') this.#spend(state, place, failed.error)
    return failed
  }

  /** A script counts the calls that fail, too. */
  #spend(state: GraphState, place: string, error: string): void {
    const { retriers } = errorHandlersOf(state.definition)
    const retrier = retriers[firstTaking(retriers, error) ?? -1]
    for (let call = 0; call <= Math.min(retrier?.maxAttempts ?? 0, 100); call++) this.#answer(state, place)
  }

  /** Goes on behind the catcher that takes an error, or fails. */
  #caught(state: GraphState, { data }: Standing, flow: ValueFlow, scope: ValueScope, failed: WalkFailure): StepEnd {
    const index = firstTaking(errorHandlersOf(state.definition).catchers, failed.error)
    const way = index === undefined ? undefined : state.catches[index]
    const list = member(state.definition, 'Catch')
    const catcher = isArray(list) && index !== undefined ? list[index] : undefined
    if (!way || !isObject(catcher)) return failed
    const handed = flow.handOver(catcher, data, failed.output, scope)
    return handed ? { kind: 'on', to: way.to, handed } : { kind: 'stuck', at: state }
  }

  #parallel(state: GraphState, standing: Standing, flow: ValueFlow, scope: ValueScope): StepEnd {
    const field = member(state.definition, state.isJsonata ? 'Arguments' : 'Parameters')
    const data = field === undefined ? scope.input : flow.template(field, scope)
    if (!data) return { kind: 'stuck', at: state }
    const results: OpenValue[] = []
    let failed: WalkFailure | undefined
    let stuck: StepEnd | undefined
    // All of them run at once: one that fails stops the others, also one that would go on for ever.
    for (const branch of state.inner) {
      const end = this.#machine(branch, { ...standing, data, within: [...standing.within, state] })
      if (end.kind === 'failed') failed ??= end
      else if (end.kind === 'stuck') stuck ??= end
      else results.push(end.data)
    }
    if (failed) return this.#caught(state, standing, flow, scope, failed)
    if (stuck) return stuck
    return this.#handOn(state, standing, flow, scope, { kind: 'list', items: results })
  }

  #map(state: GraphState, standing: Standing, flow: ValueFlow, scope: ValueScope): StepEnd {
    const stuck: StepEnd = { kind: 'stuck', at: state }
    if (!flow.readFields(state.definition, scope)) return stuck
    const unread = member(state.definition, 'ItemReader') === undefined ? undefined : this.#strike(state, standing)
    if (unread) return this.#caught(state, standing, flow, scope, unread)
    const list = mapItems(state, flow, scope, this.readers)
    const items = list && itemsOf(list)
    if (!items) return stuck
    const [processor] = state.inner
    const results: OpenValue[] = []
    for (const [index, item] of items.slice(0, MOST_WALKED_ITEMS).entries()) {
      const data = itemInput(state, flow, scope, item, index)
      if (!data || !processor) return stuck
      const context = withMapItem(standing.context, item, index)
      const place = `${standing.place}[${index}]`
      const inner = { ...standing, data, context, place, within: [...standing.within, state] }
      const end = this.#machine(processor, inner)
      if (end.kind === 'failed')
        return this.#caught(state, standing, flow, scope, isDistributed(state.definition) ? OVER_TOLERANCE : end)
      if (end.kind === 'stuck') return end
      results.push(end.data)
    }
    return this.#handOn(state, standing, flow, scope, mapResult(state, results))
  }

  #choice(machine: GraphMachine, state: GraphState, standing: Standing, flow: ValueFlow, scope: ValueScope): StepEnd {
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

function passResult(state: GraphState, flow: ValueFlow, scope: ValueScope): OpenValue | undefined {
  const { definition, isJsonata } = state
  const template = isJsonata ? undefined : member(definition, 'Parameters')
  const payload = template === undefined ? scope.input : flow.template(template, scope)
  const result = isJsonata ? undefined : member(definition, 'Result')
  return result === undefined ? payload : payload && known(result)
}
