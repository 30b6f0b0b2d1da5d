import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../../..')
const BIN = resolve(ROOT, 'dist/cli/bin.js')
/** A command that takes longer has failed the exam. */
const LIMIT_MS = 60_000

/** What a command of the built program printed, and its exit code; null where it was ended. */
export interface Printed {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the built program as a person would, in a folder. */
export function aslx(cwd: string, args: readonly string[]): Printed {
  const done = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    encoding: 'utf8',
    timeout: LIMIT_MS,
    maxBuffer: 1 << 30,
    env: { ...process.env, NO_COLOR: '1' },
  })
  return { code: done.status, out: done.stdout, err: done.stderr }
}
