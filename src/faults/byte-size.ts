import { UserError } from '../asl/user-error.js'
import { shown } from './shown-text.js'

const UNITS: readonly (readonly [string, number])[] = [
  ['GB', 1_073_741_824],
  ['MB', 1_048_576],
  ['KB', 1024],
  ['B', 1],
]

const SIZE = /^(\d{1,16}(?:\.\d{1,9})?)\s*([KMG]?)i?B?$/i

/** A number of bytes written as `300KB`, `6MB` or `262144`; K, M and G are powers of 1,024, as in AWS's quotas. UserError. */
export function parseByteSize(text: string): number {
  const [, amount, unit = ''] = SIZE.exec(text.trim()) ?? []
  const factor = UNITS.find(([name]) => name === `${unit.toUpperCase()}B`)?.[1] ?? 1
  const bytes = Number(amount) * factor
  if (amount !== undefined && Number.isSafeInteger(bytes)) return bytes
  throw new UserError('usage', `not a size: ${shown(text)}; write bytes, or a text such as 300KB or 6MB`)
}

/** The shortest text that `parseByteSize` reads back. */
export function printByteSize(bytes: number): string {
  const [unit, factor] = UNITS.find(([, size]) => bytes >= size && bytes % size === 0 && bytes / size < 1e9) ?? ['B', 1]
  return `${bytes / factor}${unit}`
}
