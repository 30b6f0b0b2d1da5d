import { isArray, isObject, type Json, type JsonObjectBuilder, setMember } from '../asl/json.js'
import { asText } from './resolution.js'
import type { TracedText } from './traced-text.js'

/** The value of a `${name}` placeholder, if it has one. */
export type Substitutions = (name: string) => Json | undefined

const PLACEHOLDER = /\$\{([^{}]+)\}/g

/** Replaces placeholders in a text that need not be JSON or YAML before. Unknown ones stay. */
export function substituteText(text: TracedText, values: Substitutions): TracedText {
  return text.replace(PLACEHOLDER, ([, name = '']) => {
    const value = values(name)
    return value === undefined ? undefined : asText(value)
  })
}

/** Replaces placeholders within the strings of a value; a string that is nothing but `${X}` becomes the value of X. */
export function substituteDeep(value: Json, values: Substitutions): Json {
  if (typeof value === 'string') return substituteString(value, values)
  if (isArray(value)) return value.map((item) => substituteDeep(item, values))
  if (!isObject(value)) return value
  const result: JsonObjectBuilder = {}
  for (const [key, item] of Object.entries(value)) {
    setMember(result, asText(substituteString(key, values)), substituteDeep(item, values))
  }
  return result
}

function substituteString(text: string, values: Substitutions): Json {
  const whole = /^\$\{([^{}]+)\}$/.exec(text)?.[1]
  if (whole !== undefined) return values(whole) ?? text
  return text.replaceAll(PLACEHOLDER, (placeholder, name: string) => {
    const value = values(name)
    return value === undefined ? placeholder : asText(value)
  })
}

/**
 * The placeholders that stand in the strings and keys of a definition, each once, in the order they appear:
 * `${name}`, and dynamic references such as `{{resolve:ssm:/name}}`.
 */
export function placeholdersIn(definition: Json): readonly string[] {
  const found = new Set<string>()
  const rest: Json[] = [definition]
  for (let value = rest.pop(); value !== undefined; value = rest.pop()) {
    if (typeof value === 'string')
      for (const [placeholder] of value.matchAll(/\$\{[\w.:-]+\}|\{\{resolve:[^{}]+\}\}/g)) found.add(placeholder)
    else if (isArray(value)) for (const item of value.toReversed()) rest.push(item)
    else if (isObject(value)) for (const [key, item] of Object.entries(value).toReversed()) rest.push(item, key)
  }
  return [...found]
}
