import type { FunctionFacts } from '../../../asl/function-facts.js'
import { dirname, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { UserError } from '../../../asl/user-error.js'
import type { Json } from '../../../asl/json.js'
import type { Call } from '../../../engine/ports.js'
import { functionNames } from '../../../faults/resource-pattern.js'
import { noteRead } from '../../../iac/read-files.js'
import { isFile } from '../../../iac/source-file.js'
import { splitName } from '../../../iac/split-source.js'
import type { CodeAnswer } from '../../../tasks/code-answer.js'
import type { TaskFunction } from '../../../tasks/script.js'
import { type CodeCall, codeAnswer, type CodeEnd } from './code-end.js'
import { checkCodeOptions, type CodeOptions, limitsOf } from './code-options.js'
import { importCode, noTypeScript, tsxOf } from './import-code.js'
import { thrownBy } from './thrown-payload.js'

export interface HandlerOptions extends CodeOptions {
  /** In a process of its own for each call, whose memory and time end as `memoryMb` and `timeoutSeconds` say. Default: in process. */
  readonly worker?: boolean
}

/** The module and the name it exports. */
interface Named {
  readonly path: string
  readonly name: string
  readonly shown: string
}

/**
 * The team's own Lambda code as what answers a Task: `handler('./functions/resize.mjs#handler')`, or a URL with such a hash.
 * The path starts at the current folder; the name is `handler` by default. It gets the event and a small context
 * (`awsRequestId`, `functionName`, `getRemainingTimeInMillis`), and what it returns is awaited. An error that it throws
 * fails the Task as Lambda's runtime for Node tells it. In a worker, full memory is `Runtime.ExitError` and a call that is not done in time
 * `Sandbox.Timedout`; in process only what awaits can time out, and nothing limits the memory. Limits come from the
 * template where the options say nothing. A worker's limit is V8's heap; what Buffers hold counts on Linux only.
 * What it answers is part of the base scenario. UserError if there is no such module or export, and if it cannot be loaded.
 * @example
 * const order = await loadMachine('order.asl.json')
 * const run = await order.run({ input: { cents: 100 }, tasks: { Charge: handler('./charge.mjs'), Ship: returns({}) } })
 * run.status // => 'SUCCEEDED'
 */
export function handler(source: string | URL, options: HandlerOptions = {}): TaskFunction {
  const named = readSource(source)
  checkCodeOptions(options, `handler ${named.shown}`)
  return (event, call, known) => {
    const limits = limitsOf(options, known)
    const of = { call, known, limits, options, folder: dirname(named.path) }
    return options.worker === true ? inWorker(named, event, of) : inProcess(named, event, of)
  }
}

function readSource(source: string | URL): Named {
  const text = String(source)
  const { file: written, name = 'handler' } = splitName(text)
  const path = written.startsWith('file:') ? fileURLToPath(written) : resolve(written)
  if (!isFile(path)) throw new UserError('usage', `handler ${text}: there is no file ${written}`)
  if (name === '') throw new UserError('usage', `handler ${text}: name what it exports after #, e.g. #handler`)
  noteRead(path)
  return { path, name, shown: text }
}

async function inWorker(named: Named, event: Json, of: CodeCall): Promise<CodeAnswer> {
  const isTs = /\.[cm]?ts$/.test(named.path)
  const { superviseWorker } = await import('./supervise.js')
  const ended = await superviseWorker(
    {
      url: pathToFileURL(named.path).href,
      tsx: isTs ? tsxOf(named.path) : undefined,
      name: named.name,
      event: JSON.stringify(event),
      context: lambdaContext(of.call, of.known, of.limits.memoryMb),
      timeoutMs: of.limits.timeoutMs,
    },
    of.limits,
  )
  if ('unloaded' in ended) throw unloaded(named, ended.code, ended.unloaded)
  return codeAnswer(of, ended)
}

async function inProcess(named: Named, event: Json, of: CodeCall): Promise<CodeAnswer> {
  const loaded = await load(named)
  if ('thrown' in loaded) return codeAnswer(of, { end: { kind: 'threw', thrown: thrownBy(loaded.thrown) }, tookMs: 0 })
  const { superviseHere } = await import('./supervise.js')
  const ended = await superviseHere(of.limits.timeoutMs, async (remainingMs): Promise<CodeEnd> => {
    const context = {
      ...lambdaContext(of.call, of.known, of.limits.memoryMb),
      getRemainingTimeInMillis: remainingMs,
    }
    try {
      const result = await called(loaded.function, structuredClone(event), context)
      return { kind: 'answered', text: JSON.stringify(result ?? null) ?? 'null' }
    } catch (error) {
      return { kind: 'threw', thrown: thrownBy(error) }
    }
  })
  return codeAnswer(of, ended)
}

type Handler = (...given: readonly unknown[]) => unknown

/** What a handler comes to: what it returns, or what it hands to its callback if it has one. */
function called(run: Handler, event: Json, context: object): Promise<unknown> {
  return new Promise((resolved, rejected) => {
    const callback = (error: unknown, value: unknown): void => {
      if (error) rejected(error)
      else resolved(value)
    }
    const result = run(event, context, callback)
    if (run.length < 3 || result !== undefined) resolved(result)
  })
}

async function load(named: Named): Promise<{ readonly function: Handler } | { readonly thrown: unknown }> {
  let loaded: unknown
  try {
    loaded = await importCode(named.path, named.shown)
  } catch (error) {
    if (error instanceof UserError) throw error
    const code = error instanceof SyntaxError ? 'SyntaxError' : errorCode(error)
    if (code === undefined) return { thrown: error }
    throw unloaded(named, code, error instanceof Error ? error.message : String(error))
  }
  const found = exported(loaded, named.name) ?? exported(exported(loaded, 'default'), named.name)
  if (typeof found !== 'function') throw unloaded(named, 'NO_FUNCTION', '')
  return { function: found as Handler }
}

function exported(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null && name in from ? Reflect.get(from, name) : undefined
}

function errorCode(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

function unloaded(named: Named, code: string | undefined, message: string): UserError {
  if (code === 'ERR_UNKNOWN_FILE_EXTENSION') return noTypeScript(named.shown)
  if (code === 'NO_FUNCTION') {
    return new UserError('usage', `handler ${named.shown}: the module exports no function "${named.name}"`)
  }
  return new UserError('usage', `handler ${named.shown}: it cannot be loaded: ${message}`)
}

/** The part of Lambda's context that is data. https://docs.aws.amazon.com/lambda/latest/dg/nodejs-context.html */
export function lambdaContext(
  call: Call,
  known: FunctionFacts | undefined,
  memoryMb: number,
): Readonly<Record<'awsRequestId' | 'functionName' | 'functionVersion' | 'memoryLimitInMB', string>> {
  const [given, short = given] = functionNames(call)
  return {
    awsRequestId: call.requestId,
    functionName: known?.name ?? short ?? call.state,
    functionVersion: '$LATEST',
    memoryLimitInMB: String(memoryMb),
  }
}
