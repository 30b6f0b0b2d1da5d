import type { CaseResult, Verdict } from './run-case.js'

/** One line per group and kind: passed, failed, skipped. */
export function countsByGroup(results: readonly CaseResult[]): readonly string[] {
  const counts = new Map<string, Record<Verdict['verdict'], number>>()
  for (const { source, verdict } of results) {
    const key = `${source.group.padEnd(20)} ${source.kind.padEnd(19)}`
    const count = counts.get(key) ?? { passed: 0, failed: 0, skipped: 0 }
    count[verdict.verdict] += 1
    counts.set(key, count)
  }
  const heading = `${'group'.padEnd(20)} ${'kind'.padEnd(19)} passed failed skipped`
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  return [heading, ...rows.map(([key, count]) => key + numbers(count))]
}

function numbers({ passed, failed, skipped }: Record<Verdict['verdict'], number>): string {
  return ` ${String(passed).padStart(6)} ${String(failed).padStart(6)} ${String(skipped).padStart(7)}`
}

/** Every case that did not pass, with the reason. */
export function unpassedLines(results: readonly CaseResult[]): readonly string[] {
  return results.flatMap(({ source, verdict }) =>
    verdict.verdict === 'passed' ? [] : [`${verdict.verdict}: ${source.id}`, `    ${verdict.reason}`],
  )
}
