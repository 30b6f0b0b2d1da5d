import { advance, compile, pending, resume, start } from '../../src/engine.js'
import type { Execution } from '../../src/engine/execution.js'
import { recordedAtMs } from './case.js'
import type { ConformanceCase } from './case.js'
import { answerOfHandler } from './handlers.js'
import { RecordedTasks } from './mock-from-outcomes.js'
import { namesOf } from './names.js'
import { Placeholders, vocabularyOf } from './placeholders.js'
import { RestoredArns } from './restored-arns.js'

/** A recorded execution run to its end, and what it is compared with. */
export interface Ended {
  readonly execution: Execution
  readonly placeholders: Placeholders
}

/** Runs a case that ended by itself. Where no history tells what a task answered, its handler does. */
export function runToEnd(source: ConformanceCase): Ended {
  const names = namesOf(source)
  const definition = source.meta.unreplaced?.definition ?? source.definition
  const input = source.meta.unreplaced?.input ?? source.input
  const vocabulary = vocabularyOf({ definition, input, meta: source.meta }, Object.values(names))
  const tasks = new RecordedTasks(source, new Placeholders(vocabulary))
  const machine = new RestoredArns(source.meta.transformers ?? []).restored(definition)
  const synchronous = source.kind === 'express_sync'
  const options = { type: source.type, synchronous, ...names, startAtMs: recordedAtMs(source.recorded) }
  let execution = advance(start(compile(machine, { type: source.type }), input, options), Number.POSITIVE_INFINITY)
  for (let calls = pending(execution); calls.length > 0; calls = pending(execution)) {
    for (const call of calls) {
      const recorded = source.meta.taskOutcomes === undefined ? answerOfHandler(call, source) : undefined
      execution = resume(execution, call.callId, recorded ?? tasks.answer(call))
    }
    execution = advance(execution, Number.POSITIVE_INFINITY)
  }
  return { execution, placeholders: new Placeholders(vocabulary) }
}
