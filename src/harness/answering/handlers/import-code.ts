import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { UserError } from '../../../asl/user-error.js'

type TsImport = (specifier: string, parent: string) => Promise<unknown>

/**
 * A module of the user's own code, which runs with all that the user may do. TypeScript is left to Node (from 22.18 on), or to
 * `tsx` where the project has it; else UserError, in which `shown` stands for the path. Throws whatever the code throws.
 */
export async function importCode(path: string, shown: string): Promise<unknown> {
  const url = pathToFileURL(path).href
  try {
    return await import(url)
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_UNKNOWN_FILE_EXTENSION') throw error
  }
  const tsx = tsxOf(path)
  if (tsx === undefined) throw noTypeScript(shown)
  const api: unknown = await import(tsx)
  const found = typeof api === 'object' && api !== null && 'tsImport' in api ? api.tsImport : undefined
  if (typeof found !== 'function') throw noTypeScript(shown)
  return (found as TsImport)(url, url)
}

/** Where the door of `tsx` is, if the project that a file is in has it. */
export function tsxOf(path: string): string | undefined {
  try {
    const asCommonJs = createRequire(path).resolve('tsx/esm/api')
    return pathToFileURL(asCommonJs.replace(/\.cjs$/, '.mjs')).href
  } catch {
    return undefined
  }
}

/** That a file cannot be run as it is TypeScript. */
export function noTypeScript(shown: string): UserError {
  return new UserError(
    'unsupported',
    `${shown}: this Node runs no TypeScript: use Node 22.18 or newer, add tsx to the project, or write it in JavaScript`,
  )
}
