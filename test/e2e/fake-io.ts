import { main } from '../../src/cli/main.js'

export interface Told {
  readonly code: number
  readonly out: string
  readonly err: string
}

interface World {
  readonly stdin?: string
  readonly env?: Readonly<Record<string, string>>
  readonly isTerminal?: boolean
  /** Width of standard error, if it is a terminal. */
  readonly stderrColumns?: number
  /** Real ms that pass between two looks at the clock. */
  readonly stepMs?: number
  readonly today?: string
  readonly git?: (args: readonly string[]) => string
}

/** Runs the whole program as a shell would, without a process: what it printed, and its exit code. */
export async function aslx(argv: readonly string[], world: World = {}): Promise<Told> {
  let out = ''
  let err = ''
  // Once read, it is empty.
  let stdin = world.stdin ?? ''
  let nowMs = 0
  const code = await main(argv, {
    stdout: (text) => void (out += text),
    stderr: (text) => void (err += text),
    readStdin: () => {
      const text = stdin
      stdin = ''
      return text
    },
    isTerminal: world.isTerminal ?? false,
    stderrColumns: world.stderrColumns,
    env: world.env ?? {},
    realMs: () => (nowMs += world.stepMs ?? 5),
    git: (args) => world.git?.(args),
    today: () => world.today ?? '2030-01-01',
  })
  return { code, out, err }
}

/** Exit code and what stands on standard error, with a folder left out of paths. */
export async function refusal(argv: readonly string[], folder: string, world: World = {}): Promise<string> {
  const { code, err } = await aslx(argv, world)
  return `${code} ${err.replaceAll(`${folder}/`, '')}`
}
