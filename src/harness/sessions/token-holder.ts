import { TaskTokenError } from '../../tasks/task-token-error.js'
import type { Session } from './members.js'
import { holderOf, wasHandedOut } from './relations.js'

const TOKEN = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The member whose Task has the token. TaskTokenError, as AWS names it, if the task is over or never was. */
export function findHolder(session: Session, token: string): number {
  const holder = typeof token === 'string' ? holderOf(session, token) : undefined
  if (holder !== undefined) return holder
  if (token === '')
    throw new TaskTokenError(
      'InvalidToken',
      'the Task hands out no token: only a callback, an activity or a .sync job does',
    )
  if (typeof token !== 'string' || !TOKEN.test(token))
    throw new TaskTokenError('InvalidToken', 'that is no token of a live execution')
  if (wasHandedOut(session, token))
    throw new TaskTokenError('TaskTimedOut', 'its Task was answered, has timed out or was aborted')
  throw new TaskTokenError('TaskDoesNotExist', 'this execution never handed out that token')
}
