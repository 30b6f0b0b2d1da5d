import type { FindingSeverity } from '../explore/findings/finding.js'
import type { MachineFindings } from '../explore/machine-findings.js'
import type { Colour, Style } from './colour.js'

/** How findings are printed. */
export interface FindingsLayout {
  readonly colour: Colour
  /** Columns of the terminal; 80 where there is none. */
  readonly columns: number
  /** What is only worth knowing, too: findings of severity `info`. */
  readonly verbose: boolean
  /** Only what is wrong. */
  readonly quiet: boolean
}

export const SEVERITY_STYLES: Readonly<Record<FindingSeverity, Style>> = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
}

export const NOTHING_TO_EXPLORE = 'no Task: nothing to explore'

/** Without a Task nothing fails by itself; what Step Functions refuses is a finding all the same. */
export function hasNothing({ callingStates, findings }: MachineFindings): boolean {
  return callingStates === 0 && findings.every(({ severity }) => severity === 'info')
}

/** How many findings of a severity there are. */
export function severityCount({ findings }: MachineFindings, severity: FindingSeverity): number {
  return findings.filter((finding) => finding.severity === severity).length
}

/** `1 error`, `2 errors`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
