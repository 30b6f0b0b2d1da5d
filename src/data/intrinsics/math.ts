import type { Json } from '../../asl/json.js'
import { firstJavaInt } from '../java-random.js'
import type { Chance } from '../scope.js'
import { integerArgument, IntrinsicError, type Intrinsic } from './intrinsic.js'

export const MATH_INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  'States.MathAdd': { minArgs: 2, maxArgs: 2, call: add },
  'States.MathRandom': { minArgs: 2, maxArgs: 3, call: random },
}

/** Each operand is rounded before the sum: 1.49 + 1.5 is 3 (recorded). */
function add(args: readonly Json[]): Json | IntrinsicError {
  const left = integerArgument(args, 0)
  const right = integerArgument(args, 1)
  if (left instanceof IntrinsicError) return left
  if (right instanceof IntrinsicError) return right
  return left + right
}

/**
 * An integer from the first number up to, but not including, the second (AWS documentation). That AWS draws a seeded one as
 * `java.util.Random` does is an assumption: its `$random` of JSONata does (measured on AWS us-east-1, 2026), and
 * recordings hide the number.
 */
function random(args: readonly Json[], chance: Chance): Json | IntrinsicError {
  const start = integerArgument(args, 0)
  const end = integerArgument(args, 1)
  if (start instanceof IntrinsicError) return start
  if (end instanceof IntrinsicError) return end
  if (end <= start) return new IntrinsicError(`The end ${end} must be greater than the start ${start}`)
  if (args.length === 2) return start + Math.floor(chance.number('States.MathRandom') * (end - start))
  const seed = integerArgument(args, 2)
  return seed instanceof IntrinsicError ? seed : start + firstJavaInt(seed, end - start)
}
