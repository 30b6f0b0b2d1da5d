import { isArray, isObject, member } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import type { BaselineEntry } from '../explore/baseline.js'
import { readDataFile } from '../harness/scenarios/data-file.js'
import { isFile } from '../iac/source-file.js'
import { writeFile } from './write-file.js'

/** Rises when an entry is read otherwise. */
const VERSION = 1

/** The fingerprints of a baseline. UserError for a file that is none. */
export function readBaseline(path: string): readonly Pick<BaselineEntry, 'fingerprint'>[] {
  if (!isFile(path)) {
    throw new UserError('usage', 'there is no such baseline', {
      at: { file: path },
      hint: 'write it with --update-baseline',
    })
  }
  const { value } = readDataFile(path, 'a baseline (JSON)')
  const findings = isObject(value) && member(value, 'version') === VERSION ? member(value, 'findings') : undefined
  if (findings === undefined || !isArray(findings)) throw notABaseline(path)
  return findings.map((entry) => {
    const fingerprint = isObject(entry) ? member(entry, 'fingerprint') : undefined
    if (typeof fingerprint !== 'string') throw notABaseline(path)
    return { fingerprint }
  })
}

function notABaseline(path: string): UserError {
  return new UserError('usage', `this is no baseline of version ${VERSION}`, {
    at: { file: path },
    hint: 'write it anew with --update-baseline',
  })
}

/** Writes a baseline: one line for each entry, so that a change of it can be read. */
export function writeBaseline(path: string, entries: readonly BaselineEntry[]): void {
  const lines = entries.map(({ rule, machine, state, fingerprint }) =>
    JSON.stringify({ rule, machine, state, fingerprint }),
  )
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`
  writeFile(path, `{\n  "version": ${VERSION},\n  "findings": ${list}\n}\n`, { named: `--baseline ${path}` })
}
