import { main } from '../../src/cli/main.js'

/** What a command came to. */
export interface Printed {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

const printed = new Map<string, Promise<Printed>>()

/**
 * What `npx aslx ...` comes to in this process, from the root of the repository, where no terminal is. A command that
 * several documents or tests name is run once: it prints the same bytes every time.
 */
export async function runAslx(words: readonly string[]): Promise<Printed> {
  const [npx, name, ...args] = words
  if (npx !== 'npx' || name !== 'aslx') throw new Error(`no command of aslx: ${words.join(' ')}`)
  const key = JSON.stringify(args)
  const running = printed.get(key) ?? run(args)
  printed.set(key, running)
  return await running
}

async function run(args: readonly string[]): Promise<Printed> {
  let stdout = ''
  let stderr = ''
  const exitCode = await main(args, {
    stdout: (text) => void (stdout += text),
    stderr: (text) => void (stderr += text),
    readStdin: () => {
      throw new Error('a command of the documents has nothing to read from standard input')
    },
    isTerminal: false,
    env: {},
    realMs: () => 0,
    today: () => '2030-01-01',
  })
  return { exitCode, stdout, stderr }
}
