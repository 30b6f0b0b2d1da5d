import type { Session } from './members.js'
import { beginModels, type ModelStates } from '../answering/model-states.js'

/**
 * What the models of a session remember, for another session that is to go on from there.
 * @internal for tests
 */
export function modelStatesOf({ models, world }: Session): ModelStates {
  return beginModels(world.rules.models, world.rules.startAtMs, models)
}

/** The session with what models remember elsewhere. A model is the same if it has the same id. */
export function withModelStates(session: Session, models: ModelStates): Session {
  const { execution, world, children, signals } = session
  return { execution, world, models, children, signals }
}
