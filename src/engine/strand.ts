import type { Json, JsonObject } from '../asl/json.js'
import type { Handover } from '../data/flow.js'
import type { Variables } from '../data/scope.js'
import type { Answer, AslError, ItemStep, Outcome } from './ports.js'
import type { Block, CompiledState } from './program.js'
import type { Visits } from './visits.js'

/**
 * One line of control: the top level, a branch of a Parallel, or an iteration of a Map. A strand in the queue takes one
 * turn, named by its phase, and goes to the back (architecture decision 4); in a phase marked * it rests until something
 * comes due.
 */
export interface Strand {
  readonly id: number
  /** The strand whose Map or Parallel this one belongs to. */
  readonly parentId: number | undefined
  /** Branch or item index within the parent's container. */
  readonly index: number
  readonly block: Block
  readonly items: readonly ItemStep[]
  /** `$$.Map`, in an iteration. */
  readonly mapContext: JsonObject | undefined
  readonly variables: Variables
  readonly visits: Visits
  readonly phase: Phase
  readonly state: CompiledState
  /** The state's raw input. */
  readonly input: Json
  readonly effectiveInput: Json
  /** Where the chain of `previousEventId` has come to. */
  readonly lastEventId: number
  readonly enteredEventId: number
  readonly enteredAtMs: number
  readonly visit: number
  /** 1 for the first try of this visit. */
  readonly attempt: number
  /** Retries used, by retrier. */
  readonly retryCounts: readonly number[]
  readonly task: TaskWork | undefined
  readonly children: ChildrenWork | undefined
  /** When a Wait or a back-off ends. */
  readonly wake: Due | undefined
  readonly failure: Failure | undefined
  /** What the state hands on when it exits, and where to; undefined `next`: the end of the block. */
  readonly exit: Exit | undefined
}

export type Phase =
  /** StateEntered, and for a Task its first *Scheduled. */
  | 'enter'
  /** A Task's next *Scheduled, after a back-off. */
  | 'schedule'
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
  readonly items: readonly Json[] | undefined
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

/** A strand inside a draft, where it may change. */
export type MutableStrand = { -readonly [K in keyof Strand]: Strand[K] }
