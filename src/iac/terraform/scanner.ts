import { type ErrorPlace, UserError } from '../../asl/user-error.js'
import type { TracedText } from '../traced-text.js'

/** A file or template is not read beyond this length, in UTF-16 units; a definition ends at 1 MiB. */
const MAX_LENGTH = 2 * 1024 * 1024

/** Brackets, calls and templates within one another; more is no Terraform anybody wrote. */
const MAX_DEPTH = 400

/** Goes through a text of HCL. Whether a line end is a blank depends on the brackets around. */
export class Scanner {
  readonly source: TracedText
  readonly #text: string
  readonly #end: number
  readonly #lineEndsCount: boolean[] = []
  #depth = 0
  at: number

  constructor(source: TracedText, start = 0, end = source.text.length) {
    if (source.text.length > MAX_LENGTH) {
      const { file } = source.origin(0)
      const what = 'more than 2 MiB is more than aslx reads of a file of Terraform or a template'
      throw new UserError('definition', what, { at: { file }, hint: 'check that this is the right file' })
    }
    this.source = source
    this.#text = source.text
    this.at = start
    this.#end = end
  }

  get done(): boolean {
    return this.at >= this.#end
  }

  /** The character at an offset from here; the empty string at the end. */
  char(ahead = 0): string {
    const at = this.at + ahead
    return at < this.#end ? this.#text.charAt(at) : ''
  }

  startsWith(text: string): boolean {
    return this.#text.startsWith(text, this.at) && this.at + text.length <= this.#end
  }

  /** Passes over what a sticky pattern matches here; undefined if it does not. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.#text)
    if (!found || this.at + found[0].length > this.#end) return undefined
    this.at += found[0].length
    return found
  }

  /** Whether a sticky pattern matches here. */
  sees(pattern: RegExp): boolean {
    pattern.lastIndex = this.at
    return pattern.test(this.#text)
  }

  take(text: string): boolean {
    if (!this.startsWith(text)) return false
    this.at += text.length
    return true
  }

  expect(text: string): void {
    if (!this.take(text)) throw this.fail(`expected "${text}"`)
  }

  /** Passes over blanks and comments; over line ends too where they mean nothing. */
  blanks(): void {
    const lines = this.#lineEndsCount.at(-1) === true
    while (!this.done) {
      if (this.match(lines ? /[ \t\r]+/y : /\s+/y)) continue
      if (this.match(lines ? /(?:#|\/\/)[^\n]*/y : /(?:#|\/\/)[^\n]*\n?/y)) continue
      if (!this.match(/\/\*[^]*?\*\//y)) return
    }
  }

  /** Passes over blanks, comments and line ends, wherever this is. */
  lines(): void {
    this.within(false, () => this.blanks())
  }

  /** Reads something in which line ends count, or do not. UserError beyond a nesting that is sensible. */
  within<T>(lineEndsCount: boolean, read: () => T): T {
    this.#lineEndsCount.push(lineEndsCount)
    try {
      return this.nested(read)
    } finally {
      this.#lineEndsCount.pop()
    }
  }

  nested<T>(read: () => T): T {
    if (++this.#depth > MAX_DEPTH) throw this.fail(`nested more than ${MAX_DEPTH} deep`)
    const result = read()
    this.#depth--
    return result
  }

  fail(what: string, at = this.at): HclSyntaxError {
    const found = at < this.#end ? `, found ${JSON.stringify(this.#text.slice(at, Math.min(at + 12, this.#end)))}` : ''
    return new HclSyntaxError(`${what}${found}`, this.source.origin(at))
  }
}

/** What is no Terraform, as far as aslx reads it. */
export class HclSyntaxError extends UserError {
  /** What was expected and found, without a word on whose fault it is. */
  readonly mistake: string

  constructor(mistake: string, place: ErrorPlace) {
    super('definition', `not valid Terraform: ${mistake}`, { at: place, hint: 'correct the file here' })
    this.mistake = mistake
  }

  /** The same, in a file that Terraform takes. */
  asUnsupported(): UserError {
    return new UserError('unsupported', `not read by aslx: ${this.mistake}`, { at: this.at, hint: this.hint })
  }
}
