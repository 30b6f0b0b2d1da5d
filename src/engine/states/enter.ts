import { QueryFailure } from '../../data/failure.js'
import type { Draft } from '../draft.js'
import { failWith } from '../fail.js'
import { StrandSources } from '../sources.js'
import { countVisit, visitOf } from '../visits.js'
import { beginChoice } from './choice.js'
import { beginFail } from './fail.js'
import { beginPass } from './pass.js'
import { beginSucceed } from './succeed.js'
import { scheduleTask } from './task.js'
import { beginWait } from './wait.js'
import type { MutableStrand } from '../strand.js'

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

/** StateEntered, the effective input, and the first step of the state's own work. */
export function enterState(draft: Draft, strand: MutableStrand): void {
  const { state } = strand
  strand.visits = countVisit(strand.visits, state.index)
  strand.visit = visitOf(strand.visits, state.index)
  strand.attempt = 1
  strand.retryCounts = []
  strand.enteredAtMs = draft.nowMs
  strand.enteredEventId = draft.emit(strand, ENTERED[state.type], { name: state.name, input: strand.input })
  draft.note(strand, state.pointer, TRACE_ENTERED)
  const input = state.flow.effectiveInput(strand.input, new StrandSources(draft, strand))
  if (input instanceof QueryFailure) return failWith(draft, strand, input)
  strand.effectiveInput = input
  return begin(draft, strand)
}

function begin(draft: Draft, strand: MutableStrand): void {
  const { state } = strand
  switch (state.type) {
    case 'Task':
      return scheduleTask(draft, strand, state)
    case 'Pass':
      return beginPass(draft, strand, state)
    case 'Choice':
      return beginChoice(draft, strand, state)
    case 'Wait':
      return beginWait(draft, strand, state)
    case 'Succeed':
      return beginSucceed(draft, strand, state)
    case 'Fail':
      return beginFail(draft, strand, state)
    case 'Map':
    case 'Parallel':
      return draft.enqueue(strand, 'open')
  }
}
