import { firstTaking, errorHandlersOf } from '../asl/error-handlers.js'
import type { Run } from '../harness/machines/run.js'
import { printable, siteName } from '../verify/printable.js'
import type { StateVisit } from '../verify/state-visit.js'
import { childTimelineOf, timelineOf } from '../verify/timeline.js'
import type { ErrorPathPlan } from './error-path-plan.js'

/**
 * What happens to the state, in words: `Ship fails Carrier.Down 3x`, `Parcels fails Carrier.Down through Ship`. With the run
 * that it was tried by, as it went there.
 */
export function strikeText(plan: ErrorPathPlan, run?: Run): string {
  const { origin, error, item } = plan
  const name = item.state ?? origin.name
  const failed = run && decisiveVisit(run, plan)?.visit.attempts.filter((attempt) => attempt.failed)
  const times = failed ? failed.length : plannedFailures(plan)
  const through = name === origin.name ? '' : ` through ${siteName(origin.name)}`
  const missed = failed ? failed.some(({ expired }) => expired === 'heartbeat') : item.kind === 'heartbeat'
  return `${siteName(name)} ${failureText(plan, error, missed)}${times > 1 ? ` ${times}x` : ''}${through}`
}

function failureText({ item }: ErrorPathPlan, error: string | undefined, missed: boolean): string {
  if (error !== undefined) return `fails ${printable(error)}`
  if (missed) return 'misses its heartbeat'
  return item.kind === 'execution-timeout' ? 'never answers' : 'times out'
}

function plannedFailures({ item, failures, state }: ErrorPathPlan): number {
  if (Number.isFinite(failures)) return failures
  if (item.kind !== 'exhausted') return 1
  return (errorHandlersOf(state?.state ?? {}).retriers[item.index ?? -1]?.maxAttempts ?? 0) + 1
}

/** What the definition says will follow: `Retry 0 -> succeeds`, `Catch 0 -> Refund`. */
export function plannedSequel({ item, error, strikes, state }: ErrorPathPlan): string {
  if (item.kind === 'execution-timeout') return 'execution times out'
  if (strikes !== 'always') return `Retry ${item.index} -> succeeds`
  const { catchers } = errorHandlersOf(state?.state ?? {})
  const name = error ?? 'States.Timeout'
  const index = item.kind === 'catch' ? item.index : firstTaking(catchers, name, item.kind === 'heartbeat')
  const catcher = catchers[index ?? -1]
  if (catcher) return `Catch ${index} -> ${siteName(catcher.next)}`
  const container = state?.machine.within
  return container ? `up to ${siteName(container.name)}` : 'execution fails'
}

/** What followed in a run on the error of a state's visit, up to whoever dealt with it. */
export function actualSequel(run: Run, plan: ErrorPathPlan): string {
  if (plan.item.kind === 'execution-timeout') return 'execution times out'
  const found = decisiveVisit(run, plan)
  return found ? sequelOf(run, found) : endOf(run)
}

/** A visit, and the timeline that it is part of: the run's own, or that of a Map Run's child. */
interface FoundVisit {
  readonly visit: StateVisit
  readonly timeline: readonly StateVisit[]
  /** The Map whose child it is in, in the run's own timeline. */
  readonly map?: StateVisit | undefined
}

function decisiveVisit(run: Run, { item }: ErrorPathPlan): FoundVisit | undefined {
  const own = timelineOf(run)
  const children = (run.mapRuns ?? []).flatMap((mapRun) =>
    mapRun.children.map((child) => ({
      timeline: childTimelineOf(run, child),
      map: own.findLast((visit) => visit.state === mapRun.state),
    })),
  )
  for (const { timeline, map } of [{ timeline: own, map: undefined }, ...children]) {
    const visit = timeline.find((one) => one.pointer === item.statePointer && one.attempts.some(({ failed }) => failed))
    if (visit) return { visit, timeline, map }
  }
  return undefined
}

function sequelOf(run: Run, { visit: first, timeline: told, map }: FoundVisit): string {
  let visit = first
  let timeline = told
  let outer = map
  for (;;) {
    const whose = visit === first ? '' : `${siteName(visit.state)} `
    if (visit.caught) return `${whose}Catch ${visit.caught.catcher} -> ${siteName(visit.caught.next)}`
    const retried = visit.attempts.findLast(({ retrier }) => retrier !== undefined)
    if (!visit.unhandled && retried) return `${whose}Retry ${retried.retrier} -> succeeds`
    if (!visit.unhandled) return visit === first ? 'goes on' : `tolerated by ${siteName(visit.state)}`
    const { within }: StateVisit = visit
    const container: StateVisit | undefined = within ? timeline[within.index] : outer
    if (!container) return endOf(run)
    if (!within) {
      timeline = timelineOf(run)
      outer = undefined
    }
    visit = container
  }
}

function endOf(run: Run): string {
  if (run.status === 'TIMED_OUT') return 'execution times out'
  return run.status === 'SUCCEEDED' ? 'execution succeeds' : 'execution fails'
}
