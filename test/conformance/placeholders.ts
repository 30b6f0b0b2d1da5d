import type { Json } from '../../src/asl/json.js'
import type { ConformanceCase } from './case.js'
import { mapStrings, stringsIn, withDatesReplaced } from './normalise.js'

/** `<uuid:1>`, `<lambda_function_name>`, also `<<task_token>:1>`. */
const TOKEN = /<(?:<[\w./ -]+>|[\w./-][\w./ -]*)(?::\d+)?>/g

/** Which texts of a recording stand for something else. */
export interface Vocabulary {
  /** Texts that definition and input hold themselves: the run has them literally, so they stand for nothing. */
  readonly literal: ReadonlySet<string>
  /** Replacements without brackets, e.g. `generated-uuid`: placeholders only where they are the whole value. */
  readonly whole: ReadonlySet<string>
  /** Tokens without a number that stand for one value all the same, as one fixed text was replaced by them. */
  readonly fixed: ReadonlySet<string>
}

/** The placeholders of a case. `names` are other texts that the run is given, such as the ARN of its role. */
export function vocabularyOf(
  source: Pick<ConformanceCase, 'definition' | 'input' | 'meta'>,
  names: readonly string[] = [],
): Vocabulary {
  const literal = new Set<string>()
  for (const text of [...names, ...stringsIn(source.definition), ...stringsIn(source.input)]) {
    literal.add(text)
    for (const token of text.match(TOKEN) ?? []) literal.add(token)
  }
  const whole = new Set<string>()
  const fixed = new Set<string>()
  for (const { kind, pattern, replacement, reference } of source.meta.transformers ?? []) {
    if (replacement === undefined || reference === true) continue
    if (!replacement.includes('<')) whole.add(replacement)
    if (kind === 'regex' && !/[[\]()*+?|]/.test(pattern ?? '')) fixed.add(replacement)
  }
  return { literal, whole, fixed }
}

/** Compares texts of one recording with ours; what a placeholder stood for once it has to stand for again. */
export class Placeholders {
  readonly #vocabulary: Vocabulary
  #values: Map<string, string>

  constructor(vocabulary: Vocabulary, values: ReadonlyMap<string, string> = new Map()) {
    this.#vocabulary = vocabulary
    this.#values = new Map(values)
  }

  /** A copy to try a comparison with; `adopt` it when it holds. */
  fork(): Placeholders {
    return new Placeholders(this.#vocabulary, this.#values)
  }

  adopt(tried: Placeholders): void {
    this.#values = tried.#values
  }

  /** Whether the whole recorded value stands for any value at all, e.g. `RandomNumberGenerated` for a number. */
  standsForAnything(recorded: string): boolean {
    return this.#vocabulary.whole.has(recorded) && !this.#vocabulary.literal.has(recorded)
  }

  /** Whether our text is what the recorded one shows. */
  matches(recorded: string, ours: string): boolean {
    if (recorded === ours && !recorded.includes('<')) return true
    if (this.#matchesExactly(recorded, ours)) return true
    const dated = withDatesReplaced(ours)
    return dated !== ours && this.#matchesExactly(recorded, dated)
  }

  /** The recorded value with the placeholders whose meaning is known by now replaced. */
  fill(recorded: Json): Json {
    return mapStrings(recorded, (text) => this.fillText(text))
  }

  fillText(recorded: string): string {
    return recorded.replace(TOKEN, (token) => this.#values.get(token) ?? token)
  }

  #matchesExactly(recorded: string, ours: string): boolean {
    const tokens = (recorded.match(TOKEN) ?? []).filter((token) => !this.#vocabulary.literal.has(token))
    if (tokens.length === 0) return recorded === ours
    if (recorded === ours) return tokens.every((token) => this.#bind(token, token))
    const found = new RegExp(this.#patternOf(recorded)).exec(ours)
    return found !== null && tokens.every((token, index) => this.#bind(token, found[index + 1] ?? ''))
  }

  /** One group a placeholder, in the order they occur. */
  #patternOf(recorded: string): string {
    let pattern = '^'
    let from = 0
    for (const { 0: token, index } of recorded.matchAll(TOKEN)) {
      if (this.#vocabulary.literal.has(token)) continue
      const known = this.#values.get(token)
      pattern += `${escaped(recorded.slice(from, index))}(${known === undefined ? shapeOf(token) : escaped(known)})`
      from = index + token.length
    }
    return `${pattern}${escaped(recorded.slice(from))}$`
  }

  #bind(token: string, value: string): boolean {
    if (/^<json-input:\d+>$/.test(token) && !isJsonText(value) && value !== token) return false
    if (!this.#standsForOneValue(token)) return true
    const known = this.#values.get(token)
    if (known !== undefined) return known === value
    if (this.#isTakenByAnother(token, value)) return false
    this.#values.set(token, value)
    return true
  }

  #standsForOneValue(token: string): boolean {
    return /(?::\d+|\d+idx)>$/.test(token) || this.#vocabulary.fixed.has(token)
  }

  /** `<uuid:1>` and `<uuid:2>` are two values: the number counts them. */
  #isTakenByAnother(token: string, value: string): boolean {
    const name = /^(.*:)\d+>$/.exec(token)?.[1]
    if (name === undefined) return false
    for (const [other, taken] of this.#values) {
      if (taken === value && other !== token && other.startsWith(name)) return true
    }
    return false
  }
}

const UUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'

function shapeOf(token: string): string {
  if (token.startsWith('<uuid:')) return `${UUID}|${escaped(token)}`
  if (token.startsWith('<json-input:')) return '\\{[\\s\\S]*\\}'
  if (/Part\w*idx>$/.test(token)) return '[^:/]+'
  return '[\\s\\S]+?'
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
