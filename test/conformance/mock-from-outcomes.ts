import { isObject, member } from '../../src/asl/json.js'
import type { Json } from '../../src/asl/json.js'
import { isLambda } from '../../src/asl/resource.js'
import type { Answer, AslError, Call, Outcome } from '../../src/engine/ports.js'
import type { ConformanceCase, RecordedOutcome, TaskOutcome } from './case.js'
import { differenceOf } from './compare-json.js'
import { parsedJson, stringsIn } from './normalise.js'
import type { Placeholders } from './placeholders.js'
import { asText, detailsOf, eventsOf } from './recorded-event.js'
import type { RecordedEvent } from './recorded-event.js'
import { outcomesFromSortedBlocks } from './outcomes-of-zeroed.js'
import { answerFromStore } from './object-store.js'

/** The engine made a call that the recorded execution did not make. */
export class UnexpectedCallError extends Error {
  override readonly name = 'UnexpectedCallError'
}

/** Larger than any payload may be: the service itself then answers `States.DataLimitExceeded`. */
const OVERSIZE_CHARACTERS = 300_000

/** Answers the calls of one run as the tasks answered while the case was recorded. */
export class RecordedTasks {
  readonly #source: ConformanceCase
  readonly #placeholders: Placeholders
  readonly #events: readonly RecordedEvent[]
  readonly #outcomes: readonly TaskOutcome[]
  readonly #visits: ReadonlyMap<string, readonly (readonly TaskOutcome[])[]>

  /** `placeholders` learn from what the tasks are sent, so that an answer that repeats it has our values. */
  constructor(source: ConformanceCase, placeholders: Placeholders) {
    this.#source = source
    this.#placeholders = placeholders
    this.#events = eventsOf(source.expect) ?? []
    const isZeroed = source.meta.idsZeroedByTransformer === true
    const outcomes = source.meta.taskOutcomes ?? (isZeroed ? outcomesFromSortedBlocks(this.#events) : [])
    this.#outcomes = outcomes
    this.#visits = byVisit(outcomes)
  }

  answer(call: Call): Answer {
    const visit = this.#visits.get(siteOf(call.state, call.items))?.[call.visit - 1]
    const recorded = visit?.find((outcome) => outcome.attempt === call.attempt - 1) ?? this.#byEvent(call)
    if (recorded === undefined) return this.#answerUnrecorded(call)
    if (recorded.input !== undefined) {
      const tried = this.#placeholders.fork()
      if (differenceOf(recorded.input, call.parameters, 'input', tried) === undefined) this.#placeholders.adopt(tried)
    }
    return this.#toAnswer(recorded)
  }

  /**
   * By the event that scheduled it. Where a Map runs one item after another, the chain of an item leads through those before
   * it, and what is recorded of its place may name them too.
   */
  #byEvent({ state, scheduledEventId, mapRunChild }: Call): TaskOutcome | undefined {
    if (mapRunChild !== undefined) return undefined
    return this.#outcomes.find((outcome) => outcome.state === state && outcome.scheduledEventId === scheduledEventId)
  }

  /** Children of a Distributed Map are in no history; what their tasks answered is known for some. */
  #answerUnrecorded(call: Call): Answer {
    const stored = answerFromStore(call, this.#source.meta)
    if (stored !== undefined) return { outcome: { output: stored } }
    const echoed = echo(call, this.#source.meta.lambdas ?? {})
    if (echoed !== undefined) return { outcome: { output: echoed } }
    if (!this.#hasEndedByItself()) return 'never'
    const items = call.items.map((item) => `${item.map}[${item.index}]`).join(' ')
    throw new UnexpectedCallError(
      `call of ${call.state} ${items} visit ${call.visit} attempt ${call.attempt} that was not recorded, with ${JSON.stringify(call.parameters).slice(0, 200)}`,
    )
  }

  /** Of an execution that was stopped, timed out or still runs, not every task has answered. */
  #hasEndedByItself(): boolean {
    const last = this.#events.at(-1)?.type
    return last === undefined || last === 'ExecutionSucceeded' || last === 'ExecutionFailed'
  }

  #toAnswer(recorded: TaskOutcome): Answer {
    const { outcome, submitted } = recorded
    const then = outcome && !outcome.type.endsWith('TimedOut') ? { outcome: this.#outcome(outcome) } : undefined
    const workerName = this.#workerOf(recorded)
    if (submitted === undefined && workerName === undefined) return then ?? 'never'
    return {
      submitted: submitted === undefined ? null : this.#payload(submitted),
      // oxlint-disable-next-line unicorn/no-thenable -- the member is the engine's, and nothing awaits an answer
      ...(then && { completion: then }),
      ...(workerName !== undefined && { workerName }),
    }
  }

  #outcome(outcome: RecordedOutcome): Outcome {
    if (outcome.type.endsWith('Succeeded')) return { output: this.#payload(outcome.output ?? null) }
    if (outcome.error === 'States.DataLimitExceeded') return { output: 'x'.repeat(OVERSIZE_CHARACTERS) }
    const failure: { -readonly [K in keyof AslError]: AslError[K] } = {}
    if (outcome.error !== undefined) failure.error = outcome.error
    if (outcome.cause !== undefined) failure.cause = this.#causeText(outcome.cause)
    return { failure }
  }

  /** Payloads that were objects are parsed in the recording, others are JSON text. */
  #payload(recorded: Json): Json {
    const value = typeof recorded === 'string' ? (parsedJson(recorded) ?? recorded) : recorded
    return this.#placeholders.fill(value)
  }

  /** The text of a cause that was parsed: as some later payload shows it, else compact. */
  #causeText(cause: Json): string {
    if (typeof cause === 'string') return this.#placeholders.fillText(cause)
    const compact = JSON.stringify(cause)
    for (const text of stringsIn(this.#events)) {
      if (text.startsWith('{') && JSON.stringify(parsedJson(text)) === compact) return this.#placeholders.fillText(text)
    }
    return this.#placeholders.fillText(compact)
  }

  #workerOf({ scheduledEventId }: TaskOutcome): string | undefined {
    const started = this.#events.find(
      (event) => event.type === 'ActivityStarted' && event.previousEventId === scheduledEventId,
    )
    const name = started && detailsOf(started).workerName
    return typeof name === 'string' ? name : undefined
  }
}

type Steps = readonly { readonly map: string; readonly index: number }[]

function siteOf(state: string, items: Steps): string {
  const steps = items.map((item) => `${item.map}[${item.index}]`)
  return JSON.stringify([state, ...steps.sort()])
}

/** Site -> its visits in order -> the attempts of each. */
function byVisit(outcomes: readonly TaskOutcome[]): ReadonlyMap<string, readonly (readonly TaskOutcome[])[]> {
  const visits = new Map<string, readonly (readonly TaskOutcome[])[]>()
  for (const [site, all] of grouped(outcomes, (outcome) => siteOf(outcome.state, outcome.iteration ?? []))) {
    const byOccurrence = [...grouped(all, (outcome) => outcome.occurrence)].sort(([a], [b]) => a - b)
    visits.set(
      site,
      byOccurrence.map(([, attempts]) => attempts),
    )
  }
  return visits
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** Handlers that give back the event they get. */
const ECHO_HANDLERS: ReadonlySet<string> = new Set(['id_function.py'])

function echo(call: Call, lambdas: Readonly<Record<string, string>>): Json | undefined {
  if (!isLambda(call.resource)) return undefined
  const { parameters, resource } = call
  const isInvoke = resource.kind === 'optimized'
  const named = isInvoke && isObject(parameters) ? asText(member(parameters, 'FunctionName')) : resource.arn
  const name = named.slice(named.lastIndexOf(':') + 1)
  if (!ECHO_HANDLERS.has((Object.hasOwn(lambdas, name) && lambdas[name]) || '')) return undefined
  if (!isInvoke) return parameters
  const payload = isObject(parameters) ? (member(parameters, 'Payload') ?? {}) : {}
  return { ExecutedVersion: '$LATEST', Payload: payload, StatusCode: 200 }
}
