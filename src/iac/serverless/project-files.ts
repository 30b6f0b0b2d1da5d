import { dirname, extname, isAbsolute, join } from 'node:path'
import { type ErrorPlace, UserError } from '../../asl/user-error.js'
import { isFile, readSourceFile } from '../source-file.js'
import { parseSource, type SourceDocument } from '../template.js'
import { boundsAround, refuseOutside } from '../within-project.js'

/** Files that `${file(...)}` of one service names, each read once. */
export class ProjectFiles {
  /** Folder of the service: paths start here. */
  readonly #folder: string
  readonly #bounds: string
  readonly #known = new Map<string, SourceDocument | undefined>()

  constructor(serviceFile: string) {
    this.#folder = dirname(serviceFile)
    this.#bounds = boundsAround(serviceFile)
  }

  /**
   * The file at a path, parsed if its name says JSON or YAML, else as text; undefined if there is none. UserError, with
   * `where` in front, for a file outside of the project, also by a link, and for code, which is not run.
   */
  read(path: string, where: ErrorPlace): SourceDocument | undefined {
    const file = isAbsolute(path) ? path : join(this.#folder, path)
    const known = this.#known.get(file)
    if (known || this.#known.has(file)) return known
    refuseOutside(file, this.#bounds, where)
    if (/^\.[cm]?[jt]s$/i.test(extname(file))) {
      const advice = `give its value with --substitution 'file(${path})...=value', or name what \`serverless print\` writes`
      throw new UserError('unsupported', `${path} is code, which is not run`, { at: where, hint: advice })
    }
    const document = isFile(file) ? parsed(file) : undefined
    this.#known.set(file, document)
    return document
  }
}

function parsed(file: string): SourceDocument {
  const text = readSourceFile(file, 'a JSON, YAML or text file')
  if (/\.(?:json|ya?ml)$/i.test(file)) return parseSource(text, file)
  return { file, text, root: text.trim(), locate: () => ({ file, line: 1, column: 1 }), valueOffset: () => undefined }
}
