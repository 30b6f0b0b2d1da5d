/**
 * The one place that runs real code under real limits: it has a clock, timers and processes, which nothing
 * else in the harness touches. What comes back is data.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import type { CodeEnd, Ended } from './code-end.js'
import { type FromWorker, WORKER_PROGRAM, type WorkerTask } from './worker-program.js'

/** What the start of a process and its module may take: Lambda's own limit of the init phase. */
const INIT_MS = 10_000
/** Real code that runs at one time: a Map of a thousand items is no reason for a thousand processes. */
const MAX_AT_ONCE = 4

/** A process gets a group of its own where there are such, so that what it starts ends with it. */
const HAS_GROUPS = process.platform !== 'win32'

const waiting: (() => void)[] = []
let running = 0

/** Runs code when its turn has come. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MAX_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

/** Runs an asynchronous function of this very process. One that never gives the thread back cannot be stopped. */
export async function superviseHere(
  timeoutMs: number,
  run: (remainingMs: () => number) => Promise<CodeEnd>,
): Promise<Ended> {
  const startedMs = performance.now()
  const tookMs = (): number => performance.now() - startedMs
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<CodeEnd>((resolve) => {
    timer = setTimeout(() => resolve({ kind: 'timed-out' }), timeoutMs)
  })
  try {
    const end = await Promise.race([run(() => Math.max(0, Math.round(timeoutMs - tookMs()))), late])
    return { end, tookMs: tookMs() }
  } finally {
    clearTimeout(timer)
  }
}

/** How a worker's code ended, or why its module could not be loaded. */
export type WorkerEnd = Ended | { readonly unloaded: string; readonly code: string | undefined }

/**
 * Runs a module in a process of its own, of which memory and time are limited. A thread of this process would not do: one
 * that fills its heap with a single large array takes the whole process with it. Its output goes to standard error.
 */
export function superviseWorker(task: WorkerTask, { memoryMb }: { readonly memoryMb: number }): Promise<WorkerEnd> {
  return inTurn(async () => {
    const child = spawn(process.execPath, [`--max-old-space-size=${memoryMb}`, '-e', WORKER_PROGRAM], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: HAS_GROUPS,
    })
    try {
      return await workerEnd(child, task, memoryMb)
    } finally {
      killGroup(child)
    }
  })
}

function workerEnd(child: ChildProcess, task: WorkerTask, memoryMb: number): Promise<WorkerEnd> {
  return new Promise((resolve) => {
    let startedMs = performance.now()
    let timer = setTimeout(ended, INIT_MS, { kind: 'timed-out' })
    const guard = setInterval(() => {
      if (residentMb(child) > memoryMb + RUNTIME_MB) ended({ kind: 'out-of-memory' })
    }, 20)
    const hasAborted = passOn(child)
    function ended(end: CodeEnd): void {
      settle({ end, tookMs: performance.now() - startedMs })
    }
    function settle(end: WorkerEnd): void {
      clearTimeout(timer)
      clearInterval(guard)
      resolve(end)
    }
    child.on('message', (message: FromWorker) => {
      if (message.kind === 'unloaded') return settle({ unloaded: message.message, code: message.code })
      if (message.kind !== 'loaded') return ended(message)
      clearTimeout(timer)
      startedMs = performance.now()
      timer = setTimeout(ended, task.timeoutMs, { kind: 'timed-out' })
    })
    child.on('error', (error) => settle({ unloaded: error.message, code: undefined }))
    child.on('close', (status, signal) => {
      ended(hasAborted() || signal === 'SIGKILL' ? { kind: 'out-of-memory' } : exitOf(status, signal))
    })
    child.send(task)
  })
}

/** What Node itself takes besides the heap of the code, in MiB. */
const RUNTIME_MB = 64
const PAGE_BYTES = 4096
const MEBIBYTE = 1_048_576

/** V8's limit does not count what Buffers hold; Linux tells all that a process holds, elsewhere they count for nothing. */
function residentMb({ pid }: ChildProcess): number {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]
    return (Number(pages) * PAGE_BYTES) / MEBIBYTE
  } catch {
    return 0
  }
}

/** Passes on what a worker prints, but for Node's own words when its heap is full; tells whether those have come. */
function passOn(child: ChildProcess): () => boolean {
  let isLastWord = false
  child.stdout?.on('data', (text: Buffer) => process.stderr.write(text))
  child.stderr?.on('data', (text: Buffer) => {
    isLastWord ||= /<--- Last few GCs --->|^FATAL ERROR: /m.test(text.toString('utf8'))
    if (!isLastWord) process.stderr.write(text)
  })
  return () => isLastWord
}

/** A command, and what it is told. */
export interface CommandTask {
  readonly words: readonly string[]
  readonly folder: string
  /** Laid over the environment of this process. */
  readonly env: Readonly<Record<string, string>>
  /** What it reads on standard input. */
  readonly stdin: string
  readonly timeoutMs: number
  /** More than this on standard output ends it. */
  readonly maxBytes: number
}

/** Runs a command to its end. Its standard error is this process's. */
export function superviseCommand(task: CommandTask): Promise<Ended | { readonly unstarted: string }> {
  const [name = '', ...rest] = task.words
  return inTurn(async () => {
    const child = spawn(name, rest, {
      cwd: task.folder,
      env: { ...process.env, ...task.env },
      stdio: ['pipe', 'pipe', 'inherit'],
      detached: HAS_GROUPS,
    })
    try {
      return await commandEnd(child, task)
    } finally {
      killGroup(child)
    }
  })
}

function commandEnd(child: ChildProcess, task: CommandTask): Promise<Ended | { readonly unstarted: string }> {
  return new Promise((resolve) => {
    const startedMs = performance.now()
    const pieces: Buffer[] = []
    let bytes = 0
    const text = (): string => Buffer.concat(pieces).toString('utf8')
    const ended = (end: CodeEnd): void => {
      clearTimeout(timer)
      resolve({ end, tookMs: performance.now() - startedMs })
    }
    const timer = setTimeout(ended, task.timeoutMs, { kind: 'timed-out' })
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve({ unstarted: error.message })
    })
    child.stdout?.on('data', (piece: Buffer) => {
      pieces.push(piece)
      bytes += piece.length
      if (bytes > task.maxBytes) ended({ kind: 'answered', text: text() })
    })
    child.on('close', (status, signal) => {
      ended(status === 0 && bytes > 0 ? { kind: 'answered', text: text() } : exitOf(status, signal))
    })
    // It may end before it has read all of its input.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(task.stdin)
  })
}

/** Names of signals as Go, in which Lambda's supervisor is written, prints them. */
const SIGNALS: Readonly<Partial<Record<NodeJS.Signals, string>>> = {
  SIGKILL: 'killed',
  SIGABRT: 'aborted',
  SIGSEGV: 'segmentation fault',
  SIGTERM: 'terminated',
  SIGINT: 'interrupt',
}

function exitOf(status: number | null, signal: NodeJS.Signals | null): CodeEnd {
  if (signal === null) return { kind: 'exited', status: status ?? 1 }
  return { kind: 'exited', status: 128, signal: SIGNALS[signal] ?? `signal ${constants.signals[signal]}` }
}

/** Ends a command and what it has started. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (HAS_GROUPS) process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // It has ended already.
  }
}
