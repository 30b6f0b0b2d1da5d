import { UserError } from '../asl/user-error.js'
import { shown } from './shown-text.js'

/**
 * Some items of one Map: an index from 0, indexes `from` to `to` (both included; without `to` there is no end), the last
 * one, or one of every so many: `{ turn: 1, every: 3 }` is the first of each three, so indexes 0, 3, 6, ...
 */
export type ItemChoice =
  number | 'last' | { readonly from: number; readonly to?: number } | { readonly turn: number; readonly every: number }

/** One choice, or several (two at least) of which one has to fit. */
export type ItemPattern = ItemChoice | readonly ItemChoice[]

/** Whether the item is meant. `of`: how many items there are, if that is known; `last` fits nothing otherwise. */
export function matchesItem(pattern: ItemPattern, index: number, of?: number): boolean {
  if (isList(pattern)) return pattern.some((choice) => matchesItem(choice, index, of))
  if (typeof pattern === 'number') return pattern === index
  if (pattern === 'last') return of !== undefined && index === of - 1
  if ('every' in pattern) return index % pattern.every === pattern.turn - 1
  return pattern.from <= index && index <= (pattern.to ?? Infinity)
}

function isList(pattern: ItemPattern): pattern is readonly ItemChoice[] {
  return Array.isArray(pattern)
}

/** The pattern as written in brackets: `2`, `2|5`, `5..7`, `5..`, `1/3`, `last`. */
export function printItems(pattern: ItemPattern): string {
  if (isList(pattern)) return pattern.map(printItems).join('|')
  if (typeof pattern !== 'object') return String(pattern)
  return 'every' in pattern ? `${pattern.turn}/${pattern.every}` : `${pattern.from}..${pattern.to ?? ''}`
}

/** More digits than these are a slip, and would not stay exact. */
const CHOICE = /^(?:(first)|(last)|(\d{1,9})|(\d{1,9})\.\.(\d{1,9})?|(\d{1,9})\/(\d{1,9}))$/

/** Reads what `printItems` writes; `first` is 0. UserError if the text is no choice of items. */
export function parseItems(text: string): ItemPattern {
  const [first, ...more] = text.split('|').map((choice) => parseChoice(choice.trim()))
  if (first === undefined) throw unreadable(text)
  return more.length === 0 ? first : [first, ...more]
}

function parseChoice(text: string): ItemChoice {
  const [, first, last, index, from, to, turn, every] = CHOICE.exec(text) ?? []
  if (first !== undefined) return 0
  if (last !== undefined) return 'last'
  if (index !== undefined) return Number(index)
  if (from !== undefined) return checkedRange(text, Number(from), to === undefined ? undefined : Number(to))
  if (turn !== undefined) return checkedTurn(text, Number(turn), Number(every))
  throw unreadable(text)
}

function checkedRange(text: string, from: number, to: number | undefined): ItemChoice {
  if (to !== undefined && to < from) {
    throw new UserError('usage', `there are no items ${text}: the first comes first, as in ${to}..${from}`)
  }
  return to === undefined ? { from } : from === to ? from : { from, to }
}

function checkedTurn(text: string, turn: number, every: number): ItemChoice {
  if (turn < 1 || turn > every) {
    throw new UserError('usage', `there are no items ${text}: 1/3 is the first of every three, 3/3 the last of them`)
  }
  return { turn, every }
}

function unreadable(text: string): UserError {
  return new UserError(
    'usage',
    `cannot read the items ${shown(text)}: write 2, 2|5, 5..7, 5.., first, last, or 1/3 for every third; inside nested Maps one of these for each, outermost first: [2,0]`,
  )
}
