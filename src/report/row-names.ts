import { widthOf } from './wrapped-text.js'

/**
 * Names of a column of so many characters. Where one is longer, what all have in common goes (the first and last parts between dots, as
 * in addresses of Terraform), and what is still too long is cut in its middle: names of a kind begin alike and end alike.
 */
export function rowNames(names: readonly string[], columns: number): readonly string[] {
  if (names.every((name) => widthOf(name) <= columns)) return names
  return withoutSharedParts(names).map((name) => cutInMiddle(name, columns))
}

function withoutSharedParts(names: readonly string[]): readonly string[] {
  if (names.length < 2) return names
  const parts = names.map((name) => name.split('.'))
  const shortest = Math.min(...parts.map(({ length }) => length))
  const isShared = (at: (one: readonly string[]) => string | undefined): boolean => new Set(parts.map(at)).size === 1
  let first = 0
  while (first < shortest - 1 && isShared((one) => one[first])) first++
  let last = 0
  while (last < shortest - 1 - first && isShared((one) => one.at(-1 - last))) last++
  return parts.map((one) => one.slice(first, one.length - last).join('.'))
}

const DOTS = '...'

function cutInMiddle(name: string, columns: number): string {
  const characters = Array.from(name)
  if (characters.length <= columns) return name
  const left = Math.ceil((columns - DOTS.length) / 2)
  const right = columns - DOTS.length - left
  return [...characters.slice(0, left), DOTS, ...characters.slice(characters.length - right)].join('')
}
