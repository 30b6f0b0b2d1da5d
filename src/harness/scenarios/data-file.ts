import type { Json } from '../../asl/json.js'
import { type Located, type ParseOptions, parseLocated } from '../../asl/parse.js'
import { withUserError } from '../../asl/user-error.js'
import { readSourceFile } from '../../iac/source-file.js'

/** Reads a file with data for a run. `expected` names in messages what kind of file it should be. UserError ('usage'). */
export function readDataFile(path: string, expected: string, options: ParseOptions = {}): Located<Json> {
  return asUsage(() => parseLocated(readSourceFile(path, expected), path, options))
}

/** Reads data for a run from a text; `name` stands for it in messages. UserError ('usage'). */
export function parseDataText(text: string, name: string, options: ParseOptions = {}): Located<Json> {
  return asUsage(() => parseLocated(text, name, options))
}

/** What is wrong with a scenario or an input is wrong with how aslx is used, not with a definition. */
function asUsage<T>(read: () => T): T {
  return withUserError(read, (error) => (error.kind === 'definition' ? error.ofKind('usage') : error))
}
