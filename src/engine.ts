/** The engine alone: executions as immutable values (`aslx/engine`). */
import type { Json } from './asl/json.js'
import type { ExecutionType } from './asl/types.js'
import { compileMachine } from './engine/compile/compile-machine.js'
import type { Program } from './engine/program.js'
import { insteadOfIntegration } from './services/instead-of-integration.js'

export { DefinitionError } from './engine/compile/compile-machine.js'
export type { Profile } from './asl/profile.js'
export type { ExecutionType } from './asl/types.js'
export type { Drive, Execution, ExecutionStatus } from './engine/execution.js'
export type { EventType, HistoryEvent } from './engine/event-types.js'
export { historyOf, traceOf } from './engine/history.js'
export { advance, start } from './engine/advance.js'
export { pending, resume, resumeAll } from './engine/calls.js'
export { type Signal, signal } from './engine/signals.js'
export type { Answer, AslError, Call, ItemStep, Outcome } from './engine/ports.js'
export type { Program } from './engine/program.js'
export { redrive } from './engine/redrive.js'
export type { RedriveOptions } from './engine/redrive-options.js'
export { type RedriveStatus, redriveStatusOf } from './engine/redrive-refusal.js'
export { DEFAULT_START_MS, type StartOptions } from './engine/settings.js'
export type { TraceEntry, TraceWhat } from './engine/trace.js'
export { type LogEvent, type Logging, toLogEvents } from './wire/log-events.js'
export { type RedriveMembers, toRedriveMembers } from './wire/redrive-members.js'
export { type SyncExecution, toSyncExecution } from './wire/sync-execution.js'

/**
 * Checks and compiles a definition. Throws DefinitionError if AWS would refuse it, and UserError('unsupported') for a
 * feature that aslx does not run. The definition is shared, not copied: do not change it afterwards. `type`: what it is deployed as,
 * default STANDARD.
 * @example
 * const program = compile({ StartAt: 'A', States: { A: { Type: 'Pass', Result: 7, End: true } } })
 * advance(start(program, {})).output // => 7
 */
export function compile(definition: Json, options: { readonly type?: ExecutionType } = {}): Program {
  return compileMachine(definition, { ...options, insteadOfIntegration })
}
