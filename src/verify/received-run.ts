import { UserError } from '../asl/user-error.js'
import type { Run } from '../harness/machines/run.js'

/** The run that `expect(...)` was given. UserError for a promise that was not awaited, and for what is no run at all. */
export function receivedRun(received: unknown, matcher: string): Run {
  if (isObject(received) && typeof received['then'] === 'function') {
    throw new UserError(
      'usage',
      `${matcher} got a promise: await the run, as in expect(await machine.run()).${matcher}(...)`,
    )
  }
  if (isRun(received)) return received
  throw new UserError('usage', `${matcher} judges a run, as machine.run() gives it, and it got ${describe(received)}`)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isRun(value: unknown): value is Run {
  if (!isObject(value)) return false
  return ['history', 'coverage', 'calls', 'path'].every((key) => Array.isArray(value[key])) && 'scenario' in value
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  return Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`
}
