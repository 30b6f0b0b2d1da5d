import { isObject, type Json, type JsonObject } from '../../asl/json.js'
import { nearestOr } from '../../asl/suggest.js'
import { UserError, withErrorPart } from '../../asl/user-error.js'
import { shown } from '../shown-text.js'
import { brownOut } from './brown-out.js'
import { concurrency } from './concurrency.js'
import { dynamoThroughput } from './dynamo-throughput.js'
import { lambdaPool } from './lambda-pool.js'
import { latency } from './latency.js'
import type { Model } from './model.js'
import { outage } from './outage.js'
import { payloadLimits } from './payload-limits.js'
import { s3Prefix } from './s3-prefix.js'
import { tokenBucket } from './token-bucket.js'

/** Every model by its kind. What they are given they check themselves. */
const MODELS: Readonly<Record<string, (options: never) => Model>> = {
  'lambda-pool': lambdaPool,
  concurrency,
  'token-bucket': tokenBucket,
  's3-prefix': s3Prefix,
  'dynamo-throughput': dynamoThroughput,
  'brown-out': brownOut,
  outage,
  latency,
  'payload-limits': payloadLimits,
}

/**
 * The kinds of models, as scenario files name them.
 * @internal for tests
 */
export const MODEL_KINDS: readonly string[] = Object.keys(MODELS)

/**
 * Reads a model as scenario files have it: `{ lambda-pool: { on: 'fn:AnalysePage', tmpLeakMbPerInvocation: 10 } }`, with the
 * options that the functions of TypeScript take. UserError for anything else, with `place` as its part.
 */
export function parseModel(written: Json, place: string): Model {
  const [kind, ...more] = isObject(written) ? Object.keys(written) : []
  if (!isObject(written) || kind === undefined || more.length > 0) {
    throw new UserError(
      'usage',
      `${place} must be one model, e.g. { outage: { on: svc:s3 } }: ${MODEL_KINDS.join(', ')}`,
    )
  }
  const make = Object.hasOwn(MODELS, kind) ? MODELS[kind] : undefined
  if (!make) {
    const near = nearestOr(kind, MODEL_KINDS, `there are ${MODEL_KINDS.join(', ')}`)
    throw new UserError('usage', `there is no model ${shown(kind)}`, { parts: [place], ...near })
  }
  const options: Json = written[kind] ?? {}
  return withErrorPart(place, () => make(options as never))
}

/** The model as `parseModel` reads it back, with all its defaults. */
export function modelAsObject({ kind, config }: Model): JsonObject {
  return { [kind]: config }
}
