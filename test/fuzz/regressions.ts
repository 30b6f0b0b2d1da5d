import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Json } from '../../src/asl/json.js'
import { hashText } from './hash.js'

/** A case that once was wrong, as it is kept. */
export interface Regression {
  readonly target: string
  /** What was wrong. */
  readonly found: string
  readonly given: Json
}

const FOLDER = join(import.meta.dirname, 'regressions')

/** All kept cases by the name of their file. */
export function keptRegressions(): readonly (readonly [file: string, regression: Regression])[] {
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
  return files.map((file) => [file, JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Regression])
}

/** Keeps a case and gives the name of its file. */
export function keepRegression(regression: Regression): string {
  const file = `${regression.target}-${hashText(JSON.stringify(regression.given))}.json`
  writeFileSync(join(FOLDER, file), `${JSON.stringify(regression, null, 2)}\n`)
  return file
}
