import type { Strand } from './execution.js'

/** A strand inside a draft, where it may change. */
export type MutableStrand = { -readonly [K in keyof Strand]: Strand[K] }

/** A copy that may change. Every step copies every strand, and a literal that is written out is much faster than a spread. */
export function copyStrand(strand: Strand): MutableStrand {
  return {
    id: strand.id,
    parentId: strand.parentId,
    index: strand.index,
    block: strand.block,
    items: strand.items,
    mapContext: strand.mapContext,
    variables: strand.variables,
    visits: strand.visits,
    phase: strand.phase,
    state: strand.state,
    input: strand.input,
    effectiveInput: strand.effectiveInput,
    lastEventId: strand.lastEventId,
    enteredEventId: strand.enteredEventId,
    enteredAtMs: strand.enteredAtMs,
    visit: strand.visit,
    attempt: strand.attempt,
    retryCounts: strand.retryCounts,
    task: strand.task,
    children: strand.children,
    mapRun: strand.mapRun,
    wake: strand.wake,
    failure: strand.failure,
    exit: strand.exit,
  }
}
