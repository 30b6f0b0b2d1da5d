import type { Json } from '../asl/json.js'

/** A parameter of a fault. Its value also fills the placeholder of its name in the fault's error and cause. */
export interface FaultParameter {
  /** How its text is read: `duration` as `5s` or `300ms` (the value is in ms), `bytes` as `300KB` (the value is in bytes). */
  readonly kind: 'text' | 'number' | 'duration' | 'bytes' | 'json'
  /** Absent: the argument has to be given. */
  readonly default?: Json
  readonly help: string
}

/** By name; the first is the one that is meant by a value without a name: `slow-response(5s)`. */
export type FaultParameters = Readonly<Record<string, FaultParameter>>

/** Arguments as given, by the parameter's name: text, numbers (ms, bytes) or any JSON, as the parameter's kind says. */
export type FaultArguments = Readonly<Record<string, Json>>

export const NO_ARGUMENTS: FaultArguments = Object.freeze({})
