import type { CaseResult, Verdict } from './run-case.js'

/** One line per group and kind: passed, failed, skipped, deferred. */
export function countsByGroup(results: readonly CaseResult[]): readonly string[] {
  const counts = new Map<string, Record<Verdict['verdict'], number>>()
  for (const { source, verdict } of results) {
    const key = `${source.group.padEnd(20)} ${source.kind.padEnd(19)}`
    const count = counts.get(key) ?? { passed: 0, failed: 0, skipped: 0, deferred: 0 }
    count[verdict.verdict] += 1
    counts.set(key, count)
  }
  const heading = `${'group'.padEnd(20)} ${'kind'.padEnd(19)} passed failed skipped deferred`
  const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  return [heading, ...rows.map(([key, count]) => key + numbers(count))]
}

function numbers({ passed, failed, skipped, deferred }: Record<Verdict['verdict'], number>): string {
  return ` ${right(passed, 6)} ${right(failed, 6)} ${right(skipped, 7)} ${right(deferred, 8)}`
}

function right(count: number, width: number): string {
  return String(count).padStart(width)
}

/** Every case that did not pass, with the reason. */
export function unpassedLines(results: readonly CaseResult[]): readonly string[] {
  return results.flatMap(({ source, verdict }) =>
    verdict.verdict === 'passed' ? [] : [`${verdict.verdict}: ${source.id}`, `    ${verdict.reason}`],
  )
}
