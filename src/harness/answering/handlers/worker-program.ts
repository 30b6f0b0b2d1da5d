import type { CodeEnd } from './code-end.js'

/** What a worker is told of its one call. */
export interface WorkerTask {
  /** Of the module. */
  readonly url: string
  /** Of the door of `tsx`, where the module needs it. */
  readonly tsx: string | undefined
  readonly name: string
  readonly event: string
  readonly context: Readonly<Record<string, string>>
  readonly timeoutMs: number
}

/** What a worker tells: that its module is there, or why not; then how its code ended. */
export type FromWorker =
  | { readonly kind: 'loaded' }
  | { readonly kind: 'unloaded'; readonly message: string; readonly code: string | undefined }
  | Exclude<CodeEnd, { readonly kind: 'timed-out' | 'out-of-memory' | 'exited' }>

/**
 * The program of a worker: it loads the module, calls the handler, and tells how it ended. It is a text, as a worker cannot
 * start from TypeScript in a source tree; nothing of a user stands in it.
 */
export const WORKER_PROGRAM = `
'use strict'
let task

const thrown = (error, type) => ({
  type: type ?? (error instanceof Error ? error.name : typeof error),
  message: type === undefined && error instanceof Error ? error.message : String(error),
  ...(error instanceof Error && { stack: String(error.stack) }),
})
const tell = (message) => process.send(message)
const fail = (error, type) => tell({ kind: 'threw', thrown: thrown(error, type) })

process.on('disconnect', () => process.exit())
process.on('uncaughtException', (error) => fail(error))
process.on('unhandledRejection', (reason) => fail(reason, 'Runtime.UnhandledPromiseRejection'))

async function load() {
  if (task.tsx === undefined) return import(task.url)
  return (await import(task.tsx)).tsImport(task.url, task.url)
}

function call(handler) {
  const endMs = Date.now() + task.timeoutMs
  const context = { ...task.context, getRemainingTimeInMillis: () => Math.max(0, endMs - Date.now()) }
  return new Promise((resolve, reject) => {
    const callback = (error, value) => (error ? reject(error) : resolve(value))
    const result = handler(JSON.parse(task.event), context, callback)
    if (handler.length < 3 || result !== undefined) resolve(result)
  })
}

async function main() {
  let found
  try {
    const loaded = await load()
    found = loaded[task.name] ?? loaded.default?.[task.name]
  } catch (error) {
    const code = error instanceof SyntaxError ? 'SyntaxError' : error?.code
    if (typeof code !== 'string') return fail(error)
    return tell({ kind: 'unloaded', message: String(error.message), code })
  }
  if (typeof found !== 'function') return tell({ kind: 'unloaded', message: '', code: 'NO_FUNCTION' })
  tell({ kind: 'loaded' })
  try {
    const result = await call(found)
    tell({ kind: 'answered', text: JSON.stringify(result ?? null) ?? 'null' })
  } catch (error) {
    fail(error)
  }
}

// As long as the listener is there, a handler that waits for ever keeps the process.
process.on('message', (told) => {
  task = told
  void main()
})
`
