import type { Json } from '../asl/json.js'
import type { Call } from '../engine/ports.js'
import type { ErrorKind } from '../services/error-kind.js'
import type { FaultContext } from './fault-context.js'
import type { FaultParameters } from './fault-parameters.js'
import type { FaultTarget } from './fault-target.js'

/** Every runtime of Lambda whose way to print an error differs. */
export const runtimes = ['node', 'python', 'java', 'dotnet', 'ruby', 'go'] as const
export type Runtime = (typeof runtimes)[number]

/** An error's name and cause. Both may hold placeholders such as `{request_id}`, which `placeholders.ts` fills. */
export interface ErrorTemplate {
  readonly error: string
  readonly cause: string
}

/** What the caller of the struck Task gets to see, or what becomes of the struck state. */
export type FaultEffect =
  /**
   * The function ended badly. `payload` is the JSON text that Lambda answers with, byte for byte as each runtime prints
   * it; its `errorType` is the error's name, and `Lambda.Unknown` stands in where it has none.
   */
  | { readonly kind: 'function-error'; readonly payload: Readonly<Record<Runtime, string>> }
  /** The service refused or failed. Optimized integrations (Lambda ARNs too) and `aws-sdk:` ones tell it differently. */
  | { readonly kind: 'service-error'; readonly optimized?: ErrorTemplate; readonly sdk?: ErrorTemplate }
  /** The same error whatever the integration; a part that is absent is absent from what the state sees. */
  | { readonly kind: 'error'; readonly error?: string; readonly cause?: string }
  /** An error by the name its argument gives, in the words of the service that is called: see `named-error.ts`. */
  | { readonly kind: 'named-error' }
  /** The answer never comes; what follows is the business of a timeout: the Task's, or the execution's. */
  | { readonly kind: 'hang' }
  /** No error at all: the call succeeds, late (`delayMs`) or with another answer than it should have had. */
  | { readonly kind: 'answer'; readonly change?: AnswerChange }
  /** It happens to what starts the execution, so that no state of the machine sees it: `what`, in words. */
  | { readonly kind: 'outside'; readonly what: string }

/** Makes of the answer that the call would have had (in the shape the state sees) the one that it gets. Pure. */
export type AnswerChange = (answer: Json, context: FaultContext) => Json

/** What a fault strikes: the call of a Task, of a Map's ItemReader or ResultWriter, or any state before its work begins. */
export type StrikePoint = 'call' | 'items' | 'results' | 'state'

/** What the callee has done by the time the error is seen. */
export type SideEffect = 'none' | 'may-have-happened' | 'happened'

/**
 * Where an error's name and cause are known from. `recorded`: a recording in the conformance corpus holds them, and a test
 * compares. `documented`: AWS's documents or the service's model say so. `reported`: people saw them on the real service, and
 * none of the recordings has them. `inferred`: name and form follow a recorded pattern; the words of the message may be ours.
 * `assumption`: the name itself is ours, for want of a source.
 */
export type Evidence = 'recorded' | 'documented' | 'reported' | 'inferred' | 'assumption'

/** Where a recorded error stands: the value at the pointer has the error's name and cause (`error`, `cause`). */
export interface Recording {
  /** The case's file in the conformance corpus, e.g. `cases/services/....json`. */
  readonly file: string
  readonly id: string
  /** JSON Pointer in the file. */
  readonly pointer: string
}

/** A row of the catalogue: one thing that goes wrong in production, and what a state machine sees of it. */
export interface FaultDefinition {
  /** Stable and unique, e.g. `lambda-oom`. */
  readonly id: string
  readonly title: string
  readonly family: string
  /** Shorter names people use, e.g. `oom`. Unique over the whole catalogue, ids included. */
  readonly aliases: readonly string[]
  /** Which states it strikes, in words: the object of "strikes ...". */
  readonly targets: string
  /** Default `call`. */
  readonly at?: StrikePoint
  /** Whether it can happen at this state. A fault without a state strikes every state for which this holds. */
  readonly appliesTo: (target: FaultTarget) => boolean
  readonly effect: FaultEffect
  /** What may be said of it in parentheses, `lambda-timeout(after=30s)`, by name; each has a default. */
  readonly parameters?: FaultParameters
  /**
   * The same trouble inside a Lambda function that makes the call itself. It takes this row's place when the fault is
   * asked for at a state by name and that state calls a function.
   */
  readonly insideFunction?: FaultDefinition
  /**
   * The service took the call (TaskSubmitted), and the job or the token's holder failed afterwards: recorded for callbacks and
   * child executions. Without it the call itself fails.
   */
  readonly afterSubmission?: true
  /** Virtual ms until the error or the answer is there; default 0. */
  readonly delayMs?: (context: FaultContext) => number
  /** Names that a Retry or Catch may list to match it: its own first, then the wildcards that take it. Empty: nothing does. */
  readonly matchedBy: readonly string[]
  /** Names that people list for it in vain, e.g. `S3.SlowDownException`. */
  readonly notMatchedBy?: readonly string[]
  /** The service's own code, which the error's name does not tell where it arrives in a generic class. */
  readonly code?: string
  /** What kind of error it is, where neither code nor name tells it: see `fault-kind.ts`. */
  readonly errorKind?: ErrorKind
  /** Whether a later try can go well with the same input. */
  readonly transient: boolean | 'depends'
  readonly sideEffect: SideEffect
  readonly advice: string
  readonly evidence: Evidence
  /** Of a recorded row: where. */
  readonly recording?: Recording
  /** Where name and text are known from, in words or as addresses. */
  readonly source: readonly string[]
}

/**
 * The row that tells what this fault does at this state, or undefined if it cannot strike it.
 * `named`: the state was asked for (by name or a telling glob), so that `insideFunction` counts too.
 */
export function definitionAt(
  definition: FaultDefinition,
  target: FaultTarget,
  named: boolean,
): FaultDefinition | undefined {
  if (definition.appliesTo(target)) return definition
  const inside = named ? definition.insideFunction : undefined
  return inside?.appliesTo(target) === true ? inside : undefined
}

/** The purpose of the calls that a fault strikes. */
export function strikePoint({ at = 'call' }: FaultDefinition): Call['purpose'] {
  return at === 'call' ? 'task' : at
}
