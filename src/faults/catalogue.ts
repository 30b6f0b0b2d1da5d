import { didYouMean } from '../asl/suggest.js'
import { UserError } from '../asl/user-error.js'
import { lambdaOom, lambdaTimeout, lambdaTmpFull, lambdaUnhandledException } from './catalogue/lambda-function.js'
import { lambdaThrottledAccount } from './catalogue/lambda-service.js'
import { s3Slowdown, s3SlowdownInLambda } from './catalogue/s3.js'
import { taskTimeout } from './catalogue/states-runtime.js'
import type { FaultDefinition } from './fault-definition.js'

/** Every fault. Where two have one error name on a resource, the earlier one owns it in scenario strings. */
export const catalogue: readonly FaultDefinition[] = [
  lambdaUnhandledException,
  lambdaOom,
  lambdaTimeout,
  lambdaTmpFull,
  lambdaThrottledAccount,
  s3Slowdown,
  s3SlowdownInLambda,
  taskTimeout,
]

const byName: ReadonlyMap<string, FaultDefinition> = new Map(
  catalogue.flatMap((row) => [row.id, ...row.aliases].map((name) => [name, row] as const)),
)

/** The fault with this id or alias; a UserError that names the nearest one if there is none. */
export function findFault(nameOrAlias: string): FaultDefinition {
  const found = byName.get(nameOrAlias)
  if (found !== undefined) return found
  const nearest = didYouMean(nameOrAlias, [...byName.keys()])
  const hint = nearest === undefined ? '' : `; did you mean "${nearest}"?`
  throw new UserError('usage', `there is no fault "${nameOrAlias}"${hint} (aslx faults lists them all)`)
}
