import { LIMITS } from '../../asl/limits.js'
import { placeholderAt } from '../../asl/placeholder.js'
import { InvalidExpressionError } from '../failure.js'
import type { FormatTemplate } from './format-template.js'

/** A call as written: `States.Format('{}', $.name)`. */
export interface IntrinsicCall {
  readonly kind: 'call'
  readonly name: string
  readonly args: readonly Argument[]
  /** The call verbatim, as messages quote it. */
  readonly text: string
}

export type Argument = IntrinsicCall | Literal | StringLiteral | PathArgument

export interface Literal {
  readonly kind: 'literal'
  readonly value: number | boolean | null
}

/** As a template, escaped braces and placeholders of a file that is filled in are text. */
export interface StringLiteral extends FormatTemplate {
  readonly kind: 'string'
  /** With its escapes undone. */
  readonly value: string
}

export interface PathArgument {
  readonly kind: 'path'
  readonly text: string
}

/** The outermost call is level 1. https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html */
const MAX_NESTED_CALLS = LIMITS.intrinsicNesting.value

/** Sticky, so each begins exactly at the cursor. */
const BLANKS = /[ \t\r\n]*/y
const NAME_AND_PARENTHESIS = /(States\.[A-Za-z0-9]+)\(/y
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const KEYWORD = /(?:true|false|null)\b/y

const KEYWORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])

/** What a backslash may stand before in a string. AWS refuses a definition with any other (recorded: `\"`). */
const ESCAPABLE = "'{}\\"

/**
 * Reads one intrinsic function call. Arguments are single-quoted strings, numbers, true, false, null, paths and calls.
 *
 * @throws InvalidExpressionError if the text is anything else.
 */
export function parseCall(text: string): IntrinsicCall {
  const parser = new Parser(text)
  const call = parser.call(1)
  if (!parser.atEnd()) throw parser.mistake('the end of the call')
  return call
}

class Parser {
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Blanks behind the call do not count: AWS accepts them (reported). */
  atEnd(): boolean {
    this.#take(BLANKS)
    return this.#at === this.#text.length
  }

  mistake(expected: string): InvalidExpressionError {
    return new InvalidExpressionError(
      `'${this.#text}' is no intrinsic function call: expected ${expected} at character ${this.#at + 1}`,
    )
  }

  call(level: number): IntrinsicCall {
    if (level > MAX_NESTED_CALLS) {
      throw new InvalidExpressionError(`'${this.#text}' nests more than ${MAX_NESTED_CALLS} intrinsic function calls`)
    }
    const start = this.#at
    const name = this.#take(NAME_AND_PARENTHESIS)?.slice(0, -1)
    if (name === undefined) throw this.mistake('a function such as States.Format(')
    const args = this.#arguments(level)
    return { kind: 'call', name, args, text: this.#text.slice(start, this.#at) }
  }

  #arguments(level: number): readonly Argument[] {
    this.#take(BLANKS)
    if (this.#takeCharacter(')')) return []
    const args: Argument[] = []
    do {
      this.#take(BLANKS)
      args.push(this.#argument(level))
      this.#take(BLANKS)
    } while (this.#takeCharacter(','))
    if (!this.#takeCharacter(')')) throw this.mistake("',' or ')'")
    return args
  }

  #argument(level: number): Argument {
    const first = this.#text[this.#at]
    if (first === "'") return this.#string()
    if (first === '$') return this.#path()
    if (first === 'S') return this.call(level + 1)
    const keyword = KEYWORDS.get(this.#take(KEYWORD) ?? '')
    if (keyword !== undefined) return { kind: 'literal', value: keyword }
    const number = this.#take(NUMBER)
    if (number === undefined) throw this.mistake('an argument')
    return { kind: 'literal', value: Number(number) }
  }

  #string(): StringLiteral {
    const pieces: string[] = []
    let value = ''
    let pieceStart = 0
    let strayBrace: StringLiteral['strayBrace']
    for (let at = this.#at + 1; at < this.#text.length; at++) {
      const character = this.#text.charAt(at)
      const next = this.#text.charAt(at + 1)
      if (character === "'") {
        this.#at = at + 1
        const whole = { kind: 'string', value, pieces: [...pieces, value.slice(pieceStart)] } as const
        return strayBrace === undefined ? whole : { ...whole, strayBrace }
      }
      if (character === '\\') {
        this.#at = at
        if (next === '' || !ESCAPABLE.includes(next)) throw this.mistake("\\', \\{, \\} or \\\\")
        value += next
        at++
      } else if (character === '{' && next === '}') {
        pieces.push(value.slice(pieceStart))
        value += '{}'
        pieceStart = value.length
        at++
      } else {
        if (character === '{' || character === '}') strayBrace ??= character
        const text = placeholderAt(this.#text, at) ?? character
        value += text
        at += text.length - 1
      }
    }
    throw this.mistake('the end of the string that begins')
  }

  /** A path ends at a blank, comma or closing parenthesis that is in no bracket, parenthesis or quotes of its own. */
  #path(): PathArgument {
    const start = this.#at
    const open: string[] = []
    let quoted = false
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text.charAt(this.#at)
      if (open.length === 0 && ' \t\r\n,)'.includes(character)) break
      if (open.includes('[') && character === "'") quoted = !quoted
      else if (quoted) continue
      else if (character === '[' || character === '(') open.push(character)
      else if (character === ']' || character === ')') open.pop()
    }
    return { kind: 'path', text: this.#text.slice(start, this.#at) }
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const taken = pattern.exec(this.#text)?.[0]
    this.#at += taken?.length ?? 0
    return taken
  }

  #takeCharacter(character: string): boolean {
    if (this.#text[this.#at] !== character) return false
    this.#at++
    return true
  }
}
