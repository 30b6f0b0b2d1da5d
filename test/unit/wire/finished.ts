import type { Json } from '../../../src/asl/json.js'
import { advance, compile, start } from '../../../src/engine.js'
import type { Execution } from '../../../src/engine.js'
import type { StartOptions } from '../../../src/engine.js'

/** An execution of a machine without tasks, run to its end. */
export function finished(states: Record<string, unknown>, options: StartOptions = {}, input: Json = {}): Execution {
  const definition = { StartAt: Object.keys(states)[0] ?? '', States: states } as unknown as Json
  return advance(start(compile(definition), input, options), Number.POSITIVE_INFINITY)
}

export const PASS = { A: { Type: 'Pass', Result: { b: 1 }, End: true } }
export const FAIL = { A: { Type: 'Fail', Error: 'Oh', Cause: 'no' } }
