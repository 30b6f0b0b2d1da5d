import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Json, JsonObject } from '../../../src/asl/json.js'

/** A recorded execution, as far as these tests read it. */
export interface RecordedCase {
  readonly id: string
  readonly definition: { readonly StartAt: string; readonly States: Readonly<Record<string, JsonObject>> }
  readonly input: Json
  readonly expect: {
    readonly output?: Json
    readonly events?: readonly { readonly executionSucceededEventDetails?: { readonly output: Json } }[]
  }
}

const SHARED = process.env['ASLX_SHARED'] ?? join(import.meta.dirname, '../../../../shared')

/** The recorded cases of a group; none if the corpus is not there. */
export function recordedCases(group: string): readonly RecordedCase[] {
  const folder = join(SHARED, 'conformance/cases', group)
  if (!existsSync(folder)) {
    console.warn(
      `The recorded cases of ${group} are not tested: there is no shared corpus (set ASLX_SHARED to its folder).`,
    )
    return []
  }
  return readdirSync(folder)
    .toSorted()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as RecordedCase)
}
