import type { Draft } from '../draft.js'
import type { Execution, MapRunWork, RunningChild } from '../execution.js'
import type { CompiledMapRun, Program } from '../program.js'
import type { Json } from '../../asl/json.js'
import { keyedUuid } from '../random.js'
import type { RedriveOptions } from '../redrive-options.js'
import { redriveStatusOf } from '../redrive-refusal.js'
import type { StartOptions } from '../settings.js'
import type { MutableStrand } from '../strand.js'
import { NO_VISITS } from '../visits.js'
import { childOptions } from './map-run-children.js'

/** What it takes to set a child going again. */
interface RedriveSteps {
  start(program: Program, input: Json, options: StartOptions): Execution
  redrive(execution: Execution, options: RedriveOptions): Execution
}

/**
 * A child of a redriven Map Run at the first instant of its new attempt: a STANDARD one is redriven itself, an EXPRESS one
 * is started again, with a name of its own and the visits counted on (assumption). One that cannot be redriven stays as it is.
 * https://docs.aws.amazon.com/step-functions/latest/dg/redrive-map-run.html
 */
export function redriveChild(
  draft: Draft,
  strand: MutableStrand,
  run: CompiledMapRun,
  work: MapRunWork,
  { index, execution }: Omit<RunningChild, 'callIds'>,
  steps: RedriveSteps,
): Execution {
  if (run.childType === 'EXPRESS') {
    const options = childOptions(draft, strand, run, work, index)
    const { redriveCount } = draft.base.drive
    const name = keyedUuid(`${options.seed}|${work.runId}|child ${index}|redrive ${redriveCount}`)
    return withVisitsOf(execution, steps.start(run.child, execution.settings.input, { ...options, name }))
  }
  const afterMs = draft.nowMs - execution.nowMs
  if (redriveStatusOf(execution, afterMs).status === 'NOT_REDRIVABLE') return execution
  return steps.redrive(execution, { afterMs, probes: draft.base.settings.probes })
}

function withVisitsOf(before: Execution, started: Execution): Execution {
  const visits = before.unfinished[0]?.visits ?? NO_VISITS
  return { ...started, strands: started.strands.map((strand) => ({ ...strand, visits })) }
}
