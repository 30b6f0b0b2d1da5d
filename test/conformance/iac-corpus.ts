import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareEntry, type Entry, type Outcome } from './iac-compare.js'

/** What came of the entries of one form. */
interface FormCounts {
  readonly right: number
  readonly wrong: number
  readonly error: number
  /** Entries that say nothing of their machines: how many of them give one or more. */
  readonly loaded: number
  readonly refused: number
}

const COLUMNS = ['right', 'wrong', 'error', 'loaded', 'refused'] as const

/**
 * Reads every template of a folder with an `index.json` of its machines, and prints by form how many are as that says. The
 * exit code is 0 however many are not, as the number is the result, and 1 where there is no such folder.
 */
export function checkCorpus(
  dir: string,
  options: { readonly json: string | undefined; readonly verbose: boolean },
): number {
  const index = join(dir, 'index.json')
  if (!existsSync(index)) {
    console.error(`no templates: ${dir} has no index.json; name their folder with --iac`)
    return 1
  }
  const entries = JSON.parse(readFileSync(index, 'utf8')) as Entry[]
  const results = entries.map((entry) => ({ entry, ...compareEntry(dir, entry) }))
  const counts = new Map<string, FormCounts>()
  for (const { entry, outcome } of results) {
    const form = counts.get(entry.form) ?? { right: 0, wrong: 0, error: 0, loaded: 0, refused: 0 }
    counts.set(entry.form, { ...form, [outcome]: form[outcome] + 1 })
  }
  const unlike = results.filter(({ outcome }) => outcome === 'wrong' || outcome === 'error')
  if (options.verbose)
    for (const { entry, outcome, reason } of unlike) console.log(`${outcome}: ${entry.id}\n    ${reason}`)
  const judged = results.filter(({ outcome }) => isJudged(outcome))
  const total = judged.length
  const failed = unlike.length
  if (options.json !== undefined) {
    const failures = unlike.map(({ entry, outcome, reason }) => ({ id: entry.id, form: entry.form, outcome, reason }))
    const document = { passed: total - failed, failed, total, forms: Object.fromEntries(counts), failures }
    writeFileSync(options.json, `${JSON.stringify(document, null, 2)}\n`)
  }
  console.log([...table(counts), `iac: ${total - failed} passed, ${failed} failed of ${total}`].join('\n'))
  return 0
}

function isJudged(outcome: Outcome): boolean {
  return outcome !== 'loaded' && outcome !== 'refused'
}

function table(counts: ReadonlyMap<string, FormCounts>): readonly string[] {
  const row = (form: string, cells: readonly (string | number)[]): string =>
    form.padEnd(16) + cells.map((cell) => String(cell).padStart(9)).join('')
  const lines = [...counts].map(([form, of]) =>
    row(
      form,
      COLUMNS.map((column) => of[column]),
    ),
  )
  return [row('form', COLUMNS), ...lines, '(loaded and refused: templates without an expectation)']
}
