import { existsSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { UserError } from '../asl/user-error.js'

/**
 * UserError, with `where` in front, for a file that a template names outside of its project, also by a link: what a
 * template of somebody else's names is printed, and that must be nothing else of this machine. The project is the
 * repository of the template; without one, the working directory if that is around it, or the folder above it.
 */
export function refuseOutside(file: string, template: string, where: string): void {
  const bounds = boundsOf(dirname(realpathSync(template)))
  if (isWithin(realpathSync(file), bounds)) return
  const what = `${file} is outside the project (${bounds})`
  throw new UserError('definition', `${where}: ${what}; run aslx from the folder that holds both`)
}

function boundsOf(folder: string): string {
  for (let at = folder; dirname(at) !== at; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
  }
  const above = dirname(folder)
  const working = realpathSync(resolve(''))
  return isWithin(above, working) ? working : above
}

function isWithin(file: string, folder: string): boolean {
  const path = relative(folder, file)
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
}
