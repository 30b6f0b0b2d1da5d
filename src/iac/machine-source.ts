import type { FunctionFacts } from '../asl/function-facts.js'
import type { Json } from '../asl/json.js'
import type { LocateSource, SourcePosition } from '../asl/positions.js'

/** A part of a template that is only known at deployment; a made-up value stands in for it. */
export interface UnresolvedValue {
  /** What the template says, e.g. `GetAtt:ResizeFunction.Arn` or `Param:Stage`. */
  readonly token: string
  /** The value that stands in for it in the definition, e.g. an ARN made from the logical id. */
  readonly standIn: string
}

/** A value of a template's parameter. */
export interface ParameterValue {
  readonly parameter: string
  readonly value: string
}

/** A state machine as found in a file people have: resolved, and able to say where each part came from. */
export interface MachineSource {
  /** Logical id in a template; the file's name without extensions for a plain ASL file. */
  readonly name: string
  /** The id by which a template declares it; undefined for a plain ASL file. It outlives the file's name. */
  readonly logicalId?: string
  /** The file the user named, as the user wrote it. */
  readonly file: string
  readonly definition: Json
  readonly locate: LocateSource
  readonly type: 'STANDARD' | 'EXPRESS'
  readonly unresolved: readonly UnresolvedValue[]
  /** Values that the template's parameters may have instead of those that they have here. */
  readonly otherParameters?: readonly ParameterValue[]
  /** Functions of the same template, by the stand-in ARN (or name) by which the definition calls them. */
  readonly functions: Readonly<Record<string, FunctionFacts>>
  /** Where the machine itself is declared. */
  readonly declaredAt: SourcePosition
}
