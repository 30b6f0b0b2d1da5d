import { setTimeout as wait } from 'node:timers/promises'
import { main } from '../../src/cli/main.js'

/** Runs the whole program in this process, with a real clock: what it printed, and its exit code. */
export async function aslx(
  argv: readonly string[],
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let out = ''
  let err = ''
  const code = await main(argv, {
    stdout: (text) => void (out += text),
    stderr: (text) => void (err += text),
    readStdin: () => '',
    isTerminal: false,
    env: {},
    realMs: () => performance.now(),
    today: () => '2030-01-01',
    pause: async (ms) => wait(ms),
  })
  return { code, out, err }
}
