/** All that a command touches outside itself, so that tests can stand in for a terminal. */
export interface Io {
  readonly stdout: (text: string) => void
  readonly stderr: (text: string) => void
  /** All of standard input, for `--input -`. */
  readonly readStdin: () => string
  /** Whether standard output is a terminal that shows colours. */
  readonly isTerminal: boolean
  /** Its width in characters, if it is one. */
  readonly columns?: number | undefined
  /** Width of standard error in characters, if that is a terminal; progress is told nowhere else. */
  readonly stderrColumns?: number | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  /** Real ms from an arbitrary start: for "took 3 ms" and for when progress is told only, never for a run. */
  readonly realMs: () => number
  /** The day of now in UTC, e.g. `2026-11-30`: for waivers that expire only. */
  readonly today: () => string
  /** What git answers to these arguments; undefined if it does not, or is not there. */
  readonly git?: (args: readonly string[]) => string | undefined
  /** Waits, in real time, for something outside that is not done yet. Default: not at all. */
  readonly pause?: (ms: number) => Promise<void>
  /** Waits until a file in one of these folders changes, but for `ignored`, for `--watch`; false if nothing ever will. */
  readonly waitForChange?: (folders: readonly string[], ignored?: string) => Promise<boolean>
}

/**
 * 0 all well; 1 a finding: a failed execution, an unhandled fault; 2 usage; 3 a definition or template that is invalid or
 * cannot be read; 4 a feature that is not supported; 70 a bug of aslx.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 70

/** The worst of several codes: a machine that cannot be loaded or started never looks green. */
export function worstExitCode(codes: readonly ExitCode[]): ExitCode {
  return codes.reduce((worst, code) => (code > worst ? code : worst), 0)
}
