import type { Json } from '../../../asl/json.js'

/** Which visits or calls of a state are meant; see `VisitSelection`. */
interface Selection {
  readonly visit?: number
  readonly item?: number | readonly number[]
}

/** One thing that a case expects of its run, and the JSON Pointer of the place in the file that says so. */
export type Expectation = { readonly pointer: string } & (
  | { readonly kind: 'status'; readonly status: string }
  /** `output`: what the output has at least. */
  | { readonly kind: 'succeeds'; readonly output?: Json }
  | { readonly kind: 'fails'; readonly error?: string; readonly cause?: string }
  /** The whole output. */
  | { readonly kind: 'output'; readonly output: Json }
  /** Every state entered, in order. */
  | { readonly kind: 'path'; readonly states: readonly string[] }
  /** States entered in this order, whatever came between. */
  | { readonly kind: 'visits'; readonly states: readonly string[] }
  | { readonly kind: 'visit'; readonly state: string; readonly times: number }
  /** `never`: in no such visit. */
  | ({ readonly kind: 'retries'; readonly state: string; readonly never: boolean } & Retries)
  | ({ readonly kind: 'catches'; readonly state: string; readonly never: boolean } & Catches)
  | ({ readonly kind: 'calls'; readonly state: string; readonly never: boolean } & Calls)
  | { readonly kind: 'effects'; readonly state: string; readonly times: number }
  /** Nothing is done twice. */
  | { readonly kind: 'duplicates' }
  /** Bounds in virtual ms. */
  | { readonly kind: 'takes'; readonly atLeast: number; readonly atMost: number }
)

export interface Retries extends Selection {
  readonly times?: number
  /** In ms. */
  readonly delays?: readonly number[]
  readonly on?: string
}

export interface Catches extends Selection {
  readonly on?: string
  readonly next?: string
}

export interface Calls extends Selection {
  readonly times?: number
  readonly with?: Json
  readonly attempt?: number
}
