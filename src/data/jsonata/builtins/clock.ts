import type { Native, NativeBody } from '../callables.js'
import { EvaluationError } from '../evaluation-error.js'
import type { Value } from '../values.js'

const ISO_DATE = /^\d{4}(-\d\d(-\d\d)?)?$/
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:?\d\d|Z)?$/

/** A picture such as `[Y,9999999]` would pad to that width. */
const EXCESSIVE_WIDTH = /,\s*\d{5,}/

function checkPicture(picture: Value): void {
  if (typeof picture === 'string' && EXCESSIVE_WIDTH.test(picture)) {
    throw new EvaluationError('D3137', { message: 'Width out of range in date/time picture string' })
  }
}

/** The package's toMillis reads a time without a zone in the machine's own; here that is UTC. */
function parseIso(text: string): number {
  const time = ISO_TIME.exec(text)
  const millis = time
    ? Date.parse(time[2] === undefined ? `${text}Z` : text)
    : ISO_DATE.test(text)
      ? Date.parse(text)
      : NaN
  if (Number.isNaN(millis)) throw new EvaluationError('D3110', { value: text })
  return millis
}

/** Functions that read the clock or depend on a time zone: the run's virtual time, and UTC. */
export function clockFunctions(fromMillis: Native, toMillis: Native): Readonly<Record<string, NativeBody>> {
  return {
    now: (run, [picture, zone], input) => {
      checkPicture(picture)
      return fromMillis.call(run, [run.scope.nowMs, picture, zone], input)
    },
    millis: (run) => run.scope.nowMs,
    fromMillis: (run, args, input) => {
      checkPicture(args[1])
      return fromMillis.call(run, args, input)
    },
    toMillis: (run, args, input) => {
      const [text, picture] = args
      if (picture === undefined && typeof text === 'string') return parseIso(text)
      checkPicture(picture)
      return toMillis.call(run, args, input)
    },
  }
}
