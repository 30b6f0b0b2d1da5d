import type { Execution, Strand } from './execution.js'

/**
 * The execution with its clock at `nowMs`, and nothing done that is due at that instant: word from outside that comes now
 * is then before a timeout of now, as answers are (architecture decision 4). Nothing may be due before.
 */
export function standingAt(execution: Execution, nowMs: number): Execution {
  if (execution.status !== 'RUNNING') return execution
  const strands = execution.strands.some(({ mapRun }) => mapRun)
    ? execution.strands.map((strand) => withChildrenAt(strand, nowMs))
    : execution.strands
  if (execution.nowMs >= nowMs && strands === execution.strands) return execution
  return { ...execution, nowMs: Math.max(execution.nowMs, nowMs), strands }
}

/** The children of a distributed Map have clocks of their own. */
function withChildrenAt(strand: Strand, nowMs: number): Strand {
  const { mapRun } = strand
  if (!mapRun) return strand
  const running = mapRun.running.map((child) => ({ ...child, execution: standingAt(child.execution, nowMs) }))
  return { ...strand, mapRun: { ...mapRun, running } }
}
