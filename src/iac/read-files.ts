import { AsyncLocalStorage } from 'node:async_hooks'
import { statSync } from 'node:fs'

/** The files that one call of the program has read; outside of such a call nobody asks, and nothing is kept. */
const reading = new AsyncLocalStorage<Set<string>>()

/** Calls a function, within which `wasRead` knows what was read. */
export function noticingReads<T>(call: () => T): T {
  return reading.run(new Set(), call)
}

/** Notes that a file is part of what a call reads. */
export function noteRead(path: string): void {
  reading.getStore()?.add(path)
}

/** Whether this call has read the file, by whatever name. */
export function wasRead(path: string): boolean {
  const paths = reading.getStore() ?? new Set<string>()
  const id = fileId(path)
  return paths.has(path) || (id !== undefined && [...paths].some((read) => fileId(read) === id))
}

function fileId(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false, bigint: true })
  return stats && `${stats.dev}:${stats.ino}`
}
