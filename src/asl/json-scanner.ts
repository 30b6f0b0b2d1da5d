import { pointerStep } from './json.js'

/** The first place where a text stops being JSON, and what JSON wants there. */
export interface JsonFault {
  readonly offset: number
  readonly expected: string
}

/** Where each value of a JSON text stands, by JSON Pointer: a member at its key, an element and the root at the value. */
export function jsonOffsets(text: string): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>()
  new Scanner(text, offsets).scan()
  return offsets
}

/** The first syntax error of a JSON text (RFC 8259); undefined if it has none. */
export function findJsonFault(text: string): JsonFault | undefined {
  try {
    new Scanner(text, undefined).scan()
    return undefined
  } catch (error) {
    if (error instanceof ScanError) return { offset: error.offset, expected: error.expected }
    throw error
  }
}

class ScanError extends Error {
  readonly offset: number
  readonly expected: string
  constructor(offset: number, expected: string) {
    super(expected)
    this.offset = offset
    this.expected = expected
  }
}

interface Container {
  readonly pointer: string
  readonly close: '}' | ']'
  members: number
}

const LITERAL = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y
const BLANK = /[ \t\n\r]*/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** Goes through the text once, with the open containers on a stack of its own, so that nesting cannot overflow. */
class Scanner {
  readonly #text: string
  readonly #offsets: Map<string, number> | undefined
  readonly #open: Container[] = []
  #at = 0

  constructor(text: string, offsets: Map<string, number> | undefined) {
    this.#text = text
    this.#offsets = offsets
  }

  scan(): void {
    this.#skipBlank()
    this.#offsets?.set('', this.#at)
    let pointer: string | undefined = ''
    while (pointer !== undefined) {
      this.#value(pointer)
      pointer = this.#toNextMember()
    }
    if (this.#at < this.#text.length) this.#fail('the end of the text')
  }

  /** Reads a scalar, or enters a container. */
  #value(pointer: string): void {
    const first = this.#text[this.#at]
    if (first === '{' || first === '[') {
      this.#at += 1
      this.#open.push({ pointer, close: first === '{' ? '}' : ']', members: 0 })
    } else if (first === '"') {
      this.#string()
    } else {
      this.#match(LITERAL, 'a value')
    }
  }

  /** Leaves the containers that end here and stops before the next value; undefined if the root has ended. */
  #toNextMember(): string | undefined {
    for (;;) {
      this.#skipBlank()
      const container = this.#open.at(-1)
      if (container === undefined) return undefined
      if (this.#text[this.#at] !== container.close) {
        if (container.members > 0) this.#punctuation(',', `',' or '${container.close}'`)
        return this.#member(container)
      }
      this.#at += 1
      this.#open.pop()
    }
  }

  #member(container: Container): string {
    const start = this.#at
    let key: string | number = container.members
    if (container.close === '}') {
      if (this.#text[start] !== '"') this.#fail('a name in double quotes')
      this.#string()
      if (this.#offsets) key = JSON.parse(this.#text.slice(start, this.#at)) as string
      this.#skipBlank()
      this.#punctuation(':', "':'")
    }
    container.members += 1
    if (!this.#offsets) return ''
    const pointer = `${container.pointer}/${pointerStep(key)}`
    this.#offsets.set(pointer, start)
    return pointer
  }

  #string(): void {
    for (let at = this.#at + 1; at < this.#text.length; at += 1) {
      const code = this.#text.charCodeAt(at)
      if (code === 0x22) {
        this.#at = at + 1
        return
      }
      if (code === 0x5c) {
        this.#at = at
        this.#match(ESCAPE, 'an escape such as \\n or \\u0041')
        at = this.#at - 1
      } else if (code < 0x20) {
        this.#at = at
        this.#fail('the end of the string, or an escape for a line break or tab')
      }
    }
    this.#fail('the end of the string that starts here')
  }

  #punctuation(mark: string, expected: string): void {
    if (this.#text[this.#at] !== mark) this.#fail(expected)
    this.#at += 1
    this.#skipBlank()
  }

  #match(pattern: RegExp, expected: string): void {
    pattern.lastIndex = this.#at
    if (!pattern.test(this.#text)) this.#fail(expected)
    this.#at = pattern.lastIndex
  }

  #skipBlank(): void {
    BLANK.lastIndex = this.#at
    BLANK.test(this.#text)
    this.#at = BLANK.lastIndex
  }

  #fail(expected: string): never {
    throw new ScanError(this.#at, expected)
  }
}
