import type { Printed } from './program.js'

/** The part of the JSON of `aslx explore` that the exam reads (answers.md 6). */
export interface Explored {
  readonly machines: readonly ExploredMachine[]
}

export interface ExploredMachine {
  readonly machine: string
  readonly source: string
  readonly findings: readonly ExploredFinding[]
}

export interface ExploredFinding {
  readonly rule: string
  readonly class: string
  readonly severity: string
  readonly states: readonly { readonly state: string; readonly pointer: string; readonly scenario?: string | null }[]
  readonly errors: readonly string[]
  readonly message: string
}

/** The explored machines, or why there are none. */
export function readExplored({ out, err, code }: Printed): Explored | string {
  try {
    return JSON.parse(out) as Explored
  } catch {
    return `aslx explore printed no JSON (exit ${code}): ${err.split('\n')[0] ?? ''}`
  }
}

/** Whether a machine is the one that is asked for: by its name, or by the end of it. */
export function isMachine({ machine }: ExploredMachine, asked: string | undefined): boolean {
  return asked === undefined || machine === asked || asked.endsWith(machine) || machine.endsWith(asked)
}
