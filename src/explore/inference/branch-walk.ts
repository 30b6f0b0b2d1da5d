import { firstTaking, errorHandlersOf } from '../../asl/error-handlers.js'
import { isArray, isObject, type Json, type JsonObject, member } from '../../asl/json.js'
import { resultOfTask } from './answer-value.js'
import { imposeRules } from './imposed-rule.js'
import { distancesToEnd, distancesToGoals } from './distances.js'
import { sightOf, treeOf } from './expression-value.js'
import { type HandedOn, JSONATA_FLOW, JSONPATH_FLOW, type ValueFlow, type OpenVariables } from './value-flow.js'
import type { GraphMachine, GraphState, Way } from './state-graph.js'
import { HoleValue } from './hole-value.js'
import { valueAtPath } from './path-value.js'
import type { ValueScope } from './value-scope.js'
import { Trail } from './trail.js'
import { itemsOf, known, type OpenValue } from './open-value.js'
import { jsonataText } from '../../asl/query-language.js'
import type { PlannedError, WalkPlan } from './walk-plan.js'
import { TIME_EXAMPLE } from './wanted-value.js'

/** A way that was wanted and could not be taken. */
export interface RefusedWay {
  readonly state: GraphState
  readonly way: Way
}

/** An error that struck on a walk, and the Task that failed with it. */
export interface MetError {
  readonly planned: PlannedError
  readonly state: GraphState
  readonly visit: number
  /** Whether a Map or Parallel tries again what is in it: then every visit fails. */
  readonly everyVisit: boolean
  /** What the handler reads of the cause. */
  readonly cause: HoleValue
}

type Outcome =
  | { readonly kind: 'done'; readonly data: OpenValue }
  | { readonly kind: 'failed'; readonly error: string; readonly output: OpenValue }
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
const MOST_IDLE = 500
/** A way that was taken before is as good as one that is so many states longer. */
const REPEAT_DISTANCE = 40
/** A polling loop may be refused its end until it has gone round once. */
const MOST_REFUSALS = 3
/** Any goal is nearer than any end. */
const END_DISTANCE = 100_000

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
  readonly refusals: RefusedWay[] = []
  readonly met: MetError[] = []
  /** Edges of Choices that were taken. */
  readonly taken = new Map<string, number>()
  readonly visited = new Set<string>()
  readonly #plan: WalkPlan
  readonly #goals: Set<string>
  readonly #visits = new Map<string, number>()
  readonly #calls = new Map<string, number>()
  readonly #distances = new Map<string, { readonly version: number; readonly of: ReadonlyMap<string, number> }>()
  readonly #refused = new Map<string, number>()
  readonly #closed = new Set<string>()
  readonly #passed = new Map<PlannedError, number>()
  #steps = 0
  /** The last step that came to a state for the first time. */
  #newsAt = 0

  /** `before`: a walk whose values this one shares and adds to. */
  constructor(plan: WalkPlan, before?: BranchWalk) {
    this.#plan = plan
    this.#goals = new Set(plan.goals)
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
      context: contextOf(input),
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
      this.#goals.delete(state.pointer)
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
    const hole = this.#answer(state, standing.place)
    return this.#handOn(state, standing, flow, scope, resultOfTask(state.definition, hole))
  }

  #answer(state: GraphState, place: string): HoleValue {
    const at = `${state.pointer} ${place}`
    const call = this.#calls.get(at) ?? 0
    this.#calls.set(at, call + 1)
    const answers = this.answers.get(state.pointer) ?? []
    this.answers.set(state.pointer, answers)
    while (answers.length <= call) answers.push(new HoleValue({}, this.trail))
    return answers[call] ?? new HoleValue({}, this.trail)
  }

  /** The planned error that the Task fails with now. */
  #strike(state: GraphState, { within, place }: Standing): Extract<Outcome, { kind: 'failed' }> | undefined {
    const planned = this.#plan.errors.find(
      (error) => !this.met.some((met) => met.planned === error) && this.#isDue(error, state, within),
    )
    if (!planned) return undefined
    const around = within.findIndex(({ pointer }) => pointer === planned.catching)
    const cause = new HoleValue('cause', this.trail)
    const retrying = around === -1 ? [] : within.slice(around)
    const everyVisit = retrying.some(
      ({ definition }) => firstTaking(errorHandlersOf(definition).retriers, planned.error) !== undefined,
    )
    this.met.push({ planned, state, visit: this.#visits.get(state.pointer) ?? 1, everyVisit, cause })
    this.#spend(state, place, planned.error)
    return failedWith(planned.error, { kind: 'hole', hole: cause })
  }

  /** Whether an error of this Task comes to the catcher that is meant, and it is this Task's turn. */
  #isDue(planned: PlannedError, state: GraphState, within: readonly GraphState[]): boolean {
    if (state.type === 'Map' && planned.error !== READER_FAILED) return false
    if (!comesTo(planned, state, within)) return false
    const passed = this.#passed.get(planned) ?? 0
    this.#passed.set(planned, passed + 1)
    return passed >= (planned.passes ?? 0)
  }

  /** A script counts the calls that fail, too. */
  #spend(state: GraphState, place: string, error: string): void {
    const { retriers } = errorHandlersOf(state.definition)
    const retrier = retriers[firstTaking(retriers, error) ?? -1]
    for (let call = 0; call <= Math.min(retrier?.maxAttempts ?? 0, 100); call++) this.#answer(state, place)
  }

  /** Goes on behind the catcher that takes an error, or fails. */
  #caught(
    state: GraphState,
    { data }: Standing,
    flow: ValueFlow,
    scope: ValueScope,
    failed: Extract<Outcome, { kind: 'failed' }>,
  ): StepEnd {
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
    let failed: Extract<Outcome, { kind: 'failed' }> | undefined
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
    const list = this.#items(state, flow, scope)
    const items = list && itemsOf(list)
    if (!items) return stuck
    const [processor] = state.inner
    const results: OpenValue[] = []
    for (const [index, item] of items.slice(0, MOST_ITEMS).entries()) {
      const data = this.#itemInput(state, flow, scope, item, index)
      if (!data || !processor) return stuck
      const context = withItem(standing.context, item, index)
      const place = `${standing.place}[${index}]`
      const inner = { ...standing, data, context, place, within: [...standing.within, state] }
      const end = this.#machine(processor, inner)
      if (end.kind === 'failed')
        return this.#caught(state, standing, flow, scope, isDistributed(state) ? OVER_TOLERANCE : end)
      if (end.kind === 'stuck') return end
      results.push(end.data)
    }
    const result = member(state.definition, 'ResultWriter') === undefined ? undefined : known(WRITTEN)
    return this.#handOn(state, standing, flow, scope, result ?? { kind: 'list', items: results })
  }

  #items(state: GraphState, flow: ValueFlow, scope: ValueScope): OpenValue | undefined {
    if (member(state.definition, 'ItemReader') !== undefined) {
      const hole = this.readers.get(state.pointer) ?? new HoleValue({}, this.trail)
      this.readers.set(state.pointer, hole)
      return { kind: 'hole', hole }
    }
    const written = member(state.definition, state.isJsonata ? 'Items' : 'ItemsPath')
    if (written === undefined) return scope.input
    if (state.isJsonata) return flow.template(written, scope)
    return typeof written === 'string' ? valueAtPath(written, scope) : undefined
  }

  #itemInput(
    state: GraphState,
    flow: ValueFlow,
    scope: ValueScope,
    item: OpenValue,
    index: number,
  ): OpenValue | undefined {
    const { definition } = state
    const selector = member(definition, 'ItemSelector') ?? member(definition, 'Parameters')
    const context = withItem(scope.context, item, index)
    const selected = selector === undefined ? item : flow.template(selector, { ...scope, context })
    const batcher = member(definition, 'ItemBatcher')
    if (!selected || !isObject(batcher)) return selected
    const members = new Map<string, OpenValue>([['Items', { kind: 'list', items: [selected] }]])
    const shared = member(batcher, 'BatchInput')
    const input = shared === undefined ? undefined : flow.template(shared, scope)
    if (input) members.set('BatchInput', input)
    return { kind: 'object', members, below: undefined }
  }

  #choice(machine: GraphMachine, state: GraphState, standing: Standing, flow: ValueFlow, scope: ValueScope): StepEnd {
    const rules = member(state.definition, 'Choices')
    const list = isArray(rules) ? rules : []
    for (const way of this.#byDistance(machine, state)) {
      if (!this.trail.attempt(() => takes(way, list, state.isJsonata, scope))) {
        this.#refuse(state, way)
        continue
      }
      this.taken.set(way.edge, (this.taken.get(way.edge) ?? 0) + 1)
      const rule = way.kind === 'rule' ? list[way.index] : undefined
      const handed = choiceHandsOn(state, rule, standing.data, flow, scope)
      return handed ? { kind: 'on', to: way.to, handed } : { kind: 'stuck', at: state }
    }
    return { kind: 'stuck', at: state }
  }

  /** A way that was refused some times is closed: what lies behind it is not gone to any more. */
  #refuse(state: GraphState, way: Way): void {
    const count = (this.#refused.get(way.edge) ?? 0) + 1
    this.#refused.set(way.edge, count)
    if (count === 1) this.refusals.push({ state, way })
    if (count === MOST_REFUSALS) this.#closed.add(way.edge)
  }

  /** The ways of a Choice, the best first: to the nearest goal, else to the nearest end, a new way before one taken before. */
  #byDistance(machine: GraphMachine, state: GraphState): readonly Way[] {
    const goals = this.#goalDistances(machine)
    const ends = distancesToEnd(machine)
    const score = ({ edge, to }: Way): number => {
      const distance = goals.get(to) ?? END_DISTANCE + (ends.get(to) ?? END_DISTANCE)
      return distance + (this.taken.get(edge) ?? 0) * REPEAT_DISTANCE + (this.#plan.detours.get(edge) ?? 0)
    }
    const scored = state.ways.map((way) => ({ way, at: score(way) }))
    return scored.sort((a, b) => a.at - b.at).map(({ way }) => way)
  }

  #goalDistances(machine: GraphMachine): ReadonlyMap<string, number> {
    const version = this.#closed.size - this.#goals.size
    const known = this.#distances.get(machine.pointer)
    if (known?.version === version) return known.of
    const of = distancesToGoals(machine, (state) => this.#isGoal(state), this.#closed)
    this.#distances.set(machine.pointer, { version, of })
    return of
  }

  #isGoal(state: GraphState): boolean {
    if (state.type === 'Fail' && !this.#plan.mayFail) return false
    if (this.#goals.has(state.pointer)) return true
    if (state.inner.length === 0) return false
    const below = `${state.pointer}/`
    for (const goal of this.#goals) if (goal.startsWith(below)) return true
    return false
  }
}

function failedWith(error: string, cause: OpenValue): Extract<Outcome, { kind: 'failed' }> {
  const members = new Map<string, OpenValue>([
    ['Error', known(error)],
    ['Cause', cause],
  ])
  return { kind: 'failed', error, output: { kind: 'object', members, below: undefined } }
}

/** What an ItemReader fails with. */
export const READER_FAILED = 'States.ItemReaderFailed'

/** Children of a distributed Map are executions of their own: the Map does not fail with their errors. */
const TOLERANCE = 'States.ExceedToleratedFailureThreshold'
const OVER_TOLERANCE = failedWith(TOLERANCE, known('The specified tolerated failure threshold was exceeded'))

function isDistributed({ definition }: GraphState): boolean {
  const processor = member(definition, 'ItemProcessor')
  const config = isObject(processor) ? member(processor, 'ProcessorConfig') : undefined
  return isObject(config) && member(config, 'Mode') === 'DISTRIBUTED'
}

/** Whether an error of a Task gets to the catcher that is meant: nothing before takes it, nor makes another one of it. */
function comesTo({ catching, catcher, error }: PlannedError, task: GraphState, within: readonly GraphState[]): boolean {
  let name = error
  for (const state of [task, ...within.toReversed()]) {
    if (state !== task && isDistributed(state)) name = TOLERANCE
    const taken = firstTaking(errorHandlersOf(state.definition).catchers, name)
    if (state.pointer === catching) return taken === catcher
    if (taken !== undefined) return false
  }
  return false
}

/** Items of a list that are walked; those that are all known may be many. */
const MOST_ITEMS = 3

const WRITTEN = {
  MapRunArn: 'arn:aws:states:us-east-1:123456789012:mapRun:Machine/Map:run',
  ResultWriterDetails: { Bucket: 'bucket', Key: 'manifest.json' },
}

/** Sees to it that a Choice goes this way. */
function takes(way: Way, rules: readonly Json[], isJsonata: boolean, scope: ValueScope): boolean {
  const before = (way.kind === 'rule' ? rules.slice(0, way.index) : rules).map((rule) => ({ rule, holds: false }))
  // What the way's own rule asks for says how the rules before it fail.
  const goals = way.kind === 'rule' ? [{ rule: rules[way.index] ?? null, holds: true }, ...before] : before
  return isJsonata ? goals.every(({ rule, holds }) => imposeJsonata(rule, holds, scope)) : imposeRules(goals, scope)
}

function imposeJsonata(rule: Json, holds: boolean, scope: ValueScope): boolean {
  const condition = isObject(rule) ? member(rule, 'Condition') : undefined
  if (typeof condition === 'boolean') return condition === holds
  const text = condition === undefined ? undefined : jsonataText(condition)
  const tree = text === undefined ? undefined : treeOf(text)
  const sight = sightOf(scope)
  return tree !== undefined && sight.impose(tree, holds, sight)
}

function choiceHandsOn(
  state: GraphState,
  rule: Json | undefined,
  raw: OpenValue,
  flow: ValueFlow,
  scope: ValueScope,
): HandedOn | undefined {
  const { definition } = state
  if (!isObject(rule)) return flow.handOn(definition, raw, scope.input, scope)
  const output = member(rule, 'Output') ?? member(definition, 'Output')
  const outputPath = member(definition, 'OutputPath')
  const assign = member(rule, 'Assign')
  const fields: JsonObject = {
    ...(output !== undefined && { Output: output }),
    ...(outputPath !== undefined && { OutputPath: outputPath }),
    ...(assign !== undefined && { Assign: assign }),
  }
  return flow.handOn(fields, raw, scope.input, scope)
}

function passResult(state: GraphState, flow: ValueFlow, scope: ValueScope): OpenValue | undefined {
  const { definition, isJsonata } = state
  const template = isJsonata ? undefined : member(definition, 'Parameters')
  const payload = template === undefined ? scope.input : flow.template(template, scope)
  const result = isJsonata ? undefined : member(definition, 'Result')
  return result === undefined ? payload : payload && known(result)
}

/** The context object, as far as it is known before an execution. */
function contextOf(input: OpenValue): OpenValue {
  const execution = known({
    Id: 'arn:aws:states:us-east-1:123456789012:execution:StateMachine:execution',
    Name: 'execution',
    RoleArn: 'arn:aws:iam::123456789012:role/role',
    StartTime: TIME_EXAMPLE,
    RedriveCount: 0,
  })
  const members = new Map<string, OpenValue>([
    ['Execution', { kind: 'object', members: new Map([['Input', input]]), below: execution }],
    [
      'StateMachine',
      known({ Id: 'arn:aws:states:us-east-1:123456789012:stateMachine:StateMachine', Name: 'StateMachine' }),
    ],
  ])
  return { kind: 'object', members, below: undefined }
}

function withToken(scope: ValueScope): ValueScope {
  const members = new Map<string, OpenValue>([['Task', known({ Token: 'token' })]])
  return { ...scope, context: { kind: 'object', members, below: scope.context } }
}

function withItem(context: OpenValue, item: OpenValue, index: number): OpenValue {
  const inner: OpenValue = { kind: 'object', members: new Map([['Value', item]]), below: known({ Index: index }) }
  const map: OpenValue = { kind: 'object', members: new Map([['Item', inner]]), below: undefined }
  return { kind: 'object', members: new Map([['Map', map]]), below: context }
}
