import { existsSync, realpathSync } from 'node:fs'
import { dirname, extname, join, relative, resolve, sep, isAbsolute } from 'node:path'
import { UserError } from '../../asl/user-error.js'
import { isFile, readSourceFile } from '../source-file.js'
import { parseSource, type SourceDocument } from '../template.js'

/** Files that `${file(...)}` of one service names, each read once. */
export class ProjectFiles {
  /** Folder of the service: paths start here. */
  readonly #folder: string
  /** No file outside of it is read. */
  readonly #root: string
  readonly #known = new Map<string, SourceDocument | undefined>()

  constructor(serviceFile: string) {
    this.#folder = dirname(serviceFile)
    this.#root = projectRoot(resolve(this.#folder))
  }

  /**
   * The file at a path, parsed if its name says JSON or YAML, else as text; undefined if there is none. UserError, with
   * `where` in front, for a file outside of the project, also by a link, and for code, which is not run.
   */
  read(path: string, where: string): SourceDocument | undefined {
    const file = isAbsolute(path) ? path : join(this.#folder, path)
    const known = this.#known.get(file)
    if (known || this.#known.has(file)) return known
    this.#refuseOutside(path, resolve(file), where)
    if (/^\.[cm]?[jt]s$/i.test(extname(file))) {
      const advice = `give its value with --substitution 'file(${path})...=value', or name what \`serverless print\` writes`
      throw new UserError('unsupported', `${where}: ${path} is code, which is not run; ${advice}`)
    }
    const document = isFile(file) ? parsed(file) : undefined
    if (document) this.#refuseOutside(path, realpathSync(file), where)
    this.#known.set(file, document)
    return document
  }

  #refuseOutside(path: string, file: string, where: string): void {
    if (isWithin(file, this.#root) || isWithin(file, realpathSync(this.#root))) return
    const advice = 'keep the files of a service within its project'
    throw new UserError(
      'definition',
      `${where}: ${path} is outside of the project (${this.#root}) and is not read; ${advice}`,
    )
  }
}

function isWithin(file: string, folder: string): boolean {
  const path = relative(folder, file)
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
}

/** The repository that the service is in; without one, the folder above the service, where services keep what they share. */
function projectRoot(folder: string): string {
  for (let at = folder; dirname(at) !== at; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at
  }
  return dirname(folder)
}

function parsed(file: string): SourceDocument {
  const text = readSourceFile(file, 'a JSON, YAML or text file')
  if (/\.(?:json|ya?ml)$/i.test(file)) return parseSource(text, file)
  return { file, text, root: text.trim(), locate: () => ({ file, line: 1, column: 1 }), valueOffset: () => undefined }
}
