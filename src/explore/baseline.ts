import type { KnownFinding, MachineFindings } from './machine-findings.js'

/** A finding that was there when the baseline was written: one kind of error at one state. */
export interface BaselineEntry {
  readonly rule: string
  readonly machine: string
  readonly state: string
  /** What it is known by, whatever becomes of file, line and formatting. */
  readonly fingerprint: string
}

/** All findings of machines as entries of a baseline, in their order. */
export function baselineEntries(machines: readonly MachineFindings[]): readonly BaselineEntry[] {
  return machines.flatMap(({ machine, findings }) =>
    findings.flatMap(({ rule, states }) =>
      states.flatMap(({ state, fingerprints }) =>
        fingerprints.map((fingerprint) => ({ rule, machine, state, fingerprint })),
      ),
    ),
  )
}

/**
 * The machines without the findings that a baseline knows. An entry stands for one finding: a copy of a machine brings findings of
 * its own. A finding of which one place is new is new.
 */
export function withoutKnown(
  machines: readonly MachineFindings[],
  baseline: readonly Pick<BaselineEntry, 'fingerprint'>[],
): readonly MachineFindings[] {
  const left = new Map<string, number>()
  for (const { fingerprint } of baseline) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1)
  const take = (fingerprint: string): boolean => {
    const count = left.get(fingerprint) ?? 0
    left.set(fingerprint, count - 1)
    return count > 0
  }
  const isNew = ({ states }: KnownFinding): boolean =>
    states.flatMap(({ fingerprints }) => fingerprints.map(take)).includes(false)
  return machines.map((machine) => {
    const findings = machine.findings.filter(isNew)
    return { ...machine, findings, known: machine.findings.length - findings.length }
  })
}
