import type { Json, JsonObject } from '../asl/json.js'
import { visitsOfChildren } from './abort.js'
import type { Draft } from './draft.js'
import type { ItemStep } from './ports.js'
import type { Block } from './program.js'
import { NO_VISITS, childVisits, keepChildVisits } from './visits.js'
import type { Variables } from '../data/scope.js'
import type { ChildrenWork, DoneChild } from './work.js'
import type { MutableStrand } from './strand.js'

export interface NewStrand {
  readonly block: Block
  readonly input: Json
  readonly variables: Variables
  /** The event that the strand's first event points to. */
  readonly lastEventId: number
  readonly parent?: MutableStrand
  readonly index?: number
  readonly items?: readonly ItemStep[]
  readonly mapContext?: JsonObject | undefined
}

/** Adds a strand at the start of its block; its first turn enters the first state. */
export function startStrand(draft: Draft, fresh: NewStrand): MutableStrand {
  const { block, input, parent, index = 0 } = fresh
  const state = block.states.get(block.startAt)
  if (!state) throw new Error(`a block starts at "${block.startAt}", which it does not have`)
  const strand: MutableStrand = {
    id: draft.newStrandId(),
    parentId: parent?.id,
    index,
    block,
    items: fresh.items ?? [],
    mapContext: fresh.mapContext,
    variables: fresh.variables,
    visits: parent ? childVisits(parent.visits, parent.state.name, index) : NO_VISITS,
    phase: 'enter',
    state,
    input,
    effectiveInput: input,
    lastEventId: fresh.lastEventId,
    enteredEventId: 0,
    enteredAtMs: draft.nowMs,
    visit: 0,
    attempt: 1,
    retryCounts: [],
    task: undefined,
    children: undefined,
    mapRun: undefined,
    wake: undefined,
    failure: undefined,
    exit: undefined,
  }
  draft.addStrand(strand)
  draft.enqueue(strand, 'enter')
  return strand
}

/** A container's work, further on. Written out, as `copyStrand` is: it changes twice with every child. */
export function withProgress(
  { total, concurrency, items, input }: ChildrenWork,
  nextIndex: number,
  running: number,
  done: DoneChild | undefined,
): ChildrenWork {
  return { total, concurrency, items, input, nextIndex, running, done }
}

/** Takes a child that has come to its end out of the container; `eventId` is where the container's chain goes on. */
export function collectChild(draft: Draft, parent: MutableStrand, child: MutableStrand, eventId: number): void {
  const work = parent.children
  if (!work) throw new Error(`state "${parent.state.name}" has no running children`)
  const done = { index: child.index, output: child.input, visits: child.visits, before: work.done }
  parent.children = withProgress(work, work.nextIndex, work.running - 1, done)
  parent.lastEventId = eventId
  draft.strands.delete(child.id)
}

/** The outputs of all children, in index order, once all are done. Their visit counts stay with the container. */
export function collectOutputs(parent: MutableStrand): readonly Json[] {
  const work = parent.children
  if (!work) throw new Error(`state "${parent.state.name}" has no children to collect`)
  const outputs: Json[] = Array.from({ length: work.total }, () => null)
  for (let done = work.done; done; done = done.before) outputs[done.index] = done.output
  parent.visits = keepChildVisits(parent.visits, parent.state.name, visitsOfChildren(parent, []))
  parent.children = undefined
  return outputs
}
