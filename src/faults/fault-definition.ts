import type { Resource } from '../asl/resource.js'

/** Every runtime of Lambda whose way to print an error differs. */
export const runtimes = ['node', 'python', 'java', 'dotnet', 'ruby', 'go'] as const
export type Runtime = (typeof runtimes)[number]

/** An error's name and cause. Both may hold placeholders such as `{request_id}`, which `render.ts` fills. */
export interface ErrorTemplate {
  readonly error: string
  readonly cause: string
}

/** What the caller of the struck Task gets to see. */
export type FaultEffect =
  /**
   * The function ended badly. `payload` is the JSON text that Lambda answers with, byte for byte as each runtime prints
   * it; its `errorType` is the error's name, and `Lambda.Unknown` stands in where it has none.
   */
  | { readonly kind: 'function-error'; readonly payload: Readonly<Record<Runtime, string>> }
  /** The service refused or failed. Optimized integrations (Lambda ARNs too) and `aws-sdk:` ones tell it differently. */
  | { readonly kind: 'service-error'; readonly optimized?: ErrorTemplate; readonly sdk?: ErrorTemplate }
  /** The answer never comes; what follows is the business of the Task's own timeout. */
  | { readonly kind: 'hang' }

/** A row of the catalogue: one thing that goes wrong in production, and what a state machine sees of it. */
export interface FaultDefinition {
  /** Stable and unique, e.g. `lambda-oom`. */
  readonly id: string
  readonly title: string
  readonly family: string
  /** Shorter names people use, e.g. `oom`. Unique over the whole catalogue, ids included. */
  readonly aliases: readonly string[]
  /** Which tasks it strikes, in words: the object of "strikes ...". */
  readonly targets: string
  /** Whether it can happen to a call of this resource. A fault without a state strikes every state for which this holds. */
  readonly appliesTo: (resource: Resource) => boolean
  readonly effect: FaultEffect
  /**
   * The same trouble inside a Lambda function that makes the call itself. It takes this row's place when the fault is
   * asked for at a state by name and that state calls a function.
   */
  readonly insideFunction?: FaultDefinition
  /** When the trouble shows: at once (default), or when the function's own timeout has run out. */
  readonly shows?: 'at-function-timeout'
  /** Names that a Retry or Catch may list to match it. */
  readonly matchedBy: readonly string[]
  /** Whether a later try can go well with the same input. */
  readonly transient: boolean | 'depends'
  /** What the callee has done by the time the error is seen. */
  readonly sideEffect: 'none' | 'may-have-happened' | 'happened'
  readonly advice: string
  /** `recorded`: seen from the real service. `documented`: AWS says so. `inferred`: built from a recorded pattern. */
  readonly evidence: 'recorded' | 'documented' | 'inferred'
  readonly source: readonly string[]
}

/**
 * The row that tells what this fault does to a call of `resource`, or undefined if it cannot strike it.
 * `named`: the state was asked for (by name or a telling glob), so that `insideFunction` counts too.
 */
export function definitionAt(
  definition: FaultDefinition,
  resource: Resource,
  named: boolean,
): FaultDefinition | undefined {
  if (definition.appliesTo(resource)) return definition
  const inside = named ? definition.insideFunction : undefined
  return inside?.appliesTo(resource) === true ? inside : undefined
}
