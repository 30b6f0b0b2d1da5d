import { type Duration, parseDuration, printDuration } from '../../asl/duration.js'
import type { Json } from '../../asl/json.js'
import { UserError } from '../../asl/user-error.js'
import type { HistoryEvent } from '../../engine/event-types.js'
import type { ExecutionStatus } from '../../engine/execution.js'
import { historyOf } from '../../engine/history.js'
import type { AslError } from '../../engine/ports.js'
import type { Signal } from '../../engine/signals.js'
import { frozenJson } from '../../tasks/frozen-json.js'
import { checkTask } from '../checks/check-scenario.js'
import { type Session, memberAt } from '../sessions/members.js'
import { signalMember } from '../sessions/relations.js'
import type { ChildMachine } from '../answering/rules.js'
import type { RedrivableRun } from './redrivable-run.js'
import { clockOf, runSession } from '../sessions/session.js'
import { findHolder } from '../sessions/token-holder.js'
import { type WaitingTask, machinesOf, waitingTasks } from './waiting-task.js'

/** Which of several Tasks of the same name `waitFor` means. */
export interface WaitForOptions {
  /** In a Map: the item's index (0 is the first); in nested Maps a list, the outermost first. Default: whichever waits first. */
  readonly item?: number | readonly number[]
  /** Name of the machine whose execution is meant, for one that a Task started. Default: the live execution itself. */
  readonly machine?: string
}

/**
 * An execution that stands still between two calls of a test, for what happens in the middle: callbacks, activities,
 * heartbeats, stops. Made by `machine.start(scenario)`. Virtual time moves in `advance`, `waitFor` and `finish` alone, which
 * are to be awaited one after the other; what is sent takes effect with the next of them.
 */
export class LiveExecution {
  #session: Session
  readonly #machine: ChildMachine
  readonly #finish: (session: Session) => RedrivableRun
  #busy = false

  constructor(session: Session, machine: ChildMachine, finish: (session: Session) => RedrivableRun) {
    this.#session = session
    this.#machine = machine
    this.#finish = finish
  }

  get status(): ExecutionStatus {
    return this.#session.execution.status
  }

  /** Virtual time, ms since the epoch. */
  get nowMs(): number {
    return clockOf(this.#session)
  }

  /** The history so far. */
  get history(): readonly HistoryEvent[] {
    return historyOf(this.#session.execution)
  }

  /** The Tasks that wait for an answer now, in the order they were called, those of machines that Tasks started last. */
  get waiting(): readonly WaitingTask[] {
    return waitingTasks(this.#session)
  }

  /**
   * Moves virtual time on by a duration, in ms or as `'90s'`, `'30m'`: everything that is due by then happens, its last
   * instant included. Nothing happens in an execution that has ended.
   */
  async advance(duration: Duration): Promise<void> {
    const untilMs = this.nowMs + parseDuration(duration)
    await this.#alone(async () => {
      this.#session = await runSession(this.#session, untilMs)
    })
  }

  /**
   * Goes on until a Task of this state waits: for its token, or for an answer that comes later or never. Time stands at
   * that instant then; it does not move if the Task waits already. UserError, and nothing has happened, if it never does.
   */
  async waitFor(state: string, options: WaitForOptions = {}): Promise<WaitingTask> {
    const wanted = this.#wanted(state, options)
    const find = (session: Session): WaitingTask | undefined => waitingTasks(session).find(wanted)
    return this.#alone(async () => {
      let before: readonly WaitingTask[] = []
      const session = await runSession(this.#session, Number.POSITIVE_INFINITY, (seen) => {
        if (find(seen)) return true
        const waiting = waitingTasks(seen)
        if (waiting.length > 0) before = waiting
        return false
      })
      const found = find(session)
      if (!found) throw neverWaits(state, session, before)
      this.#session = session
      return found
    })
  }

  /** SendTaskSuccess: the Task that has the token goes on with this output, which must be JSON. */
  sendTaskSuccess(token: string, output: unknown): void {
    this.#send(token, { token, success: frozenJson(output ?? null, 'the output of sendTaskSuccess') })
  }

  /** SendTaskFailure: the Task that has the token fails. Error and cause may be left out, as in the API. */
  sendTaskFailure(token: string, reason: AslError = {}): void {
    this.#send(token, { token, failure: checkedReason('sendTaskFailure', reason) })
  }

  /** SendTaskHeartbeat: the Task that has the token is alive, and its HeartbeatSeconds begin anew. */
  sendTaskHeartbeat(token: string): void {
    this.#send(token, { token, heartbeat: true })
  }

  /** StopExecution: the execution ends as ABORTED. UserError if it has ended already. */
  stop(reason: AslError = {}): void {
    this.#checkIdle()
    this.#tell(0, { stop: checkedReason('stop', reason) })
  }

  /** Goes on to the end. Tasks that nobody answers wait until a timeout, of the execution at last. */
  async finish(): Promise<RedrivableRun> {
    return this.#alone(async () => {
      this.#session = await runSession(this.#session)
      return this.#finish(this.#session)
    })
  }

  #send(token: string, what: Signal): void {
    this.#checkIdle()
    this.#tell(findHolder(this.#session, token), what)
  }

  #tell(member: number, what: Signal): void {
    const { nowMs } = this
    const told = signalMember(this.#session, member, what, nowMs)
    this.#session = { ...told, signals: [...told.signals, signalAsJson(nowMs, what)] }
  }

  #wanted(state: string, { item, machine = this.#machine.name }: WaitForOptions): (task: WaitingTask) => boolean {
    const known = machinesOf(this.#machine, this.#session).find(({ name }) => name === machine)
    if (!known)
      throw new UserError('usage', `the live execution of ${this.#machine.name} starts no machine "${machine}"`)
    checkTask(machine, known.definition, state)
    const items = typeof item === 'number' ? [item] : item
    return (task) =>
      task.machine === machine &&
      task.call.state === state &&
      (items === undefined || isSameItem(items, task.call.items))
  }

  async #alone<T>(work: () => Promise<T>): Promise<T> {
    this.#checkIdle()
    this.#busy = true
    try {
      return await work()
    } finally {
      this.#busy = false
    }
  }

  #checkIdle(): void {
    if (this.#busy) throw new UserError('usage', 'the live execution is under way: await its last step before the next')
  }
}

function isSameItem(wanted: readonly number[], items: readonly { readonly index: number }[]): boolean {
  return wanted.length === items.length && items.every(({ index }, i) => index === wanted[i])
}

/** In a test without types, `Error` and `Cause` of an Error Output are mistaken for the API's `error` and `cause`. */
function checkedReason(name: string, reason: AslError): AslError {
  for (const [key, value] of Object.entries(reason)) {
    if (key !== 'error' && key !== 'cause') {
      throw new UserError('usage', `${name} takes { error, cause } as the API does, and no "${key}"`)
    }
    if (value !== undefined && typeof value !== 'string') throw new UserError('usage', `${key} of ${name} must be text`)
  }
  return reason
}

function signalAsJson(atMs: number, what: Signal): Json {
  return frozenJson({ atMs, what }, 'what a live execution is sent')
}

function neverWaits(state: string, session: Session, before: readonly WaitingTask[]): UserError {
  const { execution } = memberAt(session, 0)
  const tookMs = execution.nowMs - execution.settings.startAtMs
  const error = execution.error === undefined ? '' : ` with ${execution.error}`
  const waited = [...new Set(before.map((task) => `"${task.call.state}"`))]
  const isStuck = execution.status === 'TIMED_OUT' && waited.length > 0
  const other = isStuck ? `; it waits at ${waited.join(', ')}, which nothing answers` : ''
  return new UserError(
    'usage',
    `no Task of "${state}" comes to wait: the execution ends as ${execution.status}${error} after ${printDuration(tookMs)}${other}`,
  )
}
