import { QueryFailure } from '../../data/failure.js'
import type { Draft } from '../draft.js'
import { failWith } from '../fail.js'
import { StrandSources } from '../sources.js'
import { countVisit, visitOf } from '../visits.js'
import type { MutableStrand } from '../strand.js'
import { beginAttempt } from './probe-state.js'

const ENTERED = {
  Task: 'TaskStateEntered',
  Pass: 'PassStateEntered',
  Choice: 'ChoiceStateEntered',
  Wait: 'WaitStateEntered',
  Succeed: 'SucceedStateEntered',
  Fail: 'FailStateEntered',
  Parallel: 'ParallelStateEntered',
  Map: 'MapStateEntered',
} as const

const TRACE_ENTERED = { kind: 'entered' } as const

/** StateEntered, and what comes after it. */
export function enterState(draft: Draft, strand: MutableStrand): void {
  const { state } = strand
  strand.visits = countVisit(strand.visits, state.index)
  strand.visit = visitOf(strand.visits, state.index)
  strand.attempt = 1
  strand.retryCounts = []
  strand.enteredAtMs = draft.nowMs
  strand.enteredEventId = draft.emit(strand, ENTERED[state.type], { name: state.name, input: strand.input })
  draft.note(strand, state.pointer, TRACE_ENTERED)
  return beginState(draft, strand)
}

/** What a state does once it is entered: the effective input, and the first attempt at the state's own work. */
export function beginState(draft: Draft, strand: MutableStrand): void {
  const { state } = strand
  const input = state.flow.effectiveInput(strand.input, new StrandSources(draft, strand))
  if (input instanceof QueryFailure) return failWith(draft, strand, input)
  strand.effectiveInput = input
  return beginAttempt(draft, strand)
}
