/** All that a command touches outside itself, so that tests can stand in for a terminal. */
export interface Io {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** All of standard input, for `--input -`. */
  readonly readStdin: () => string
  /** Whether standard output is a terminal that shows colours. */
  readonly isTerminal: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  /** Real ms from an arbitrary start: for "took 3 ms" only, never for a run. */
  readonly realMs: () => number
}

/**
 * 0 all well; 1 a finding: a failed execution, an unhandled fault; 2 usage; 3 a definition or template that is invalid or
 * cannot be read; 4 a feature that is not supported; 70 a bug of aslx.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 70
