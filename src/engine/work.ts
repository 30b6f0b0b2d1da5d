import type { Json } from '../asl/json.js'
import type { Items } from '../data/items/items.js'
import type { Handover } from '../data/flow.js'
import type { Answer, AslError, Call, Outcome } from './ports.js'
import type { Visits } from './visits.js'

export type Phase =
  /** StateEntered, and for a Task its first *Scheduled. */
  | 'enter'
  /** The work of a state that a redrive goes on with, or begins again. */
  | 'redrive'
  /** A Task's next *Scheduled, after a back-off. */
  | 'schedule'
  /** The run asks whether the state goes well, before its work begins. */
  | 'probe'
  /** *Started: the call is made. */
  | 'start'
  /** * The call is made; its answer, token or timeout is to come. */
  | 'called'
  /** *Submitted. */
  | 'submit'
  /** *Succeeded, *Failed or *TimedOut. */
  | 'outcome'
  /** The raw result is there: StateExited. */
  | 'exit'
  /** Retry, Catch, or up to the container. */
  | 'fail'
  /** * A Wait or a back-off. */
  | 'rest'
  /** The Wait is over. */
  | 'waited'
  /** MapStateStarted or ParallelStateStarted, and the children. */
  | 'open'
  /** * The children run. */
  | 'children'
  /** * A distributed Map's children run. */
  | 'map-run'
  /** MapStateSucceeded or ParallelStateSucceeded, and StateExited. */
  | 'close'
  /** The block is done: MapIterationSucceeded, or the end of the execution. */
  | 'end'

/** A moment; `order` breaks ties by creation. */
export interface Due {
  readonly atMs: number
  readonly order: number
}

/** What a Task waits for. */
export interface TaskWork {
  readonly purpose: Call['purpose']
  readonly callId: number
  readonly scheduledEventId: number
  readonly parameters: Json
  readonly timeoutSeconds: number | undefined
  readonly heartbeatSeconds: number | undefined
  readonly token: string | undefined
  readonly timeoutDue: Due | undefined
  readonly heartbeatDue: Due | undefined
  /** Whether `resume` has answered, with anything. */
  readonly answered: boolean
  readonly answer: Exclude<Answer, 'never'> | undefined
  readonly answerDue: Due | undefined
  readonly submitted: boolean
  /** What the next 'outcome' turn will write. */
  readonly outcome: Outcome | 'timeout' | 'heartbeat' | undefined
}

/** The running children of a Map or Parallel. */
export interface ChildrenWork {
  readonly total: number
  readonly concurrency: number
  /** Map: the items; Parallel: undefined. */
  readonly items: Items | undefined
  /** Parallel: the branches' input. */
  readonly input: Json
  readonly nextIndex: number
  readonly running: number
  readonly done: DoneChild | undefined
}

/** A child that has ended well; a list, newest first, so that it can be shared between executions. */
export interface DoneChild {
  readonly index: number
  readonly output: Json
  readonly visits: Visits
  readonly before: DoneChild | undefined
}

/** Why a state failed, on its way through Retry and Catch. */
export interface Failure extends AslError {
  /** `heartbeat`: a States.Timeout that States.HeartbeatTimeout matches, too. */
  readonly kind: 'task' | 'timeout' | 'heartbeat' | 'evaluation' | 'runtime' | 'fail-state'
}

export interface Exit {
  readonly handover: Handover
  readonly next: string | undefined
  /** The Next or End edge it leaves by; undefined where a rule, the default or a catcher led here, which is noted already. */
  readonly edge: string | undefined
}
