import type { ExecutionType } from '../../asl/types.js'
import { invalidDefinition } from '../../wire/create-machine-exception.js'
import type { ApiError } from '../../wire/create-machine-exception.js'
import { diagnose } from './diagnose.js'

/**
 * The error that AWS answers when a state machine is created with, or updated to, this text; undefined if it takes it.
 * @example
 * createStateMachineError('{}', 'STANDARD')?.code // => 'InvalidDefinition'
 */
export function createStateMachineError(definition: string, type: ExecutionType): ApiError | undefined {
  return invalidDefinition(diagnose(definition, type))
}
