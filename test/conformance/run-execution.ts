import { isObject, member } from '../../src/asl/json.js'
import type { Json, JsonObject } from '../../src/asl/json.js'
import { parseResource } from '../../src/asl/resource.js'
import { walkStates } from '../../src/asl/walk.js'
import { advance, compile, historyOf, pending, resume, signal, start } from '../../src/engine.js'
import type { Execution } from '../../src/engine/execution.js'
import { toApiHistory } from '../../src/wire/history-json.js'
import { recordedAtMs } from './case.js'
import type { ConformanceCase } from './case.js'
import { historyDifference } from './compare-history.js'
import { describeDifference, outputDifference, statusEventsDifference } from './compare-result.js'
import { RecordedTasks } from './mock-from-outcomes.js'
import { namesOf } from './names.js'
import { Placeholders, vocabularyOf } from './placeholders.js'
import { asRecorded, detailsOf, eventsOf } from './recorded-event.js'
import { RestoredArns } from './restored-arns.js'

/** Runs a recorded execution and compares all that the recording shows of it; undefined if it agrees. */
export function runExecution(source: ConformanceCase): string | undefined {
  const names = namesOf(source)
  const definition = source.meta.unreplaced?.definition ?? source.definition
  const input = source.meta.unreplaced?.input ?? source.input
  const vocabulary = vocabularyOf({ definition, input, meta: source.meta }, Object.values(names))
  const tasks = new RecordedTasks(source, new Placeholders(vocabulary))
  const startAtMs = recordedAtMs(source.recorded)
  const arns = new RestoredArns(source.meta.transformers ?? [])
  const machine = arns.restored(definition)
  const absentActivities = activitiesSaidToBeAbsent(source, machine)
  const started = start(compile(machine), input, { type: source.type, ...names, startAtMs, absentActivities })
  const ended = run(started, source, tasks)
  const recorded = eventsOf(source.expect)
  const ours = asRecorded(toApiHistory(historyOf(ended))).map((event) => arns.shown(event))
  const context = {
    recordedAtMs: startAtMs,
    vocabulary,
    orderMayVary: (source.meta.nondeterministicOrder ?? []).some((why) => !why.startsWith('Distributed Map')),
    idsZeroed: source.meta.idsZeroedByTransformer === true,
    isIncomplete: source.meta.incompleteHistory !== undefined,
  }
  const difference = recorded && historyDifference(recorded, ours, context)
  return difference ?? resultDifference(source.expect, ended, new Placeholders(vocabulary))
}

/** The machine's activities, if the recording says that one did not exist: the one thing that no task's outcome tells. */
function activitiesSaidToBeAbsent(source: ConformanceCase, machine: Json): readonly string[] {
  if (!/The activity \S+ does not exist\./.test(JSON.stringify(source.expect))) return []
  return [...walkStates(machine)].flatMap(({ state }) => {
    const resource = member(state, 'Resource')
    return typeof resource === 'string' && parseResource(resource).kind === 'activity' ? [resource] : []
  })
}

function resultDifference(expect: JsonObject, ended: Execution, placeholders: Placeholders): string | undefined {
  const { describe, eventBridge, status, output } = expect
  if (status !== undefined) return outputDifference({ status, output }, ended, placeholders)
  const difference = isObject(describe) ? describeDifference(describe, ended, placeholders) : undefined
  return (
    difference ?? (Array.isArray(eventBridge) ? statusEventsDifference(eventBridge, ended, placeholders) : undefined)
  )
}

/** Answers every call from the recording until the execution ends, or until the moment at which the recording does. */
function run(started: Execution, source: ConformanceCase, tasks: RecordedTasks): Execution {
  const end = endOfRecording(source)
  if (end === undefined) return runUntil(started, tasks, Number.POSITIVE_INFINITY)
  let execution = started
  for (
    let afterMs = 0;
    execution.status === 'RUNNING' && afterMs <= LONGEST_MS;
    afterMs = Math.ceil(afterMs * 1.05) + 1
  ) {
    execution = runUntil(execution, tasks, started.nowMs + afterMs)
    if (historyOf(execution).length >= end.afterEvents) break
  }
  return end.stop === undefined || execution.status !== 'RUNNING' ? execution : signal(execution, end.stop)
}

/** A day: nobody recorded an execution for longer before stopping it. The steps up to it grow by a twentieth. */
const LONGEST_MS = 86_400_000

function runUntil(from: Execution, tasks: RecordedTasks, untilMs: number): Execution {
  let execution = advance(from, untilMs)
  for (let calls = pending(execution); calls.length > 0; calls = pending(execution)) {
    for (const call of calls) execution = resume(execution, call.callId, tasks.answer(call))
    execution = advance(execution, untilMs)
  }
  return execution
}

interface EndOfRecording {
  /** How many events there are when the recording ends, or when the test stops the execution. */
  readonly afterEvents: number
  readonly stop: 'stop' | { readonly stop: { readonly error?: string; readonly cause?: string } } | undefined
}

/** Where the recording ends before the execution would; undefined if it does not. */
function endOfRecording({ expect, meta }: ConformanceCase): EndOfRecording | undefined {
  const events = eventsOf(expect) ?? []
  const last = events.at(-1)
  if (last?.type === 'ExecutionAborted') {
    const { error, cause } = detailsOf(last)
    const given = { ...textMember('error', error), ...textMember('cause', cause) }
    const isGiven = Object.keys(given).length > 0
    return { afterEvents: events.length - 1, stop: isGiven ? { stop: given } : 'stop' }
  }
  if (meta.stopExecution !== undefined) return { afterEvents: Math.max(events.length - 1, 0), stop: 'stop' }
  if (meta.incompleteHistory !== undefined) return { afterEvents: events.length, stop: undefined }
  const status = isObject(expect.describe) ? expect.describe.status : undefined
  if (status === 'ABORTED') return { afterEvents: 0, stop: 'stop' }
  return status === 'RUNNING' ? { afterEvents: 0, stop: undefined } : undefined
}

function textMember(
  key: 'error' | 'cause',
  value: Json | undefined,
): { readonly error?: string; readonly cause?: string } {
  if (value === undefined) return {}
  return { [key]: typeof value === 'string' ? value : JSON.stringify(value) }
}
