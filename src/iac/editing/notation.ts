import { isArray, isObject, type Json } from '../../asl/json.js'

/** A value in JSON, in lines: objects over several, lists of texts and all else in one. `unit`: a level of indentation. */
export function flowText(head: string, value: Json, unit: string): readonly string[] {
  if (isArray(value) && value.some((item) => isObject(item))) {
    return [`${head}[`, ...value.flatMap((item, i) => nested(item, unit, i < value.length - 1)), ']']
  }
  if (isObject(value)) {
    const members = Object.entries(value)
    return [
      `${head}{`,
      ...members.map(
        ([name, part], i) => `${unit}${JSON.stringify(name)}: ${inline(part)}${i < members.length - 1 ? ',' : ''}`,
      ),
      '}',
    ]
  }
  return [`${head}${inline(value)}`]
}

function nested(value: Json, unit: string, hasMore: boolean): readonly string[] {
  const lines = flowText('', value, unit).map((line) => unit + line)
  return hasMore ? [...lines.slice(0, -1), `${lines.at(-1) ?? ''},`] : lines
}

function inline(value: Json): string {
  return isArray(value) ? `[${value.map((item) => JSON.stringify(item)).join(', ')}]` : JSON.stringify(value)
}

/** The members of an object in YAML's block style, in lines. */
export function blockLines(members: { readonly [name: string]: Json }): readonly string[] {
  return Object.entries(members).flatMap(([name, value]) => {
    if (isArray(value)) return [`${name}:`, ...value.flatMap(itemLines)]
    return [`${name}: ${plain(value)}`]
  })
}

function itemLines(item: Json): readonly string[] {
  if (!isObject(item)) return [`  - ${plain(item)}`]
  const [head = '', ...rest] = blockLines(item)
  return [`  - ${head}`, ...rest.map((line) => `    ${line}`)]
}

/** A text that YAML takes for one as it is; any other is quoted. */
function plain(value: Json): string {
  return typeof value === 'string' &&
    /^[A-Za-z][\w.]*$/.test(value) &&
    !/^(?:true|false|null|yes|no|on|off)$/i.test(value)
    ? value
    : JSON.stringify(value)
}
