import { Native, type NativeBody } from '../callables.js'
import type { JsonataRun } from '../jsonata-run.js'
import type { Value } from '../jsonata-values.js'
import { AWS_FUNCTIONS } from './aws.js'
import { clockFunctions } from './clock-functions.js'
import { COLLECTIONS } from './collections.js'
import { guardFormatInteger, guardFormatNumber } from './endless.js'
import { HIGHER_ORDER } from './higher-order.js'
import { adopt, adoptWithPicture, type PackageFunction } from './package-functions.js'
import { TEXT } from './text.js'

/** The package's functions that are used as they are: they answer at once, change nothing and read no clock. */
const ADOPTED = `
  sum count average number floor ceil round abs sqrt power formatBase
  substring substringBefore substringAfter lowercase uppercase length trim join exists zip reverse error assert
  base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl
`

/** An inside-out shuffle with the run's chance. */
function shuffle(run: JsonataRun, [array]: readonly Value[]): Value {
  if (!Array.isArray(array) || array.length <= 1) return array
  run.spend(array.length)
  const shuffled: Value[] = []
  array.forEach((item, index) => {
    const place = Math.floor(run.scope.chance.number('JSONata $shuffle') * (index + 1))
    shuffled.push(shuffled[place])
    shuffled[place] = item
  })
  return shuffled
}

/**
 * Every built-in function but `$eval`, which AWS does not have. `original` finds the package's own function of a name:
 * even where the body is ours, the signature and the number of parameters are the package's.
 */
export function makeBuiltins(original: (name: string) => PackageFunction): ReadonlyMap<string, Native> {
  const clock = clockFunctions(adoptWithPicture(original('fromMillis')), adoptWithPicture(original('toMillis')))
  const own: Readonly<Record<string, NativeBody>> = {
    ...HIGHER_ORDER,
    ...COLLECTIONS,
    ...TEXT,
    ...AWS_FUNCTIONS,
    ...clock,
    shuffle,
  }
  const builtins = new Map<string, Native>()
  for (const name of ADOPTED.trim().split(/\s+/)) builtins.set(name, adopt(original(name)))
  for (const [name, body] of Object.entries(own)) {
    const { implementation, signature } = original(name)
    builtins.set(name, new Native(implementation.length, signature, body))
  }
  builtins.set('parseInteger', adoptWithPicture(original('parseInteger')))
  builtins.set('formatNumber', guardFormatNumber(adoptWithPicture(original('formatNumber'))))
  builtins.set('formatInteger', guardFormatInteger(adoptWithPicture(original('formatInteger'))))
  return builtins
}
