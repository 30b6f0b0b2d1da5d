import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { UserError } from '../asl/user-error.js'
import { isFile } from '../iac/source-file.js'

/** Names of a configuration. */
const NAMES = ['ts', 'mts', 'js', 'mjs', 'json', 'yaml', 'yml'].map((extension) => `aslx.config.${extension}`)

/**
 * The configuration of a folder: the first one from there upwards, up to the root of the project (the folder with `.git`), or
 * of the file system. UserError where a folder has two.
 */
export function findConfig(folder: string): string | undefined {
  for (let here = folder; ; here = dirname(here)) {
    const [found, second] = configsIn(here)
    if (second !== undefined) {
      throw new UserError('usage', `${shown(found ?? here, folder)} and ${shown(second, folder)}: keep one of them`)
    }
    if (found !== undefined) return found
    if (existsSync(join(here, '.git')) || dirname(here) === here) return undefined
  }
}

/** The configurations that stand in a folder. */
export function configsIn(folder: string): readonly string[] {
  return NAMES.map((name) => join(folder, name)).filter(isFile)
}

function shown(path: string, folder: string): string {
  return relative(folder, path)
}
