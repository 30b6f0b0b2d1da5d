import { member, pointer } from '../json.js'
import { isPlaceholder } from '../placeholder.js'
import { schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import { isExpression } from '../query-language.js'
import type { StateSubject } from './subject.js'

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/

/** A literal Timestamp of a Wait is an RFC 3339 timestamp with an offset (recorded). */
export function waitTimestamp({ type, state, pointer: at, language }: StateSubject, report: Report): void {
  const timestamp = type === 'Wait' ? member(state, 'Timestamp') : undefined
  if (typeof timestamp !== 'string' || isPlaceholder(timestamp) || isTimestamp(timestamp)) return
  if (language === 'JSONata' && isExpression(timestamp)) return
  report(schemaError('String does not match RFC3339 timestamp', pointer(at, 'Timestamp')))
}

function isTimestamp(text: string): boolean {
  const match = RFC3339.exec(text)
  if (!match) return false
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number)
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth && hour <= 23 && minute <= 59 && second <= 59
}
