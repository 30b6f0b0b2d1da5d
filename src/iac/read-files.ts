import { statSync } from 'node:fs'

/** The files that calls of the program read, while one goes on; outside of a call nobody asks, and nothing is kept. */
const paths = new Set<string>()
let calls = 0

/** Calls a function, within which `wasRead` knows what was read. Of two calls at once each knows of both. */
export async function noticingReads<T>(call: () => T | Promise<T>): Promise<T> {
  calls++
  try {
    return await call()
  } finally {
    if (--calls === 0) paths.clear()
  }
}

/** Notes that a file is part of what a call reads. */
export function noteRead(path: string): void {
  if (calls > 0) paths.add(path)
}

/** Whether a call that goes on has read the file, by whatever name. */
export function wasRead(path: string): boolean {
  const id = fileId(path)
  return paths.has(path) || (id !== undefined && [...paths].some((read) => fileId(read) === id))
}

function fileId(path: string): string | undefined {
  const stats = statSync(path, { throwIfNoEntry: false, bigint: true })
  return stats && `${stats.dev}:${stats.ino}`
}
