import { readdirSync } from 'node:fs'
import { isAbsolute, join, normalize } from 'node:path'
import { type ErrorPlace, UserError } from '../../asl/user-error.js'
import { isFile, readSourceFile } from '../source-file.js'
import { TracedText } from '../traced-text.js'
import { projectBounds, refuseOutside } from '../within-project.js'
import { parseFile } from './parse-body.js'
import type { Body } from './hcl-syntax.js'

/** No folder of Terraform has more files than this. */
const MAX_FILES = 1000

/** The folder of a root module and what may be read from it: files of the same project. Nothing is read twice. */
export class Project {
  /** The folder of the root module, as the user wrote it. */
  readonly root: string
  readonly #bounds: string
  readonly #texts = new Map<string, TracedText>()
  readonly #folders = new Map<string, readonly Body[]>()

  constructor(root: string) {
    this.root = root
    this.#bounds = projectBounds(root, root)
  }

  /** The files of a module, in the order of their names. */
  folder(folder: string, where: ErrorPlace): readonly Body[] {
    const known = this.#folders.get(folder)
    if (known) return known
    refuseOutside(folder, this.#bounds, where)
    const names = readdirSync(folder)
      .filter((name) => name.endsWith('.tf') && !name.startsWith('.'))
      .sort()
    if (names.length > MAX_FILES)
      throw new UserError('definition', `more than ${MAX_FILES} files of Terraform`, {
        at: { file: folder },
        hint: 'name a folder with one module',
      })
    const bodies = names.map((name) => this.#parse(join(folder, name)))
    this.#folders.set(folder, bodies)
    return bodies
  }

  #parse(path: string): Body {
    refuseOutside(path, this.#bounds, { file: path })
    return parseFile(readSourceFile(path, 'a file of Terraform'), path)
  }

  /** Values of variables that stand beside the root module, in the order Terraform takes them. */
  variableFiles(): readonly string[] {
    const names = readdirSync(this.root).sort()
    const first = ['terraform.tfvars', 'terraform.tfvars.json'].filter((name) => names.includes(name))
    const rest = names.filter((name) => /\.auto\.tfvars(?:\.json)?$/.test(name))
    return [...first, ...rest].map((name) => join(this.root, name))
  }

  /** A file that an expression names: from the folder of the root module, or from that of the module it stands in. */
  find(path: string, module: string): string | undefined {
    const candidates = isAbsolute(path) ? [path] : [join(this.root, path), join(module, path), normalize(path)]
    return candidates.find(isFile)
  }

  /** Reads a file that `find` found. UserError if it is not of this project. */
  read(file: string, where: ErrorPlace): TracedText {
    const known = this.#texts.get(file)
    if (known) return known
    refuseOutside(file, this.#bounds, where)
    const text = TracedText.ofFile(readSourceFile(file, 'a text file'), file)
    this.#texts.set(file, text)
    return text
  }
}
