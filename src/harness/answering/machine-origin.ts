import type { Json } from '../../asl/json.js'
import type { LocateSource } from '../../asl/positions.js'

/** What a run knows of its machine that is not data: where things stand in the source, and what the states say. */
export interface RunOrigin {
  /** The file the machine was loaded from, as the user named it; undefined for a definition given as a value. */
  readonly file: string | undefined
  readonly definition: Json
  readonly locate: LocateSource | undefined
  /** The id by which a template declares it. */
  readonly logicalId?: string | undefined
}
