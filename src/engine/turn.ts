import type { Draft } from './draft.js'
import { routeFailure } from './fail.js'
import { openMapRun } from './map-run/open.js'
import { receiveItems } from './map-run/read-items.js'
import { receiveResultWrite } from './map-run/write-results.js'
import { redriveState } from './redrive-state.js'
import { closeContainer } from './states/close.js'
import { enterState } from './states/enter.js'
import { exitState, finishState } from './states/exit.js'
import { endIteration, openMap } from './states/map-state.js'
import { endBranch, openParallel } from './states/parallel-state.js'
import { endProbe, probeState } from './states/probe-state.js'
import { endTask, submitTask } from './states/task-outcome.js'
import { rescheduleTask, startTask } from './states/task-state.js'
import type { MutableStrand } from './strand.js'

/** One turn of one strand (architecture decision 4): what its phase says, up to the next event that ends a turn. */
export function takeTurn(draft: Draft, strand: MutableStrand): void {
  switch (strand.phase) {
    case 'enter':
      return enterState(draft, strand)
    case 'redrive':
      return redriveState(draft, strand)
    case 'probe':
      return probeState(draft, strand)
    case 'schedule':
      return rescheduleTask(draft, strand)
    case 'start':
      return startTask(draft, strand)
    case 'submit':
      return submitTask(draft, strand)
    case 'outcome':
      return endCall(draft, strand)
    case 'exit':
      return exitState(draft, strand)
    case 'fail':
      return routeFailure(draft, strand)
    case 'waited':
      return finishState(draft, strand, strand.effectiveInput)
    case 'open':
      return openContainer(draft, strand)
    case 'close':
      return closeContainer(draft, strand)
    case 'end':
      return endBlock(draft, strand)
    case 'called':
    case 'rest':
    case 'children':
    case 'map-run':
      throw new Error(`a strand in phase "${strand.phase}" has no turn to take`)
  }
}

/** A call's outcome: a Task's, the object that an ItemReader asked for, results that are written, or whether the state goes well. */
function endCall(draft: Draft, strand: MutableStrand): void {
  const { state } = strand
  if (strand.task?.purpose === 'state') return endProbe(draft, strand)
  if (strand.task?.purpose === 'results') return receiveResultWrite(draft, strand)
  return state.type === 'Map' ? receiveItems(draft, strand, state) : endTask(draft, strand)
}

function openContainer(draft: Draft, strand: MutableStrand): void {
  const { state } = strand
  if (state.type === 'Map' && state.mapRun) return openMapRun(draft, strand, state, state.mapRun)
  if (state.type === 'Map') return openMap(draft, strand, state)
  if (state.type === 'Parallel') return openParallel(draft, strand, state)
  throw new Error(`state "${state.name}" has no children to start`)
}

function endBlock(draft: Draft, strand: MutableStrand): void {
  const parent = draft.parentOf(strand)
  if (!parent) return draft.succeed(strand, strand.input)
  return parent.state.type === 'Map' ? endIteration(draft, parent, strand) : endBranch(draft, parent, strand)
}
