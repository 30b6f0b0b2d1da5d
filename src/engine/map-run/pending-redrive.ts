import type { KeptChild, MapRunWork, PendingRedrive } from '../execution.js'

/** The work of a Map Run that ends before all children were redriven: those that were not are failed, as they were before. */
export function withPendingKept(work: MapRunWork): MapRunWork {
  if (!work.pendingRedrive) return work
  let kept: KeptChild | undefined = work.kept
  let { failed } = work.counts
  for (let child: PendingRedrive | undefined = work.pendingRedrive; child; child = child.next) {
    kept = { index: child.index, execution: child.execution, before: kept }
    failed += child.itemCount
  }
  return { ...work, pendingRedrive: undefined, kept, counts: { ...work.counts, failed } }
}
