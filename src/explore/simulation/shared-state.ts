import type { Session } from '../../harness/sessions/members.js'
import type { ModelStates } from '../../harness/answering/model-states.js'
import { withModelStates } from '../../harness/sessions/shared-models.js'
import type { CallStrikes } from '../../harness/answering/strikes.js'

/** What the executions of a simulation hand on to one another, whoever has its turn: a value. */
export interface SharedState {
  /** What the models remember. */
  readonly models: ModelStates | undefined
  /** How many calls the faults have counted that ask for the n-th one. */
  readonly counts: CallStrikes['counts'] | undefined
}

export const NOTHING_SHARED: SharedState = { models: undefined, counts: undefined }

/** What a session leaves to the next one that has its turn. */
export function sharedBy(session: Session, before: SharedState): SharedState {
  return { models: session.models ?? before.models, counts: session.world.strikes?.counts ?? before.counts }
}

const NO_STRIKES: CallStrikes['byCall'] = new Map()

/** The session with what others have left. */
export function withShared(session: Session, { models, counts }: SharedState): Session {
  const knowing = models ? withModelStates(session, models) : session
  return counts ? { ...knowing, world: { ...knowing.world, strikes: { byCall: NO_STRIKES, counts } } } : knowing
}

/** The session as it waits for its next turn: without what others may change by then, and what only the last instant needed. */
export function withoutShared(session: Session): Session {
  const { models: _models, ...own } = session
  const { met: _met, strikes: _strikes, ...world } = session.world
  return { ...own, world }
}
