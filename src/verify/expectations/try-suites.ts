import { UserError } from '../../asl/user-error.js'
import { LoadedMachines } from '../../harness/machines/run-case.js'
import type { Suite, SuiteCase } from '../../harness/scenarios/suite/suite.js'
import { type CaseResult, tryCase } from './try-case.js'

/** Which cases are run. */
export interface CaseSelection {
  /** Only those whose name has this text, upper and lower case alike. */
  readonly filter?: string | undefined
  /** Every n-th case, from the i-th (from 1): all shards together run each case once. */
  readonly shard?: Shard | undefined
  /** No further case is run after the first that is not passed. */
  readonly bail?: boolean
}

export interface Shard {
  readonly index: number
  readonly count: number
}

/** A case with the real time it took, in ms. */
export type TimedResult = CaseResult & { readonly realMs: number }

/** `2/3`: the second of three shards. UserError for anything else. */
export function parseShard(text: string): Shard {
  const [, index = '', count = ''] = /^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []
  const shard = { index: Number(index), count: Number(count) }
  if (shard.index >= 1 && shard.index <= shard.count) return shard
  throw new UserError('usage', `a shard is written i/n, such as 1/3, with i from 1 to n; it is "${text}"`)
}

/** The cases that a selection leaves, in the order of the suites. */
export function selectCases(suites: readonly Suite[], { filter, shard }: CaseSelection): readonly SuiteCase[] {
  const wanted = filter?.toLowerCase()
  const all = suites.flatMap(({ cases }) => cases)
  const named = wanted === undefined ? all : all.filter(({ name }) => name.toLowerCase().includes(wanted))
  return shard ? named.filter((_, index) => index % shard.count === shard.index - 1) : named
}

/**
 * Runs cases one after the other, and tells what became of each; mistakes of a suite's file come first, as broken cases.
 * `clock` tells real ms, for reports that have a place for them.
 */
export async function trySuites(
  suites: readonly Suite[],
  selection: CaseSelection,
  clock: () => number,
): Promise<readonly TimedResult[]> {
  const machines = new LoadedMachines()
  const results: TimedResult[] = suites.flatMap(({ file, mistakes }) =>
    mistakes.map((mistake) => ({ file, name: file, at: undefined, outcome: 'broken' as const, mistake, realMs: 0 })),
  )
  for (const test of selectCases(suites, selection)) {
    if (selection.bail === true && results.some(({ outcome }) => outcome !== 'passed')) break
    const startedMs = clock()
    const result = await tryCase(test, machines)
    results.push({ ...result, realMs: clock() - startedMs })
  }
  return results
}
