import { Native } from '../callables.js'
import { EvaluationError } from '../evaluation-error.js'
import { expressionTooLong } from '../evaluation-limits.js'
import { isRecord, type Value } from '../jsonata-values.js'

/**
 * `$formatNumber`. For a number that is not above 0, or infinite, the package looks for an exponent for ever: that is the
 * infinite loop it would be on AWS.
 */
export function guardFormatNumber(format: Native): Native {
  return new Native(format.arity, format.signature, (run, args, input) => {
    const [value, picture, options] = args
    if (typeof value === 'number' && typeof picture === 'string') checkPlaces(picture, options)
    if (typeof value === 'number' && (value <= 0 || value === Infinity) && typeof picture === 'string') {
      // With a number for which it ends it says what is wrong with the picture.
      format.call(run, [1, picture, options], input)
      if (hasExponent(picture, value, options)) throw expressionTooLong()
    }
    return format.call(run, args, input)
  })
}

/** `$formatInteger`. The letters of infinity (`A`, `B`, ... `AA`, ...) have no end. */
export function guardFormatInteger(format: Native): Native {
  return new Native(format.arity, format.signature, (run, args, input) => {
    const [value, picture] = args
    if (value === Infinity || value === -Infinity) {
      const first = format.call(run, [1, picture], input)
      if (first === 'A' || first === 'a') throw expressionTooLong()
    }
    return format.call(run, args, input)
  })
}

/** A character of a picture, as the options have it. */
function characterOf(options: Value, name: string, usual: string): string {
  const given = isRecord(options) && Object.hasOwn(options, name) ? options[name] : usual
  return typeof given === 'string' ? given : usual
}

function partsOf(picture: string, options: Value): readonly string[] {
  return picture.split(characterOf(options, 'pattern-separator', ';'))
}

/** Where in a part digits and separators stand: all that is not text around the number. */
function placesIn(part: string, options: Value): readonly number[] {
  const zero = characterOf(options, 'zero-digit', '0').charCodeAt(0)
  const active = new Set(Array.from({ length: 10 }, (_, digit) => String.fromCharCode(zero + digit)))
  active.add(characterOf(options, 'decimal-separator', '.'))
  active.add(characterOf(options, 'grouping-separator', ','))
  active.add(characterOf(options, 'digit', '#'))
  return Array.from(part).flatMap((unit, at) => (active.has(unit) ? [at] : []))
}

/** The package breaks on a part that has no place for a digit. AWS calls its text misplaced (measured: `x`). */
function checkPlaces(picture: string, options: Value): void {
  const parts = partsOf(picture, options)
  if (parts.length > 2) return
  const empty = parts.find((part) => placesIn(part, options).length === 0)
  if (empty === undefined) return
  throw new EvaluationError(empty === '' ? 'D3085' : 'D3086')
}

/** Whether the part of a valid picture that is for this number has an exponent. */
function hasExponent(picture: string, value: number, options: Value): boolean {
  const [forPositive = '', forNegative = forPositive] = partsOf(picture, options)
  const part = value < 0 ? forNegative : forPositive
  const places = placesIn(part, options)
  const exponentAt = part.indexOf(characterOf(options, 'exponent-separator', 'e'), places[0])
  return exponentAt !== -1 && exponentAt <= (places.at(-1) ?? -1)
}
