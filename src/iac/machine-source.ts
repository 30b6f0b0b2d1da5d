import type { Json } from '../asl/json.js'
import type { LocateSource, SourcePosition } from '../asl/positions.js'

/** A part of a template that is only known at deployment; a made-up value stands in for it. */
export interface UnresolvedValue {
  /** What the template says, e.g. `GetAtt:ResizeFunction.Arn` or `Param:Stage`. */
  readonly token: string
  /** The value that stands in for it in the definition, e.g. an ARN made from the logical id. */
  readonly standIn: string
}

/** What a template of the same file says of a function that the machine calls. Filled where the template has it. */
export interface FunctionFacts {
  readonly logicalId: string
  readonly timeoutSeconds?: number
  readonly memoryMb?: number
  /** e.g. `nodejs22.x`, `python3.13`. */
  readonly runtime?: string
  /** Temporary storage of the function. */
  readonly ephemeralStorageMb?: number
  /** Invocations that may run at once, where the function has a limit of its own; 0 allows none. */
  readonly reservedConcurrency?: number
}

/** A state machine as found in a file people have: resolved, and able to say where each part came from. */
export interface MachineSource {
  /** Logical id in a template; the file's name without extensions for a plain ASL file. */
  readonly name: string
  /** The file the user named, as the user wrote it. */
  readonly file: string
  readonly definition: Json
  readonly locate: LocateSource
  readonly type: 'STANDARD' | 'EXPRESS'
  readonly unresolved: readonly UnresolvedValue[]
  /** Functions of the same template, by the stand-in ARN (or name) by which the definition calls them. */
  readonly functions: Readonly<Record<string, FunctionFacts>>
  /** Where the machine itself is declared. */
  readonly declaredAt: SourcePosition
}
