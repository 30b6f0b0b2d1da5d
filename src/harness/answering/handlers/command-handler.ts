import { resolve } from 'node:path'
import { UserError } from '../../../asl/user-error.js'
import type { TaskFunction } from '../../../tasks/script.js'
import { codeAnswer, MAX_ANSWER_BYTES } from './code-end.js'
import { checkCodeOptions, type CodeOptions, limitsOf } from './code-options.js'
import { lambdaContext } from './handler.js'

export interface CommandOptions extends CodeOptions {
  /** Where it runs. Default: the current folder. */
  readonly folder?: string
}

/**
 * Code in any language as what answers a Task: `command('python3 handler.py', { timeoutSeconds: 5 })` reads the event as JSON on
 * standard input and prints its answer as JSON on standard output; standard error is passed on. Words are split at blanks,
 * quotes hold a word together, and no shell has a part in it. A status other than 0 and a signal are `Runtime.ExitError`, a
 * call that is not done in time is killed with all it started and is `Sandbox.Timedout`. `memoryMb` is told to it
 * (`AWS_LAMBDA_FUNCTION_MEMORY_SIZE`) and limits nothing. What it answers is part of the base scenario. UserError if it cannot be started.
 * @example
 * const order = await loadMachine('order.asl.json')
 * const run = await order.run({ tasks: { Charge: command('node charge.mjs'), Ship: returns({}) } })
 * run.status // => 'SUCCEEDED'
 */
export function command(line: string, options: CommandOptions = {}): TaskFunction {
  const words = splitWords(line)
  checkCodeOptions(options, `command ${line}`)
  const folder = resolve(options.folder ?? '.')
  return async (event, call, known) => {
    const limits = limitsOf(options, known)
    const { awsRequestId, functionName, memoryLimitInMB } = lambdaContext(call, known, limits.memoryMb)
    const { superviseCommand } = await import('./supervise.js')
    const ended = await superviseCommand({
      words,
      folder,
      env: {
        AWS_LAMBDA_FUNCTION_NAME: functionName,
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: memoryLimitInMB,
        AWS_REQUEST_ID: awsRequestId,
      },
      stdin: JSON.stringify(event),
      timeoutMs: limits.timeoutMs,
      maxBytes: MAX_ANSWER_BYTES,
    })
    if ('unstarted' in ended) throw new UserError('usage', `command ${line}: it cannot be started: ${ended.unstarted}`)
    return codeAnswer({ call, known, limits, options, folder }, ended)
  }
}

/**
 * The words of a command line. UserError for an open quote, and for none at all.
 * @internal for tests
 */
export function splitWords(line: string): readonly string[] {
  const words = [...line.matchAll(/(?:[^\s'"]+|'[^']*'|"[^"]*")+/g)].map(([word]) =>
    word.replaceAll(
      /'([^']*)'|"([^"]*)"/g,
      (_, single: string | undefined, double: string | undefined) => single ?? double ?? '',
    ),
  )
  const isClosed = line.replaceAll(/'[^']*'|"[^"]*"/g, '').search(/['"]/) < 0
  if (words.length > 0 && isClosed) return words
  throw new UserError('usage', `command ${line}: ${isClosed ? 'it is empty' : 'a quote in it is not closed'}`)
}
