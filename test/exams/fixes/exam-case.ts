import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What `aslx explore` must say of one state (`index.json` of the corpus of fixes). */
export interface Expectation {
  /** Name or logical id, or the end of it; any machine of the source where absent. */
  readonly machine?: string
  readonly state: string
  /** A finding of one of these classes. */
  readonly classes: readonly string[]
  /** One of these among its errors. */
  readonly errors?: readonly string[]
  /** A regular expression that its text matches. */
  readonly mentions?: string
}

/** A definition as it stood before a team mended an error path. Paths are relative to the corpus. */
export interface ExamCase {
  readonly id: string
  readonly source: string
  /** The mended definition, in which the finding must be gone. */
  readonly fixed?: string
  readonly expect: readonly Expectation[]
}

export function loadExam(dir: string): readonly ExamCase[] {
  return JSON.parse(readFileSync(join(dir, 'index.json'), 'utf8')) as ExamCase[]
}
