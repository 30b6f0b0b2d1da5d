/** The part of the JSON of `aslx run` that the exam reads. */
export interface ShownRun {
  readonly status: string
  readonly error?: string
  readonly output?: unknown
  readonly coverage: readonly {
    readonly state: string
    readonly edge: string
    readonly what: { readonly kind: string }
  }[]
  readonly calls: readonly { readonly state: string; readonly fault?: string; readonly answeredBy: string }[]
  readonly effects: readonly { readonly state: string }[]
  readonly path: readonly string[]
}

/** Whether a run shows at the state what a finding of the class says of it; if not, why. */
export function whyNotShown(run: ShownRun, state: string, findingClass: string): string | undefined {
  const check = CHECKS[findingClass]
  if (!check) return undefined
  if (!run.path.includes(state) && !run.coverage.some((entry) => entry.state === state)) {
    return `the scenario does not come to ${state}`
  }
  return check(run, state) ? undefined : `the scenario ends ${run.status} and does not show ${findingClass} at ${state}`
}

type Check = (run: ShownRun, state: string) => boolean

/** Edges of these kinds that were taken at the state. */
function kindsAt(run: ShownRun, state: string): ReadonlySet<string> {
  return new Set(run.coverage.filter((entry) => entry.state === state).map(({ what }) => what.kind))
}

function hasEnded(run: ShownRun): boolean {
  return run.status !== 'SUCCEEDED'
}

/** A class that is not here is told without running. */
const CHECKS: Readonly<Record<string, Check>> = {
  unhandled: (run, state) => hasEnded(run) && kindsAt(run, state).has('unhandled'),
  hangs: (run) => run.status === 'TIMED_OUT' || run.status === 'RUNNING',
  'handler-fails': (run) => hasEnded(run),
  'escapes-handlers': (run) => hasEnded(run),
  'dead-handler': (run, state) => kindsAt(run, state).has('unhandled') || kindsAt(run, state).has('catch'),
  'caught-untried': (run, state) =>
    !kindsAt(run, state).has('retry') && run.coverage.some(({ what }) => what.kind === 'catch'),
  'permanent-retried': (run, state) => kindsAt(run, state).has('retry'),
  'slow-to-notice': (run, state) => kindsAt(run, state).has('timeout'),
  'slow-to-fail': (run) => run.coverage.some(({ what }) => what.kind === 'retry'),
  swallowed: (run) => run.status === 'SUCCEEDED' && run.coverage.some(({ what }) => what.kind === 'catch'),
  'duplicate-effect': (run, state) => run.effects.filter((effect) => effect.state === state).length > 1,
  'lost-data': (run, state) => run.calls.some((call) => call.state === state && call.fault !== undefined),
  uncompensated: (run, state) => run.effects.some((effect) => effect.state === state),
}
