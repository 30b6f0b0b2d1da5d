import { TracedText } from '../traced-text.js'
import { argument, type TerraformCall, type Functions } from './call.js'
import { format } from './format.js'
import { compileTerraformPattern } from './patterns.js'
import {
  isList,
  membersOf,
  needList,
  needNumber,
  needText,
  NoValue,
  settled,
  textOfValue,
  tracedOf,
  type TerraformValue,
} from './terraform-values.js'

function text(args: readonly TerraformValue[], index = 0): string {
  return needText(argument(args, index))
}

function join([separator = '', ...lists]: readonly TerraformValue[], call: TerraformCall): string {
  const items = lists.flatMap((list) => needList(list)).filter((item) => settled(item) !== null)
  const joined = items.map(needText).join(needText(separator))
  call.spend(joined.length)
  return joined
}

/** `replace`; a pattern between slashes is a regular expression. The text remembers where the rest was written. */
function replace(args: readonly TerraformValue[], call: TerraformCall): TerraformValue {
  const [subject, search, by] = [text(args), text(args, 1), text(args, 2)]
  const regular = search.length > 2 && search.startsWith('/') && search.endsWith('/')
  if (search === '') return argument(args, 0)
  const pattern = regular
    ? compileTerraformPattern(search.slice(1, -1), subject.length)
    : new RegExp(search.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&'), 'g')
  const source = tracedOf(argument(args, 0)) ?? TracedText.at(subject, call.place())
  const replaced = source.replace(pattern, (match) => {
    const made = regular ? expand(by, match) : by
    call.spend(made.length + 1)
    return made
  })
  return replaced
}

/** `$1`, `${1}`, `$name` and `${name}` in what a match is replaced by. */
function expand(by: string, match: RegExpExecArray): string {
  return by.replaceAll(/\$(?:\$|(\w+)|\{(\w+)\})/g, (whole, bare?: string, braced?: string) => {
    const name = bare ?? braced
    if (name === undefined) return whole.slice(1)
    if (/^\d+$/.test(name)) return match[Number(name)] ?? ''
    return (match.groups && Object.hasOwn(match.groups, name) ? match.groups[name] : '') ?? ''
  })
}

function found(match: RegExpExecArray): TerraformValue {
  if (match.groups) return membersOf(Object.entries(match.groups).map(([name, part]) => [name, part ?? null]))
  return match.length > 1 ? match.slice(1).map((part) => part ?? null) : match[0]
}

function regexAll(args: readonly TerraformValue[]): readonly TerraformValue[] {
  const subject = text(args, 1)
  return [...subject.matchAll(compileTerraformPattern(text(args), subject.length))].map(found)
}

function regex(args: readonly TerraformValue[]): TerraformValue {
  const [first] = regexAll(args)
  if (first === undefined) throw new NoValue('the pattern does not match')
  return first
}

function substring(args: readonly TerraformValue[]): string {
  const characters = Array.from(text(args))
  const offset = needNumber(argument(args, 1))
  const length = needNumber(argument(args, 2))
  const from = offset < 0 ? characters.length + offset : offset
  return characters.slice(from, length < 0 ? undefined : from + length).join('')
}

function trimCharacters(subject: string, characters: string): string {
  const set = new Set(characters)
  const all = Array.from(subject)
  let [from, to] = [0, all.length]
  while (from < to && set.has(all[from] ?? '')) from++
  while (to > from && set.has(all[to - 1] ?? '')) to--
  return all.slice(from, to).join('')
}

/** As many texts as the longest list has elements; other arguments are in each. */
function formatList(
  [pattern = '', ...args]: readonly TerraformValue[],
  call: TerraformCall,
): readonly TerraformValue[] {
  const lists = args.map((arg) => settled(arg)).filter(isList)
  const count = lists.length === 0 ? 1 : Math.max(...lists.map((list) => list.length))
  return Array.from({ length: count }, (_, index) => {
    call.spend(1)
    const row = args.map((arg) => {
      const inside = settled(arg)
      return isList(inside) ? (inside[index] ?? null) : arg
    })
    return format(needText(pattern), row)
  })
}

function strContains(args: readonly TerraformValue[]): boolean {
  return text(args).includes(text(args, 1))
}

/** Applies to a text, and leaves null as it is an error elsewhere. */
function map(
  change: (subject: string, args: readonly TerraformValue[]) => TerraformValue,
): (args: readonly TerraformValue[]) => TerraformValue {
  return (args) => change(text(args), args)
}

export const TEXT_FUNCTIONS: Functions = [
  ['join', join],
  ['split', (args) => text(args, 1).split(text(args))],
  ['replace', replace],
  ['regex', regex],
  ['regexall', regexAll],
  ['format', (args) => format(text(args), args.slice(1))],
  ['formatlist', formatList],
  ['substr', substring],
  ['strcontains', strContains],
  ['lower', map((subject) => subject.toLowerCase())],
  ['upper', map((subject) => subject.toUpperCase())],
  ['title', map((subject) => subject.replaceAll(/(?<![\p{L}\p{N}_'])\p{L}/gu, (letter) => letter.toUpperCase()))],
  ['trimspace', map((subject) => subject.trim())],
  ['chomp', map((subject) => subject.replace(/[\r\n]{1,1000}$/, ''))],
  ['strrev', map((subject) => Array.from(subject).toReversed().join(''))],
  ['trim', map((subject, args) => trimCharacters(subject, text(args, 1)))],
  [
    'trimprefix',
    map((subject, args) => (subject.startsWith(text(args, 1)) ? subject.slice(text(args, 1).length) : subject)),
  ],
  ['trimsuffix', map((subject, args) => withoutSuffix(subject, text(args, 1)))],
  ['startswith', map((subject, args) => subject.startsWith(text(args, 1)))],
  ['endswith', map((subject, args) => subject.endsWith(text(args, 1)))],
  ['indent', (args, call) => indent(needNumber(argument(args, 0)), argument(args, 1), call)],
]

function withoutSuffix(subject: string, suffix: string): string {
  return suffix !== '' && subject.endsWith(suffix) ? subject.slice(0, -suffix.length) : subject
}

/** All lines but the first moved to the right. */
function indent(count: number, value: TerraformValue, call: TerraformCall): TerraformValue {
  if (!(count >= 0 && count <= 1000)) throw new NoValue('there is no such indentation')
  const subject = textOfValue(value) ?? needText(value)
  const source = tracedOf(value) ?? TracedText.at(subject, call.place())
  return source.replace(/\n/g, () => {
    call.spend(count + 1)
    return `\n${' '.repeat(count)}`
  })
}
