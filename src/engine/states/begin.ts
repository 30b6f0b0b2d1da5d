import type { Draft } from '../draft.js'
import { beginChoice } from './choice-state.js'
import { beginFail } from './fail-state.js'
import { beginPass } from './pass-state.js'
import { beginSucceed } from './succeed-state.js'
import { scheduleTask } from './task-state.js'
import { beginWait } from './wait-state.js'
import type { MutableStrand } from '../strand.js'

/** The first step of an attempt at the state's own work, once its effective input is known. */
export function begin(draft: Draft, strand: MutableStrand): void {
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
