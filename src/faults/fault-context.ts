import type { FunctionFacts } from '../asl/function-facts.js'
import type { Json } from '../asl/json.js'
import type { Call } from '../engine/ports.js'
import type { FaultArguments } from './fault-parameters.js'
import type { FaultTarget } from './fault-target.js'

/** The part of a call that an error's text can speak of. */
export type FaultCall = Pick<
  Call,
  'executionArn' | 'resource' | 'parameters' | 'input' | 'requestId' | 'enteredEventId' | 'attempt' | 'atMs'
> & { readonly timeoutSeconds?: number | undefined }

/** A fault at one call: all that its error's text may depend on. */
export interface FaultContext {
  readonly target: FaultTarget
  readonly call: FaultCall
  readonly function?: FunctionFacts
  /** Those that were given; a parameter's default stands in for the others. */
  readonly args: FaultArguments
}

/** The value of a fault's argument, or the parameter's default; undefined if neither is there. */
export function argumentOf(
  context: Pick<FaultContext, 'args'>,
  name: string,
  parameters: { readonly [name: string]: { readonly default?: Json } } = {},
): Json | undefined {
  if (Object.hasOwn(context.args, name)) return context.args[name]
  return Object.hasOwn(parameters, name) ? parameters[name]?.default : undefined
}

/** A function's own timeout; Lambda's default is 3 seconds. */
export function functionTimeoutSeconds(called: FunctionFacts | undefined): number {
  return called?.timeoutSeconds ?? 3
}
