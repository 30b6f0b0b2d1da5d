import { isArray, isObject } from '../../src/asl/json.js'
import type { Json } from '../../src/asl/json.js'
import type { Transformer } from './case.js'
import { mapStrings } from './normalise.js'

/**
 * Some recordings lost the ARN of a Task's `Resource` to a word without brackets (`activity_arn`), and nothing tells any
 * more what kind of resource it is. The transformer has the ARN: the run gets it, and what the run shows gets the word.
 */
export class RestoredArns {
  /** The word of the recording -> the ARN it stands for. */
  readonly #arns: ReadonlyMap<string, string>

  constructor(transformers: readonly Transformer[]) {
    const arns = transformers.flatMap(({ kind, pattern, replacement }): [string, string][] => {
      const isArn = kind === 'regex' && pattern !== undefined && /^arn:[\w:./-]+$/.test(pattern)
      return isArn && replacement !== undefined && !replacement.startsWith('arn:') ? [[replacement, pattern]] : []
    })
    this.#arns = new Map(arns)
  }

  /** The definition with the ARNs put back where a Task names its resource. */
  restored(definition: Json): Json {
    if (this.#arns.size === 0) return definition
    if (isArray(definition)) return definition.map((item) => this.restored(item))
    if (!isObject(definition)) return definition
    const members = Object.entries(definition).map(([key, value]): [string, Json] => {
      const arn = key === 'Resource' && typeof value === 'string' ? this.#arns.get(value) : undefined
      return [key, arn ?? this.restored(value)]
    })
    return Object.fromEntries(members)
  }

  /** A value of ours as the recording would show it. */
  shown<Value extends Json>(ours: Value): Value {
    return mapStrings(ours, (text) => this.#shownText(text)) as Value
  }

  #shownText(text: string): string {
    let shown = text
    for (const [word, arn] of this.#arns) shown = shown.replaceAll(arn, word)
    return shown
  }
}
