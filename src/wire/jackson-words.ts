export const VALUES = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')"
export const COMMENT =
  "maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)"
export const AFTER_SIGN = 'expected digit (0-9) to follow minus sign, for valid numeric value'

/** A character as Jackson's messages name it. */
export function described(char: string): string {
  const code = char.charCodeAt(0)
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return `(CTRL-CHAR, code ${code})`
  return code > 0xff ? `'${char}' (code ${code} / 0x${code.toString(16)})` : `'${char}' (code ${code})`
}

const TOKEN_TYPES: Readonly<Record<string, string>> = {
  '{': 'START_OBJECT',
  '[': 'START_ARRAY',
  '"': 'VALUE_STRING',
  t: 'VALUE_TRUE',
  f: 'VALUE_FALSE',
  n: 'VALUE_NULL',
}

/** A value behind the first one. That Step Functions refuses a second value at all is an assumption. */
export function trailing(first: string): string {
  const type = TOKEN_TYPES[first] ?? 'VALUE_NUMBER_INT'
  const setting = 'not allowed as per `DeserializationFeature.FAIL_ON_TRAILING_TOKENS`'
  return `Trailing token (of type ${type}) found after value (bound as \`com.fasterxml.jackson.databind.JsonNode\`): ${setting}`
}
