import type { Native, NativeBody } from '../callables.js'
import { EvaluationError } from '../evaluation-error.js'
import type { JsonataRun } from '../jsonata-run.js'
import type { Value } from '../jsonata-values.js'

const ISO_DATE = /^\d{4}(-\d\d(-\d\d)?)?$/
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:?\d\d|Z)?$/

/** A picture such as `[Y,9999999]` would pad to that width. */
const EXCESSIVE_WIDTH = /,\s*\d{5,}/g

/** Throws if the picture, which is the second argument, has an excessive width and nothing else wrong with it. */
function checkPicture(format: Native, run: JsonataRun, args: readonly Value[], input: Value): void {
  const [value, picture, zone] = args
  if (typeof picture !== 'string' || picture.search(EXCESSIVE_WIDTH) < 0) return
  format.call(run, [value, picture.replaceAll(EXCESSIVE_WIDTH, ',9'), zone], input)
  throw new EvaluationError('D3137', { message: 'Width out of range in date/time picture string' })
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
  const format: NativeBody = (run, args, input) => {
    checkPicture(fromMillis, run, args, input)
    return fromMillis.call(run, args, input)
  }
  return {
    now: (run, [picture, zone], input) => format(run, [run.scope.nowMs, picture, zone], input),
    millis: (run) => run.scope.nowMs,
    fromMillis: format,
    toMillis: (run, args, input) => {
      const [text, picture] = args
      if (picture === undefined && typeof text === 'string') return parseIso(text)
      checkPicture(toMillis, run, args, input)
      return toMillis.call(run, args, input)
    },
  }
}
