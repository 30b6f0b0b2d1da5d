import { isArray, type Json, type JsonObject } from '../asl/json.js'

/** Sizes of arrays and objects from this size on are remembered. Chosen: below it, counting again is about as fast. */
const REMEMBERED_BYTES = 1_024

/** Payloads never change, and the parts of one live on in the next. */
const remembered = new WeakMap<object, number>()

/** An array or object that is being counted. */
interface Level {
  readonly container: object
  readonly children: readonly Json[]
  next: number
  size: number
}

/** Bytes of the compact JSON text in UTF-8: the length of `JSON.stringify(value)`, without making the text. Any depth will do. */
export function utf8Size(value: Json): number {
  return count(value, Infinity)
}

/** True if the compact JSON text has more than `limitBytes` bytes in UTF-8. Stops counting soon after that is certain. */
export function exceeds(value: Json, limitBytes: number): boolean {
  const isCounted = typeof value === 'object' && value !== null && remembered.has(value)
  if (!isCounted && most(value, Math.min(limitBytes, SMALL_BYTES)) <= limitBytes) return false
  return count(value, limitBytes) > limitBytes
}

/** Most payloads are so small that they need not be counted character by character. Chosen. */
const SMALL_BYTES = 8_192

/** What brackets are taken for below: more than they are, so that few levels are gone into. */
const BRACKETS = 16

/** What the size is at most: no character takes more than 6 bytes. Infinity once that comes to more than `enough`. */
function most(value: Json, enough: number): number {
  if (typeof value === 'string') return value.length * 6 + 2
  if (typeof value !== 'object' || value === null) return scalarSize(value)
  let size = BRACKETS
  if (isArray(value)) {
    for (const item of value) {
      size += 1
      if (size > enough) return Infinity
      size += most(item, enough - size)
    }
  } else {
    for (const name in value) {
      size += name.length * 6 + 4
      if (size > enough) return Infinity
      size += most(value[name] ?? null, enough - size)
    }
  }
  return size > enough ? Infinity : size
}

/** The size; or, once that is certain to be above `enough`, any number above it. */
function count(value: Json, enough: number): number {
  if (typeof value !== 'object' || value === null) return scalarSize(value)
  const known = remembered.get(value)
  if (known !== undefined) return known
  const levels: Level[] = []
  let level = open(value)
  while (level.size <= enough) {
    const child = level.children[level.next++]
    if (child === undefined) {
      const { container, size } = level
      if (size >= REMEMBERED_BYTES) remembered.set(container, size)
      const parent = levels.pop()
      if (!parent) return size
      parent.size += size
      level = parent
    } else if (typeof child !== 'object' || child === null) {
      level.size += scalarSize(child)
    } else {
      const size = remembered.get(child)
      if (size === undefined) {
        levels.push(level)
        level = open(child)
      } else level.size += size
    }
  }
  return level.size
}

/** Counts brackets, commas, names and colons; the children are still to come. */
function open(container: readonly Json[] | JsonObject): Level {
  if (isArray(container)) return { container, children: container, next: 0, size: Math.max(container.length, 1) + 1 }
  const names = Object.keys(container)
  let size = Math.max(names.length, 1) + 1 + names.length
  for (const name of names) size += stringSize(name)
  return { container, children: Object.values(container), next: 0, size }
}

function scalarSize(value: null | boolean | number | string): number {
  if (typeof value === 'string') return stringSize(value)
  if (typeof value === 'number') return Number.isFinite(value) ? String(value).length : 4
  return value === false ? 5 : 4
}

/** Strings from this length on are first searched for what JSON would escape: natively, that is the faster way. */
const LONG_STRING = 256
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const SPECIAL = /["\\\u0000-\u001f\ud800-\udfff]/

function stringSize(text: string): number {
  if (text.length >= LONG_STRING && !SPECIAL.test(text)) return Buffer.byteLength(text) + 2
  let size = 2
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) size += unit < 0x20 || unit === 0x22 || unit === 0x5c ? escapeSize(unit) : 1
    else if (unit < 0x800) size += 2
    else if (unit < 0xd800 || unit > 0xdfff) size += 3
    else if (unit < 0xdc00 && isLowSurrogate(text.charCodeAt(i + 1))) {
      size += 4
      i++
    } else size += 6
  }
  return size
}

/** Quote, backslash, \b, \t, \n, \f and \r have an escape of two characters; other control characters are written \u00XX. */
function escapeSize(unit: number): number {
  return unit >= 0x20 || (unit >= 8 && unit <= 13 && unit !== 11) ? 2 : 6
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
