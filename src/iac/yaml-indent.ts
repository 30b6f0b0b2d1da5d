/** A text with blanks put in, and the way back to the offsets of the original. */
export interface IndentedText {
  readonly text: string
  readonly originalOffset: (offset: number) => number
}

/**
 * Indents the lines on which quoted strings and flow collections go on, as far as where they begin. CloudFormation's
 * parser, of YAML 1.1, takes such lines at any indentation; YAML 1.2 does not. Their meaning does not change.
 */
export function indentContinuations(source: string): IndentedText {
  const scanner = new Scanner(source)
  scanner.scan()
  const { inserted } = scanner
  let text = ''
  let from = 0
  for (const { at, count } of inserted) {
    text += source.slice(from, at) + ' '.repeat(count)
    from = at
  }
  return { text: text + source.slice(from), originalOffset: (offset) => withoutInserted(inserted, offset) }
}

interface Insertion {
  readonly at: number
  readonly count: number
}

function withoutInserted(inserted: readonly Insertion[], offset: number): number {
  let before = 0
  for (const { at, count } of inserted) {
    if (at + before >= offset) break
    before += Math.min(count, offset - at - before)
  }
  return offset - before
}

/** Goes through the lines of block style and, where a node begins with a quote or bracket, to the end of that node. */
class Scanner {
  readonly inserted: Insertion[] = []
  readonly #source: string
  #at = 0
  #lineStart = 0

  constructor(source: string) {
    this.#source = source
  }

  scan(): void {
    while (this.#at < this.#source.length) this.#line()
  }

  #line(): void {
    let indent = this.#match(/ */y).length
    this.#properties()
    const keyColumn = this.#at - this.#lineStart
    const key = this.#match(/(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'|[^\s"'{[#|>&!%@`][^\n]*?)[ \t]?:(?=[ \t\r\n])/y)
    if (key !== '') {
      indent = keyColumn
      this.#properties()
    }
    const column = this.#at - this.#lineStart
    const begin = this.#source.charAt(this.#at)
    if (begin === '"' || begin === "'") this.#quoted(begin, column)
    else if (begin === '{' || begin === '[') this.#flow(column)
    else if (begin === '|' || begin === '>') return this.#block(indent)
    this.#match(/[^\n]*/y)
    this.#newLine()
  }

  /** Dashes, tags and anchors before a node. */
  #properties(): void {
    this.#match(/[ \t]*(?:-[ \t]+|[!&][^\s,{}[\]]*[ \t]+)*/y)
  }

  #quoted(quote: string, column: number): void {
    this.#at++
    while (this.#at < this.#source.length) {
      const char = this.#source.charAt(this.#at)
      if (char === '\n') {
        this.#newLine()
        this.#indentTo(column)
      } else if (char === quote && quote === "'" && this.#source[this.#at + 1] === "'") this.#at += 2
      else if (char === '\\' && quote === '"' && this.#source[this.#at + 1] !== '\n') this.#at += 2
      else {
        this.#at++
        if (char === quote) return
      }
    }
  }

  #flow(column: number): void {
    let depth = 0
    while (this.#at < this.#source.length) {
      const char = this.#source.charAt(this.#at)
      if (char === '"' || (char === "'" && /[\s,:{[]/.test(this.#source.charAt(this.#at - 1))))
        this.#quoted(char, column)
      else if (char === '#' && /\s/.test(this.#source.charAt(this.#at - 1))) this.#match(/[^\n]*/y)
      else if (char === '\n') {
        this.#newLine()
        this.#indentTo(column)
      } else {
        this.#at++
        if (char === '{' || char === '[') depth++
        else if ((char === '}' || char === ']') && --depth === 0) return
      }
    }
  }

  /** A block scalar: its lines are indented more than the line it begins on. */
  #block(indent: number): void {
    this.#match(/[^\n]*/y)
    this.#newLine()
    while (this.#at < this.#source.length) {
      const [blank] = /^ */.exec(this.#source.slice(this.#at, this.#at + 1000)) ?? ['']
      const empty = /[\r\n]/.test(this.#source.charAt(this.#at + blank.length))
      if (!empty && blank.length <= indent) return
      this.#match(/[^\n]*/y)
      this.#newLine()
    }
  }

  #newLine(): void {
    this.#at++
    this.#lineStart = this.#at
  }

  #indentTo(column: number): void {
    const indent = this.#match(/[ \t]*/y).length
    if (indent < column) this.inserted.push({ at: this.#lineStart, count: column - indent })
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const text = pattern.exec(this.#source)?.[0] ?? ''
    this.#at += text.length
    return text
  }
}
