import { AFTER_SIGN, COMMENT, VALUES, described, trailing } from './jackson-words.js'

/** A mistake that Jackson finds in a JSON text. */
export interface JacksonMistake {
  /** Without the place, which Jackson adds at the end; `@{7}` in it stands for the place of the bracket before offset 7. */
  readonly text: string
  /** Offset behind the last character that was read. */
  readonly at: number
  /** Offset up to which line breaks count: not as far as `at` where the line break is the mistake. */
  readonly linesUpTo: number
}

/** The first mistake of a JSON text in Jackson's words; undefined if it has none. Does not recurse. */
export function findJacksonMistake(text: string): JacksonMistake | undefined {
  try {
    new Scanner(text).scan()
    return undefined
  } catch (error) {
    if (error instanceof Mistake) return error
    throw error
  }
}

class Mistake extends Error implements JacksonMistake {
  readonly text: string
  readonly at: number
  readonly linesUpTo: number
  constructor(text: string, at: number, linesUpTo: number) {
    super(text)
    this.text = text
    this.at = at
    this.linesUpTo = linesUpTo
  }
}

interface Context {
  readonly type: 'root' | 'Array' | 'Object'
  /** Offset behind the bracket; 0 for the root. */
  readonly start: number
  values: number
}

const NAME_START = /[\p{L}\p{Nl}\p{Sc}\p{Pc}]/u
const NAME_PART = /[\p{L}\p{Nl}\p{Sc}\p{Pc}\p{Nd}\p{Mn}\p{Mc}\p{Cf}]/u
const LITERALS: Readonly<Record<string, string>> = { t: 'true', f: 'false', n: 'null', N: 'NaN', I: 'Infinity' }
const LONGEST_TOKEN = 256

/**
 * Reads tokens as Jackson's `ReaderBasedJsonParser` does (2.10 to 2.13: the recorded text for an unknown token is theirs).
 * https://github.com/FasterXML/jackson-core
 */
class Scanner {
  readonly #text: string
  readonly #open: Context[] = [{ type: 'root', start: 0, values: 0 }]
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  scan(): void {
    for (let char = this.#skipBlank(); char !== ''; char = this.#skipBlank()) this.#token(char)
    const context = this.#context()
    if (context.type !== 'root') {
      this.#end(`: expected close marker for ${context.type} (start marker at @{${context.start}})`)
    }
  }

  #context(): Context {
    return this.#open.at(-1) as Context
  }

  #token(first: string): void {
    if (first === ']' || first === '}') return this.#close(first)
    const context = this.#context()
    let char = first
    if (context.values > 0 && context.type !== 'root') {
      if (char !== ',') this.#unexpected(char, `was expecting comma to separate ${context.type} entries`)
      char = this.#skipBlank() || this.#end(` within/between ${context.type} entries`)
    }
    context.values += 1
    const start = this.#at - 1
    this.#value(context.type === 'Object' ? this.#name(char) : char)
    if (context.type === 'root' && context.values > 1) throw new Mistake(trailing(char), start, start)
  }

  #close(marker: ']' | '}'): void {
    const context = this.#context()
    const [type, expected] = marker === ']' ? ['Array', '}'] : ['Object', ']']
    if (context.type !== type) {
      const opened = `(for ${context.type} starting at @{${context.start}})`
      this.#fail(`Unexpected close marker '${marker}': expected '${expected}' ${opened}`)
    }
    this.#open.pop()
  }

  /** Reads a member's name and colon, and returns the first character of its value. */
  #name(first: string): string {
    if (first !== '"') this.#unexpected(first, 'was expecting double-quote to start field name')
    this.#string('name', ' in field name')
    const ended = ` within/between ${this.#context().type} entries`
    const colon = this.#skipBlank() || this.#end(ended)
    if (colon !== ':') this.#unexpected(colon, 'was expecting a colon to separate field name and value')
    return this.#skipBlank() || this.#end(ended)
  }

  #value(first: string): void {
    if (first === '"') this.#string('string value', ': was expecting closing quote for a string value')
    else if (first === '{') this.#open.push({ type: 'Object', start: this.#at, values: 0 })
    else if (first === '[') this.#open.push({ type: 'Array', start: this.#at, values: 0 })
    else if (first === '-' || isDigit(first)) this.#number(first)
    else if (Object.hasOwn(LITERALS, first)) this.#literal(LITERALS[first] ?? '')
    else if (first === '}') this.#unexpected(first, 'expected a value')
    else if (first === '+') this.#noDigit(this.#take() || this.#end(' in a Number value'), AFTER_SIGN)
    else if (NAME_START.test(first)) this.#unrecognised(first)
    else this.#unexpected(first, `expected a valid value ${VALUES}`)
  }

  #literal(word: string): void {
    for (let read = 1; read < word.length; read += 1) {
      if (this.#text[this.#at] !== word[read]) this.#unrecognised(word.slice(0, read))
      this.#at += 1
    }
    if (NAME_PART.test(this.#text[this.#at] ?? ' ')) this.#unrecognised(word)
    if (word === 'NaN' || word === 'Infinity') {
      this.#fail(`Non-standard token '${word}': enable JsonParser.Feature.ALLOW_NON_NUMERIC_NUMBERS to allow`)
    }
  }

  #string(what: string, ended: string): void {
    for (let char = this.#take(); char !== '"'; char = this.#take()) {
      if (char === '') this.#end(ended)
      if (char === '\\') this.#escape()
      else if (char < ' ') {
        const advice = `has to be escaped using backslash to be included in ${what}`
        this.#failAtChar(`Illegal unquoted character (${described(char)}): ${advice}`)
      }
    }
  }

  #escape(): void {
    const ended = ' in character escape sequence'
    const char = this.#take() || this.#end(ended)
    if (!'btnfr"/\\u'.includes(char)) this.#failAtChar(`Unrecognized character escape ${described(char)}`)
    for (let digits = char === 'u' ? 4 : 0; digits > 0; digits -= 1) {
      const digit = this.#take() || this.#end(ended)
      if (!/[0-9a-fA-F]/.test(digit)) this.#unexpected(digit, 'expected a hex-digit for character escape sequence')
    }
  }

  #number(first: string): void {
    let char = first
    if (char === '-') {
      char = this.#take() || this.#end(' in a Number value')
      this.#digit(char, AFTER_SIGN)
    }
    if (char === '0' && isDigit(this.#peek())) this.#fail('Invalid numeric value: Leading zeroes not allowed')
    this.#digits()
    if (this.#peek() === '.') {
      char = this.#take()
      this.#digit(this.#take() || char, 'Decimal point not followed by a digit')
      this.#digits()
    }
    if (this.#peek() === 'e' || this.#peek() === 'E') {
      char = this.#take()
      if (this.#peek() === '+' || this.#peek() === '-') char = this.#take()
      this.#digit(this.#take() || char, 'Exponent indicator not followed by a digit')
      this.#digits()
    }
    if (this.#context().type === 'root' && !' \t\r\n'.includes(this.#peek())) {
      this.#unexpected(this.#take(), 'Expected space separating root-level values')
    }
  }

  #digit(char: string, otherwise: string): void {
    if (!isDigit(char)) this.#noDigit(char, otherwise)
  }

  #noDigit(char: string, comment: string): never {
    this.#failAtChar(`Unexpected character (${described(char)}) in numeric value: ${comment}`)
  }

  #digits(): void {
    while (isDigit(this.#peek())) this.#at += 1
  }

  /** The next character, or '' at the end. */
  #take(): string {
    const char = this.#peek()
    this.#at += char.length
    return char
  }

  #peek(): string {
    return this.#text[this.#at] ?? ''
  }

  #skipBlank(): string {
    let char = this.#take()
    while (char === ' ' || char === '\n' || char === '\r' || char === '\t') char = this.#take()
    if (char === '/') this.#unexpected(char, COMMENT)
    if (char !== '' && char < ' ') {
      const allowed = 'only regular white space (\\r, \\n, \\t) is allowed between tokens'
      this.#failAtChar(`Illegal character (${described(char)}): ${allowed}`)
    }
    return char
  }

  #unrecognised(start: string): never {
    let token = start
    while (token.length < LONGEST_TOKEN && NAME_PART.test(this.#peek() || ' ')) token += this.#take()
    const shown = token.length < LONGEST_TOKEN ? token : `${token}...`
    this.#fail(`Unrecognized token '${shown}': was expecting ${VALUES}`)
  }

  #unexpected(char: string, comment: string): never {
    this.#failAtChar(`Unexpected character (${described(char)}): ${comment}`)
  }

  #end(rest: string): never {
    this.#fail(`Unexpected end-of-input${rest}`)
  }

  #failAtChar(text: string): never {
    throw new Mistake(text, this.#at, this.#at - 1)
  }

  #fail(text: string): never {
    throw new Mistake(text, this.#at, this.#at)
  }
}

function isDigit(char: string): boolean {
  return char >= '0' && char <= '9'
}
