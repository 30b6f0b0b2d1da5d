import type { Json } from '../../asl/json.js'
import { QueryFailure } from '../../data/failure.js'
import type { Handover } from '../../data/flow.js'
import { assign } from '../../data/scope.js'
import { exceeds } from '../../data/json-text.js'
import { oversizeOf } from '../data-limit.js'
import type { Draft } from '../draft.js'
import { failOutside, failWith } from '../fail.js'
import { StrandSources } from '../sources.js'
import type { MutableStrand } from '../strand.js'

const EXITED = {
  Task: 'TaskStateExited',
  Pass: 'PassStateExited',
  Choice: 'ChoiceStateExited',
  Wait: 'WaitStateExited',
  Succeed: 'SucceedStateExited',
  Parallel: 'ParallelStateExited',
  Map: 'MapStateExited',
} as const

const TRACE_NEXT = { kind: 'next' } as const
const TRACE_END = { kind: 'end' } as const

/** The state's work is done, with this raw result: evaluates what it hands on. The next turn leaves the state. */
export function finishState(draft: Draft, strand: MutableStrand, result: Json): void {
  const sources = new StrandSources(draft, strand, { part: 'exit' })
  const { state } = strand
  const handover = state.flow.handover(strand.input, strand.effectiveInput, result, sources)
  handOver(draft, strand, { handover, result }, state.next, state.nextEdge)
}

/** What a state's work has come to: its raw result, and what it hands on. */
export interface FinishedState {
  readonly handover: Handover | QueryFailure
  readonly result: Json
}

/**
 * As `finishState`, for a handover that is evaluated already. `edge`: the one it leaves by, if it is not noted yet. A result
 * that is too large fails the state; an output that is, of a result that was not, fails the execution outside of it.
 */
export function handOver(
  draft: Draft,
  strand: MutableStrand,
  { handover, result }: FinishedState,
  next: string | undefined,
  edge?: string,
): void {
  if (handover instanceof QueryFailure) return failWith(draft, strand, handover)
  const oversize = oversizeOf(draft, strand, handover)
  if (oversize) {
    const isResult = exceeds(result, draft.base.settings.limits.payloadBytes)
    return isResult ? failWith(draft, strand, oversize) : failOutside(draft, strand, oversize)
  }
  strand.exit = { handover, next, edge }
  return draft.enqueue(strand, 'exit')
}

/** StateExited; the strand goes to the next state, or to the end of its block. */
export function exitState(draft: Draft, strand: MutableStrand): void {
  const { state, exit } = strand
  if (!exit || state.type === 'Fail') throw new Error(`state "${state.name}" has nothing to hand on`)
  const { name } = state
  const { output, assigned } = exit.handover
  // Recorded: an empty Assign leaves no trace.
  const hasAssigned = assigned !== undefined && Object.keys(assigned).length > 0
  draft.emit(strand, EXITED[state.type], hasAssigned ? { name, output, assignedVariables: assigned } : { name, output })
  if (hasAssigned) strand.variables = assign(strand.variables, assigned)
  strand.exit = undefined
  strand.input = output
  if (exit.edge !== undefined) draft.note(strand, exit.edge, exit.next === undefined ? TRACE_END : TRACE_NEXT)
  if (exit.next === undefined) return draft.enqueue(strand, 'end')
  const next = strand.block.states.get(exit.next)
  if (!next) throw new Error(`state "${state.name}" goes to "${exit.next}", which its block does not have`)
  strand.state = next
  return draft.enqueue(strand, 'enter')
}
