import type { Json } from '../../asl/json.js'
import { HoleValue } from './hole-value.js'
import { known, NULL, type OpenValue } from './open-value.js'
import type { GraphState } from './state-graph.js'
import type { Trail } from './trail.js'
import type { GivenValues } from './walk-plan.js'

/** What the calls of a walk are answered. */
export class WalkCalls {
  /** What Tasks answer, by pointer and call. */
  readonly answers: Map<string, HoleValue[]>
  /** What ItemReaders get, by pointer. */
  readonly readers: Map<string, HoleValue>
  readonly #given: GivenValues
  readonly #trail: Trail
  readonly #calls = new Map<string, number>()

  /** `before`: the calls of a walk whose values these share and add to. */
  constructor(given: GivenValues, trail: Trail, before?: WalkCalls) {
    this.#given = given
    this.#trail = trail
    this.answers = before?.answers ?? new Map<string, HoleValue[]>()
    this.readers = before?.readers ?? new Map<string, HoleValue>()
  }

  /** What the next call of a Task is answered. */
  answer(state: GraphState, place: string): OpenValue {
    const at = `${state.pointer} ${place}`
    const call = this.#calls.get(at) ?? 0
    this.#calls.set(at, call + 1)
    const given: Json | undefined = this.#given.answer?.(state.name, call)
    if (given !== undefined) return known(given)
    const answers = this.answers.get(state.pointer) ?? []
    this.answers.set(state.pointer, answers)
    while (answers.length <= call) answers.push(new HoleValue({}, this.#trail))
    const hole = answers[call]
    return hole ? { kind: 'hole', hole } : NULL
  }
}
