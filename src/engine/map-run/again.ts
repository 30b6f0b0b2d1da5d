import type { Json } from '../../asl/json.js'
import { QueryFailure } from '../../data/failure.js'
import { Draft } from '../draft.js'
import type { Execution, Strand } from '../execution.js'
import type { Program } from '../program.js'
import type { StartOptions } from '../settings.js'
import { childFrom, childOptions } from './map-run-children.js'
import { ChildStarts } from './starts.js'

/** What a child was started with. */
export interface ChildBeginning {
  readonly program: Program
  readonly input: Json
  readonly options: StartOptions
}

/**
 * What the children of a Map Run were started with, none of which is kept: a child that is started with it once more, and
 * whose calls get the answers they got, goes as it went (architecture decision 3).
 */
export class ChildBeginnings {
  readonly #draft: Draft
  readonly #strand: Strand
  readonly #starts: ChildStarts

  /** The execution of the Map, and the Map's strand with its Map Run in it. */
  constructor(parent: Execution, strand: Strand) {
    if (!strand.mapRun) throw new Error(`state "${strand.state.name}" has no Map Run`)
    this.#draft = new Draft(parent)
    this.#strand = strand
    this.#starts = new ChildStarts(strand.mapRun)
  }

  /** Undefined for an index that no child has had. */
  of(index: number): ChildBeginning | undefined {
    const began = this.#starts.of(index)
    const { state, mapRun: work } = this.#strand
    if (!began || !work || state.type !== 'Map' || !state.mapRun) return undefined
    this.#draft.nowMs = began.atMs
    const child = childFrom(this.#draft, this.#strand, state, work, began.firstItem)
    if (child instanceof QueryFailure) throw new Error(`child ${index} of ${work.mapRunArn} selects another input`)
    const options = childOptions(this.#draft, this.#strand, state.mapRun, work, index)
    return { program: state.mapRun.child, input: child.input, options }
  }
}
