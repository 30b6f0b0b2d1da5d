import type { Session } from '../../harness/sessions/members.js'
import type { ModelStates } from '../../harness/answering/model-states.js'
import { withModelStates } from '../../harness/sessions/shared-models.js'
import type { Counted } from '../../harness/answering/strikes.js'

/** What the executions of a simulation hand on to one another, whoever has its turn: a value. */
export interface SharedState {
  /** What the models remember. */
  readonly models: ModelStates | undefined
  /** How many calls the faults have counted that ask for the n-th one. */
  readonly counted: Counted | undefined
}

export const NOTHING_SHARED: SharedState = { models: undefined, counted: undefined }

/** What a session leaves to the next one that has its turn. */
export function sharedBy(session: Session, before: SharedState): SharedState {
  return { models: session.models ?? before.models, counted: session.world.counted ?? before.counted }
}

/** The session with what others have left. */
export function withShared(session: Session, { models, counted }: SharedState): Session {
  const knowing = models ? withModelStates(session, models) : session
  return counted && counted !== session.world.counted ? { ...knowing, world: { ...knowing.world, counted } } : knowing
}

/** The session as it waits for its next turn: without what others may change by then, and what only the last instant needed. */
export function withoutShared(session: Session): Session {
  const { models: _models, ...own } = session
  const { met: _met, ...world } = session.world
  return { ...own, world }
}
