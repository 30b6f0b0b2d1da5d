import type { Json, JsonObject } from '../../asl/json.js'
import { QueryFailure } from '../../data/failure.js'
import type { Handover } from '../../data/flow.js'
import type { Variables } from '../../data/scope.js'
import { oversizeOf } from '../data-limit.js'
import type { Draft } from '../draft.js'
import { failWith } from '../fail.js'
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
  handOver(draft, strand, handover, state.next, state.nextEdge)
}

/** As `finishState`, for a handover that is evaluated already. `edge`: the one it leaves by, if it is not noted yet. */
export function handOver(
  draft: Draft,
  strand: MutableStrand,
  handover: Handover | QueryFailure,
  next: string | undefined,
  edge?: string,
): void {
  if (handover instanceof QueryFailure) return failWith(draft, strand, handover)
  const oversize = oversizeOf(draft, strand, handover)
  if (oversize) return failWith(draft, strand, oversize)
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

function assign(variables: Variables, assigned: JsonObject): Variables {
  return { own: { ...variables.own, ...assigned }, outer: variables.outer }
}
