import { type ErrorHandlers, UNLISTED_ERROR, firstTaking } from '../../asl/error-handlers.js'
import { findFault } from '../../faults/catalogue.js'
import { strikePoint } from '../../faults/fault-definition.js'
import type { ErrorClass, PossibleError } from './possible-error.js'

/** What decides which errors of a state the machine tells apart. */
export interface ClassRules {
  /** The state's own first, then those of the Maps and Parallels around it, innermost first. */
  readonly handlers: readonly [ErrorHandlers, ...ErrorHandlers[]]
  /** Names that some Choice or expression compares something with. */
  readonly comparedNames: ReadonlySet<string>
  /** A Task of the state that hangs ends by HeartbeatSeconds. */
  readonly hasHeartbeat: boolean
}

/** The errors of a state, folded into classes, in the order of their first members. */
export function errorClasses(errors: readonly PossibleError[], rules: ClassRules): readonly ErrorClass[] {
  const classes = new Map<string, PossibleError[]>()
  for (const error of errors) {
    const key = classKey(error, rules)
    const members = classes.get(key)
    if (members) members.push(error)
    else classes.set(key, [error])
  }
  return [...classes.values()].flatMap((members) => {
    const [first, ...more] = [...members].sort((a, b) => Number(b.isSure) - Number(a.isSure))
    return first ? [classOf([first, ...more], rules)] : []
  })
}

function classKey(error: PossibleError, { handlers, comparedNames, hasHeartbeat }: ClassRules): string {
  const { kind, transience, fault } = error
  const seen = seenAs(error)
  const taken = handlers.map(
    (own) => `${takenBy(own.retriers, seen, hasHeartbeat)}:${takenBy(own.catchers, seen, hasHeartbeat)}`,
  )
  const told = comparedNames.has(seen ?? '') ? seen : ''
  const own = kind === 'bad-answer' || error.error === undefined ? fault : ''
  return [kind, transience, taken.join('/'), told, own, isUncatchable(error), pointOf(error)].join('|')
}

/** What a strike of the error answers: a call, or the question whether a state goes well. */
export function pointOf({ fault }: PossibleError): ReturnType<typeof strikePoint> {
  return fault === undefined ? 'task' : strikePoint(findFault(fault))
}

/** `States.Runtime` goes by every handler. */
function isUncatchable({ error }: PossibleError): boolean {
  return error === 'States.Runtime'
}

/** The name that Retry and Catch compare; undefined where the call is answered after all. */
function seenAs({ error, kind }: PossibleError): string | undefined {
  if (kind === 'bad-answer') return undefined
  if (error === '*') return UNLISTED_ERROR
  return error ?? 'States.Timeout'
}

type Takers = Parameters<typeof firstTaking>[0]

function takenBy(handlers: Takers, seen: string | undefined, heartbeat: boolean): number | undefined {
  if (seen === undefined || seen === 'States.Runtime') return undefined
  return firstTaking(handlers, seen, heartbeat && seen === 'States.Timeout')
}

function classOf(errors: readonly [PossibleError, ...PossibleError[]], rules: ClassRules): ErrorClass {
  const [{ kind, transience }] = errors
  const seen = seenAs(errors[0])
  const [own] = rules.handlers
  return {
    errors,
    kind,
    transience,
    retrier: takenBy(own.retriers, seen, rules.hasHeartbeat),
    catcher: takenBy(own.catchers, seen, rules.hasHeartbeat),
  }
}
