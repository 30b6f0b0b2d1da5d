import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { USAGE, readArguments } from './arguments.js'
import type { Arguments } from './arguments.js'
import { defaultRecordingsDir, loadCases } from './case.js'
import { checkMeasured } from './measured/check-measured.js'
import { defaultMeasuredDir } from './measured/measured-case.js'
import { fidelityDocument } from './fidelity.js'
import { countsByGroup, unpassedLines } from './report.js'
import { lastLine, runCase, summaryOf } from './run-case.js'

/**
 * Runs the recordings and prints what came of them. The exit code is 0 however many cases fail, as the number is the
 * result; it is 1 when there are no recordings, when the runner breaks, below `--min-passed`, and when a fact that others
 * measured does not hold.
 */
async function main(argv: readonly string[]): Promise<number> {
  const options = readArguments(argv)
  if (typeof options === 'string') {
    console.error(`${options}\n${USAGE}`)
    return 1
  }
  if (options.iac !== undefined) return (await import('./iac-corpus.js')).checkCorpus(options.iac, options)
  if (options.jsonpath !== undefined) await checkJsonPath(options)
  const dir = options.recordings ?? defaultRecordingsDir()
  const cases = loadCases(dir)
  if (cases === undefined) {
    console.error(
      `no recordings: ${dir} has neither index.json nor cases/; name their folder with --recordings or ASLX_SHARED`,
    )
    return 1
  }
  const wanted = cases.filter(({ id, group }) => isWanted(id, options.case) && (options.group ?? group) === group)
  const results = wanted.map((source) => ({ source, verdict: runCase(source) }))
  const summary = summaryOf(results)
  const lines = options.verbose ? [...unpassedLines(results), ...countsByGroup(results)] : countsByGroup(results)
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(summary, null, 2)}\n`)
  if (options.fidelity !== undefined) writeFileSync(options.fidelity, await fidelityDocument(results))
  console.log(lines.join('\n'))
  const holds = options.group !== undefined || options.case !== undefined || (await checkFacts(options))
  console.log(lastLine(summary))
  return summary.passed < options.minPassed || !holds ? 1 : 0
}

/** Prints how many facts that others measured agree, where their folder is there. False if one does not. */
async function checkFacts({ measured = defaultMeasuredDir(), verbose }: Arguments): Promise<boolean> {
  const summary = await checkMeasured(measured)
  if (!summary) return true
  if (verbose) for (const { id, reason } of summary.failed) console.log(`failed: measured ${id}\n    ${reason}`)
  console.log(`measured by others: ${summary.passed} of ${summary.total}`)
  return summary.failed.length === 0
}

function isWanted(id: string, part: string | undefined): boolean {
  return part === undefined || id.includes(part)
}

/** Prints how many JSONPath vectors agree. They count for themselves and are in no other number. */
async function checkJsonPath({ jsonpath, verbose }: Arguments): Promise<void> {
  const { checkVectors } = await import('./jsonpath-vectors.js')
  const dir = join(dirname(defaultRecordingsDir()), 'jsonpath')
  const usual = { vectors: join(dir, 'vectors.json'), fuzz: join(dir, 'fuzz.json') }
  const files = jsonpath === undefined || jsonpath === 'default' ? usual : { vectors: jsonpath }
  for (const [name, file] of Object.entries(files)) {
    const { total, failures } = checkVectors(JSON.parse(readFileSync(file, 'utf8')))
    if (verbose) for (const { id, reason } of failures) console.log(`failed: jsonpath ${id}\n    ${reason}`)
    console.log(`jsonpath ${name}: ${total - failures.length}/${total}`)
  }
}

process.exitCode = await main(process.argv.slice(2))
