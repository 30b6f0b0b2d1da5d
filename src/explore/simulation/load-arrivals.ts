import { extname } from 'node:path'
import { UserError, withUserError } from '../../asl/user-error.js'
import { type CsvOptions, csvItems } from '../../data/items/csv.js'
import { isObject, type Json, member } from '../../asl/json.js'
import { parseDataText, readDataFile } from '../../harness/scenarios/data-file.js'
import { readSourceFile } from '../../iac/source-file.js'
import { printable } from '../../verify/printable.js'
import type { Arrivals } from './arrivals.js'
import { readArrivals } from './arrivals-object.js'

/**
 * Arrivals from a file: JSON or YAML as `readArrivals` takes it, or CSV with the columns `atMs` and, if need be, `input` (JSON). UserError
 * with the file for anything else.
 * @example
 * loadArrivals('arrivals.json') // => [steady({ every: '30s' })]
 */
export function loadArrivals(path: string): readonly Arrivals[] {
  const isCsv = extname(path).toLowerCase() === '.csv'
  const written = isCsv ? rowsOf(readText(path), path) : readDataFile(path, EXPECTED).value
  return withUserError(
    () => readArrivals(written),
    (error) => error.ofKind('usage').placedAt({ file: path }),
  )
}

const EXPECTED = 'a file with arrivals (JSON, YAML or CSV)'

function readText(path: string): string {
  return withUserError(
    () => readSourceFile(path, EXPECTED),
    (error) => error.ofKind('usage'),
  )
}

const CSV: CsvOptions = { headers: undefined, delimiter: ',' }

function rowsOf(text: string, path: string): readonly Json[] {
  const rows = csvItems(text, CSV)
  if (!('length' in rows)) throw new UserError('usage', printable(rows.cause), { at: { file: path } })
  return Array.from({ length: rows.length }, (_, i) => {
    const row = rows.at(i)
    const cells = row !== undefined && isObject(row) ? row : {}
    const [atMs, input] = [member(cells, 'atMs'), member(cells, 'input')]
    if (typeof atMs !== 'string' || !/^\d+$/.test(atMs)) {
      throw new UserError('usage', `row ${i + 1} has no whole number in column atMs`, { at: { file: path } })
    }
    const hasInput = typeof input === 'string' && input !== ''
    const json = hasInput ? { input: parseDataText(input, `${path}: row ${i + 1}`, { jsonOnly: true }).value } : {}
    return { atMs: Number(atMs), ...json }
  })
}
