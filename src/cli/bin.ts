#!/usr/bin/env node
import type * as ChildProcess from 'node:child_process'
import { readFileSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { isatty } from 'node:tty'
import { main } from './main.js'
import { folderWatcher } from './watch.js'

const STDOUT = 1
const STDERR = 2
/** Of a terminal that does not tell its width. */
const DEFAULT_COLUMNS = 80
/** An editor writes a file in several steps. */
const SETTLE_MS = 50

/** Descriptors whose reader has gone (`| head -1`): nothing more is written there, and the exit code stays the command's own. */
const unread = new Set<number>()
const waitForChange = folderWatcher(() => new Promise((resolve) => void setTimeout(resolve, SETTLE_MS)))

process.exitCode = await main(process.argv.slice(2), {
  stdout: (text) => write(STDOUT, text),
  stderr: (text) => write(STDERR, text),
  readStdin: () => readFileSync(0, 'utf8'),
  isTerminal: isatty(STDOUT),
  columns: isatty(STDOUT) ? process.stdout.columns : undefined,
  stderrColumns: isatty(STDERR) ? process.stderr.columns || DEFAULT_COLUMNS : undefined,
  env: process.env,
  realMs: () => performance.now(),
  today: () => new Date().toISOString().slice(0, 10),
  git: askGit,
  pause: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
  waitForChange: (folders, ignored) => (unread.has(STDOUT) ? Promise.resolve(false) : waitForChange(folders, ignored)),
})

function askGit(args: readonly string[]): string | undefined {
  const { execFileSync } = createRequire(import.meta.url)('node:child_process') as typeof ChildProcess
  try {
    return execFileSync('git', args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64 * 1024 * 1024,
    })
  } catch {
    return undefined
  }
}

/** Writes at once: `process.stdout` would keep in memory what a slow reader has not taken yet, and that may be gigabytes. */
function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  let written = 0
  while (written < bytes.length && !unread.has(descriptor)) {
    try {
      written += writeSync(descriptor, bytes, written)
    } catch (error) {
      waitOrGiveUp(descriptor, error instanceof Error && 'code' in error ? String(error.code) : String(error))
    }
  }
}

/** A pipe that is full is tried again; on anything but a reader that has gone the program ends, as nobody can be told more. */
function waitOrGiveUp(descriptor: number, code: string): void {
  if (code === 'EPIPE') {
    unread.add(descriptor)
  } else if (code === 'EAGAIN') {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
  } else {
    if (descriptor === STDOUT) write(STDERR, `aslx: standard output cannot be written (${code})\n`)
    process.exit(2)
  }
}
