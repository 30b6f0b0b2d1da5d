import { QueryFailure } from '../../data/failure.js'
import { callWork } from '../call-work.js'
import type { Draft } from '../draft.js'
import { failWith } from '../fail.js'
import type { AslError } from '../ports.js'
import { begin } from './begin.js'
import type { MutableStrand } from '../strand.js'

/** Begins an attempt. In a state that the run probes, the question whether it goes well is a call that comes first. */
export function beginAttempt(draft: Draft, strand: MutableStrand): void {
  const { pointer } = strand.state
  return draft.base.settings.probes.has(pointer) ? probeState(draft, strand) : begin(draft, strand)
}

export function probeState(draft: Draft, strand: MutableStrand): void {
  const { input: parameters, enteredEventId: scheduledEventId } = strand
  strand.task = callWork({ purpose: 'state', callId: draft.newCallId(), scheduledEventId, parameters })
  strand.phase = 'called'
}

/** The question is answered: the work begins, or the state fails as if its own work had failed that way. */
export function endProbe(draft: Draft, strand: MutableStrand): void {
  const outcome = strand.task?.outcome
  if (!outcome || typeof outcome === 'string') throw new Error(`state "${strand.state.name}" was not probed`)
  strand.task = undefined
  return 'failure' in outcome ? failState(draft, strand, outcome.failure) : begin(draft, strand)
}

/** Errors that the interpreter itself raises while it evaluates a state; their causes get its prefix (asl-semantics 0.5). */
const RAISED_BY_INTERPRETER: ReadonlySet<string> = new Set([
  'States.Runtime',
  'States.DataLimitExceeded',
  'States.IntrinsicFailure',
  'States.ParameterPathFailure',
  'States.QueryEvaluationError',
  'States.ResultPathMatchFailure',
])

function failState(draft: Draft, strand: MutableStrand, { error, cause }: AslError): void {
  if (error !== undefined && RAISED_BY_INTERPRETER.has(error)) {
    return failWith(draft, strand, new QueryFailure(error, cause ?? ''))
  }
  draft.enqueue(strand, 'fail')
  strand.failure = { kind: 'task', ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) }
}
