import { loadMeasuredCases } from './measured-case.js'
import { differencesOf } from './run-measured.js'

/** How many facts agree, of those on which it is clear what AWS does. */
export interface MeasuredSummary {
  readonly total: number
  readonly passed: number
  /** What differs, with the reasons. */
  readonly failed: readonly { readonly id: string; readonly reason: string }[]
}

/** Runs the cases of a folder; undefined if there is no such folder. */
export async function checkMeasured(dir: string): Promise<MeasuredSummary | undefined> {
  const cases = loadMeasuredCases(dir)?.filter(({ unclear }) => !unclear)
  if (!cases) return undefined
  const failed: { readonly id: string; readonly reason: string }[] = []
  for (const source of cases) {
    const differences = await differencesOf(source)
    if (differences.length > 0) failed.push({ id: source.id, reason: differences.join('; ') })
  }
  return { total: cases.length, passed: cases.length - failed.length, failed }
}
