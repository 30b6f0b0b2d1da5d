import { Native } from '../callables.js'
import { EvaluationError, isCoded } from '../evaluation-error.js'
import { LimitError, tooLarge } from '../evaluation-limits.js'
import type { JsonataRun } from '../jsonata-run.js'
import type { Signature } from '../syntax-node.js'
import type { Value } from '../jsonata-values.js'

/** A built-in function as the package keeps it. */
export interface PackageFunction {
  readonly implementation: (this: Focus, ...args: Value[]) => Value
  readonly signature?: Signature
}

/** What the package's functions read from `this`. */
interface Focus {
  readonly input: Value
  readonly environment: { readonly timestamp: Date }
}

/** One of the package's own functions that answer at once, held to the limits. */
export function adopt(original: PackageFunction): Native {
  const { implementation, signature } = original
  return new Native(implementation.length, signature, (run, args, input) => {
    for (const arg of args) charge(run, arg)
    const focus: Focus = { input, environment: { timestamp: new Date(run.scope.nowMs) } }
    const result = callOriginal(() => implementation.apply(focus, [...args]))
    charge(run, result)
    return result
  })
}

function charge(run: JsonataRun, value: Value): void {
  if (typeof value === 'string') run.spendText(value.length)
  else if (Array.isArray(value)) run.spendItems(value.length)
}

/** Only what the package throws on purpose has a code; a length JavaScript cannot make is too large. */
function callOriginal(call: () => Value): Value {
  try {
    return call()
  } catch (error) {
    if (isCoded(error) || error instanceof LimitError) throw error
    if (error instanceof RangeError && error.message.startsWith('Invalid')) throw tooLarge()
    if (error instanceof TypeError) throw new EvaluationError('T0410', { index: 1 })
    throw error
  }
}

/** Characters of a picture, squared, for one step. Chosen: 100,000 characters take about a second. */
const SQUARES_PER_STEP = 512

/** A function with a picture as second argument: the package copies its text for each separator in it. */
export function adoptWithPicture(original: PackageFunction): Native {
  const adopted = adopt(original)
  return new Native(adopted.arity, adopted.signature, (run, args, input) => {
    const [, picture] = args
    if (typeof picture === 'string') run.spend(picture.length ** 2 / SQUARES_PER_STEP)
    return adopted.call(run, args, input)
  })
}
