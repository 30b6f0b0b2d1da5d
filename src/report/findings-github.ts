import type { FindingSeverity } from '../explore/findings/finding.js'
import type { KnownFinding } from '../explore/machine-findings.js'
import { annotationCommand, MOST_ANNOTATIONS } from './github.js'
import type { ErrorJson } from './error-json.js'
import type { LocatedFindings } from './findings-json.js'

const LEVELS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<FindingSeverity, string>

/**
 * Findings as workflow commands of GitHub Actions, at the line of their first state: at most ten of a kind, as GitHub shows no more. What
 * is only worth knowing is left out. The sum is the last line.
 */
export function findingsAnnotations(machines: readonly LocatedFindings[], problems: readonly ErrorJson[]): string {
  const broken = machines.flatMap(({ findings: { machine, source, broken: why } }) =>
    why
      ? [
          {
            at: undefined,
            file: source ?? machine,
            title: machine,
            message: `without any fault it fails: ${why.reason}: give ${why.give}`,
          },
        ]
      : [],
  )
  const waivers = machines.flatMap(({ findings: { machine, source, waiverProblems }, locate }) =>
    waiverProblems.map(({ pointer, state, message }) => ({
      at: locate?.(pointer),
      file: source ?? machine,
      title: `waiver: ${state}`,
      message,
    })),
  )
  const unread = problems.map(({ message, file }) => ({
    at: undefined,
    file: file ?? '.',
    title: 'aslx explore',
    message,
  }))
  const open = machines.flatMap((machine) =>
    machine.findings.findings.filter(isTold).map((finding) => ({ machine, finding, level: LEVELS[finding.severity] })),
  )
  const told = open.map(({ machine, finding, level }) => ({
    level,
    line: annotationCommand(annotationOf(machine, finding), level),
  }))
  const errors = [...unread, ...broken, ...waivers].map((one) => ({ level: 'error', line: annotationCommand(one) }))
  const lines = (['error', 'warning', 'notice'] as const).flatMap((level) =>
    [...errors, ...told]
      .filter((one) => one.level === level)
      .slice(0, MOST_ANNOTATIONS)
      .map(({ line }) => line),
  )
  const all = errors.length + told.length
  const left = all - lines.length
  const more = left > 0 ? [`::notice title=aslx explore::and ${left} more: aslx explore lists all of them`] : []
  return [...lines, ...more, `${all} ${all === 1 ? 'finding' : 'findings'} in ${machines.length} machines`, ''].join(
    '\n',
  )
}

function isTold({ severity }: KnownFinding): boolean {
  return severity !== 'info'
}

function annotationOf({ findings, locate, replayWords }: LocatedFindings, finding: KnownFinding) {
  const [place] = finding.states
  const at = place && locate?.(place.pointer)
  const names = finding.states.map(({ state }) => state).join(', ')
  const fix = finding.fix ? `\n${finding.fix.summary}` : ''
  const replay = finding.states.some(({ proof }) => proof) ? `\n${replayWords(finding.id).join(' ')}` : ''
  return {
    at,
    file: findings.source ?? findings.machine,
    title: `${finding.class}: ${names}`,
    message: `${finding.message} (${finding.rule})${fix}${replay}`,
  }
}
