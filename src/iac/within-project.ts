import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { type ErrorPlace, UserError } from '../asl/user-error.js'

/**
 * UserError, with `where` in front, for a file that a template names outside of its project, also by a link: what a
 * template of somebody else's names is printed, and that must be nothing else of this machine. `bounds` is the project's.
 */
export function refuseOutside(file: string, bounds: string, where: ErrorPlace): void {
  if (isWithin(realPath(file), bounds)) return
  const what = `${file} is outside the project (${bounds})`
  throw new UserError('definition', what, { at: where, hint: 'run aslx from the folder that holds both' })
}

/**
 * The folder that nothing named in a source leaves: the repository of the source's folder; without one, the working directory
 * if that is around `otherwise`; else `otherwise`: the source's folder, or the one above it where such sources share files
 * with their neighbours. Never the root of the file system, unless the source lies there.
 */
export function projectBounds(folder: string, otherwise: string): string {
  for (let at = realpathSync(folder); !isRoot(at); at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
  }
  const least = isRoot(realpathSync(otherwise)) ? realpathSync(folder) : realpathSync(otherwise)
  const working = realpathSync(resolve(''))
  return isWithin(least, working) && !isRoot(working) ? working : least
}

/** The bounds of a source whose kind shares files with the folders beside it. */
export function boundsAround(source: string): string {
  const folder = dirname(source)
  return projectBounds(folder, join(folder, '..'))
}

/** Where links lead; of what is not there, where its folder does. */
function realPath(file: string): string {
  return existsSync(file) ? realpathSync(file) : join(realPath(dirname(resolve(file))), basename(file))
}

function isRoot(folder: string): boolean {
  return dirname(folder) === folder
}

function isWithin(file: string, folder: string): boolean {
  const path = relative(folder, file)
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
}
