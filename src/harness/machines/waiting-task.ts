import { type Session, memberAt, memberNumbers } from '../sessions/members.js'
import { type OpenTask, openTasks } from '../../engine/open-tasks.js'
import type { ChildMachine } from '../answering/rules.js'
import type { CallRecord } from '../sessions/call-record.js'
import { linksOf } from '../sessions/call-log.js'
import type { World } from '../sessions/world.js'

/** A Task of a live execution that waits. */
export interface WaitingTask {
  /** What sendTaskSuccess, sendTaskFailure and sendTaskHeartbeat take; empty for a call that hands out no token. */
  readonly token: string
  /** The call, as `run.calls` will have it: its parameters, items, visit and attempt. */
  readonly call: CallRecord
  /** Name of the machine whose execution it belongs to. */
  readonly machine: string
}

/** The waiting Tasks of all executions of a session, in the order of their calls. */
export function waitingTasks(session: Session): readonly WaitingTask[] {
  return memberNumbers(session).flatMap((member) => {
    const { execution, world } = memberAt(session, member)
    const open = openTasks(execution)
    return open.length === 0 ? [] : waitingOf(open, world)
  })
}

function waitingOf(open: readonly OpenTask[], world: World): readonly WaitingTask[] {
  const { executionArn, machineName } = world.rules
  const tokens = new Map(open.map((task) => [keyOf(task.executionArn, task.scheduledEventId), task.token ?? '']))
  return linksOf(world.log).flatMap((link) => {
    if (!('entry' in link)) return []
    const { call } = link.entry
    const token = tokens.get(keyOf(call.childArn ?? executionArn, call.scheduledEventId))
    return token === undefined ? [] : [{ token, call, machine: machineName }]
  })
}

/** What tells calls of a session apart: event ids are of each execution's own history. */
function keyOf(executionArn: string, scheduledEventId: number): string {
  return `${scheduledEventId} ${executionArn}`
}

/** The machine of a live execution, those that it has started, and those that it may start. */
export function machinesOf(machine: ChildMachine, session: Session): readonly ChildMachine[] {
  const started = session.children.map((child) => child.machine)
  return [machine, ...started, ...Object.values(session.world.rules.machines)]
}
