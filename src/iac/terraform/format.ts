import { TracedText } from '../traced-text.js'
import { encodeJson } from './terraform-json.js'
import { isList, isMembers, needNumber, needText, NoValue, settled, type TerraformValue } from './terraform-values.js'

const NOWHERE = { file: '', line: 1, column: 1 }
const MAX_WIDTH = 1000

/** https://developer.hashicorp.com/terraform/language/functions/format */
export function format(pattern: string, args: readonly TerraformValue[]): string {
  let next = 0
  return pattern.replaceAll(
    /%(?:%|([-+ 0#]*)(\d*)(?:\.(\d+))?(?:\[(\d+)\])?([a-zA-Z]))/g,
    (whole, flags = '', width = '', precision: string | undefined, position: string | undefined, verb: string) => {
      if (whole === '%%') return '%'
      const index = position === undefined ? next : Number(position) - 1
      next = index + 1
      const value = args[index]
      if (value === undefined) throw new NoValue(`format has no argument for ${whole}`)
      const text = formatted(verb, value, precision === undefined ? undefined : Number(precision), String(flags))
      return padded(text, Number(width), String(flags))
    },
  )
}

function formatted(verb: string, value: TerraformValue, precision: number | undefined, flags: string): string {
  if (precision !== undefined && precision > 100) throw new NoValue(`a precision of ${precision} is too large`)
  const plus = flags.includes('+') ? '+' : ''
  if (verb === 's') return needText(value).slice(0, precision)
  if (verb === 'q') return JSON.stringify(needText(value))
  if (verb === 'v') return anyText(value)
  if (verb === 't') return needText(value)
  const number = needNumber(value)
  const sign = number >= 0 ? plus : ''
  if (verb === 'd') return sign + String(Math.trunc(number))
  if (verb === 'f') return sign + number.toFixed(precision ?? 6)
  if (verb === 'g') return sign + String(number)
  if (verb === 'e') return sign + number.toExponential(precision ?? 6)
  if (verb === 'b') return number.toString(2)
  if (verb === 'o') return number.toString(8)
  if (verb === 'x') return number.toString(16)
  if (verb === 'X') return number.toString(16).toUpperCase()
  throw new NoValue(`format knows no %${verb}`)
}

function anyText(value: TerraformValue): string {
  const inside = settled(value)
  if (inside === null || isList(inside) || isMembers(inside)) return encodeJson(inside, () => NOWHERE).text
  return inside instanceof TracedText ? inside.text : needText(inside)
}

function padded(text: string, width: number, flags: string): string {
  const wanted = Math.min(width, MAX_WIDTH)
  if (flags.includes('-')) return text.padEnd(wanted)
  if (!flags.includes('0')) return text.padStart(wanted)
  const sign = /^[+-]/.exec(text)?.[0] ?? ''
  return sign + text.slice(sign.length).padStart(wanted - sign.length, '0')
}
