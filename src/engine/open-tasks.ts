import type { Execution, Strand } from './execution.js'
import type { TaskWork } from './work.js'

/** A Task whose call is made and answered, and whose outcome is still to come. */
export interface OpenTask {
  readonly state: string
  readonly items: readonly number[]
  readonly executionArn: string
  readonly scheduledEventId: number
  /** Undefined for a call that hands out none. */
  readonly token: string | undefined
}

/** The open Tasks of an execution, those of a distributed Map's children among them. */
export function openTasks(execution: Execution): readonly OpenTask[] {
  return execution.strands.flatMap((strand) => [
    ...openTask(execution, strand),
    ...(strand.mapRun?.running ?? []).flatMap((child) => openTasks(child.execution)),
  ])
}

function openTask(execution: Execution, { phase, task, state, items }: Strand): readonly OpenTask[] {
  if (phase !== 'called' || !task?.answered || state.type !== 'Task' || isSettled(task, execution.nowMs)) return []
  return [
    {
      state: state.name,
      items: items.map((step) => step.index),
      executionArn: execution.settings.executionArn,
      scheduledEventId: task.scheduledEventId,
      token: task.token,
    },
  ]
}

/** Its outcome is there, and has only to be written down. */
export function isSettled({ answer, answerDue }: TaskWork, nowMs: number): boolean {
  return answer !== undefined && 'outcome' in answer && answerDue !== undefined && answerDue.atMs <= nowMs
}

/** Whether a Task of the execution that is not over has this token. */
export function holdsToken(execution: Execution, token: string): boolean {
  return openTasks(execution).some((task) => task.token === token)
}
