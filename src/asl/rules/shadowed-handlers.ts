import { matchesError } from '../error-names.js'
import { pointer } from '../json.js'
import { problem } from '../problem.js'
import type { Report } from '../problem.js'
import { errorNamesOf, handlersOf } from './error-equals.js'
import type { Handler } from './error-equals.js'
import type { StateSubject } from './subject.js'

const WORDS = {
  Retry: { noun: 'retrier', code: 'ASLX_UNREACHABLE_RETRIER' },
  Catch: { noun: 'catcher', code: 'ASLX_UNREACHABLE_CATCHER' },
} as const

/**
 * A retrier or catcher whose every error an earlier one takes is never used: an exhausted retrier does not pass an
 * error on to the next. https://states-language.net/#retrying-after-error
 */
export function shadowedHandlers(subject: StateSubject, report: Report): void {
  const handlers = handlersOf(subject)
  for (const field of ['Retry', 'Catch'] as const) {
    const earlier: Handler[] = []
    for (const handler of handlers.filter((candidate) => candidate.field === field)) {
      reportShadowed(subject, handler, earlier, report)
      earlier.push(handler)
    }
  }
}

function reportShadowed(subject: StateSubject, handler: Handler, earlier: readonly Handler[], report: Report): void {
  const names = errorNamesOf(handler)
  const taken = names.flatMap(({ name, index }) => {
    const by = earlier.find((other) => takes(subject, other, name))
    return by ? [{ name, index, by }] : []
  })
  const [first] = taken
  if (first === undefined) return
  const { noun, code } = WORDS[handler.field]
  if (taken.length === names.length) {
    const message = `This ${noun} is never used: ${noun} ${first.by.index} takes every error it names`
    report(problem(code, 'warning', message, handler.pointer, { hint: `move it before ${noun} ${first.by.index}` }))
    return
  }
  for (const { name, index, by } of taken) {
    const message = `'${name}' never reaches this ${noun}: ${noun} ${by.index} takes it`
    report(problem('ASLX_SHADOWED_ERROR_NAME', 'warning', message, pointer(handler.pointer, 'ErrorEquals', index)))
  }
}

/** Whether an earlier handler takes every error that this name can stand for. */
function takes({ type }: StateSubject, earlier: Handler, name: string): boolean {
  const wanted = errorNamesOf(earlier).map((entry) => entry.name)
  if (name === 'States.ALL' || name === 'States.TaskFailed') {
    return wanted.includes(name) || wanted.includes('States.ALL')
  }
  // Step Functions' own errors are not all failures of the task, and of a Map or Parallel it is not known.
  const duringTask = type === 'Task' && !name.startsWith('States.')
  return matchesError(wanted, { name, duringTask })
}
