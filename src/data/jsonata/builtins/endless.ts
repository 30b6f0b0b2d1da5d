import { Native } from '../callables.js'
import { expressionTooLong } from '../evaluation-limits.js'
import { isRecord, type Value } from '../jsonata-values.js'

/**
 * `$formatNumber`. For a number that is not above 0, or infinite, the package looks for an exponent for ever: that is the
 * infinite loop it would be on AWS.
 */
export function guardFormatNumber(format: Native): Native {
  return new Native(format.arity, format.signature, (run, args, input) => {
    const [value, picture, options] = args
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

/** Whether the part of a valid picture that is for this number has an exponent. */
function hasExponent(picture: string, value: number, options: Value): boolean {
  const character = (name: string, usual: string): string => {
    const given = isRecord(options) && Object.hasOwn(options, name) ? options[name] : usual
    return typeof given === 'string' ? given : usual
  }
  const [forPositive = '', forNegative = forPositive] = picture.split(character('pattern-separator', ';'))
  const part = value < 0 ? forNegative : forPositive
  const zero = character('zero-digit', '0').charCodeAt(0)
  const digits = Array.from({ length: 10 }, (_, digit) => String.fromCharCode(zero + digit))
  const others = [character('decimal-separator', '.'), character('grouping-separator', ','), character('digit', '#')]
  const places = Array.from(part).flatMap((unit, at) => (digits.includes(unit) || others.includes(unit) ? [at] : []))
  const exponentAt = part.indexOf(character('exponent-separator', 'e'), places[0])
  return exponentAt !== -1 && exponentAt <= (places.at(-1) ?? -1)
}
