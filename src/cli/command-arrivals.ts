import { isObject, type Json, member, pointer } from '../asl/json.js'
import { UserError, withErrorPart, withErrorPlace } from '../asl/user-error.js'
import type { Arrivals } from '../explore/simulation/arrivals.js'
import { loadArrivals } from '../explore/simulation/load-arrivals.js'
import { parseArrivals, readArrivals } from '../explore/simulation/arrivals-object.js'
import { readDataFile } from '../harness/scenarios/data-file.js'
import type { OptionValues } from './options.js'

/** When executions arrive, and until when. */
export interface CommandArrivals {
  readonly arrivals: readonly Arrivals[]
  readonly duration: string | undefined
}

/**
 * `--arrivals` and `--duration`, or else the `arrivals` and `duration` of the scenario file. UserError if nobody says when
 * executions arrive, and with its place for a mistake in the file.
 */
export function commandArrivals(options: OptionValues, file: string | undefined): CommandArrivals {
  const written = file === undefined ? undefined : readDataFile(file, 'a scenario file (YAML or JSON)')
  const inFile = (key: string): Json | undefined => {
    return written && isObject(written.value) ? member(written.value, key) : undefined
  }
  const placed = <T>(key: string, read: () => T): T => {
    const at = written?.locate(pointer('', key)) ?? (file === undefined ? undefined : { file })
    return withErrorPlace(at, () => withErrorPart(key, read))
  }
  const texts = options.texts('arrivals')
  const ofFile = inFile('arrivals')
  if (texts.length === 0 && ofFile === undefined) {
    throw new UserError(
      'usage',
      "nobody says when executions arrive: add --arrivals 'bursts(every=5m, size=100)' --duration 2h",
    )
  }
  const arrivals =
    texts.length > 0
      ? texts.flatMap(fromText)
      : placed('arrivals', () => readArrivals(ofFile === undefined ? null : ofFile))
  const duration = options.text('duration') ?? placed('duration', () => durationOf(inFile('duration')))
  return { arrivals, duration }
}

function fromText(text: string): readonly Arrivals[] {
  return text.startsWith('@') ? loadArrivals(text.slice(1)) : [parseArrivals(text)]
}

function durationOf(written: Json | undefined): string | undefined {
  if (written === undefined || typeof written === 'string') return written
  throw new UserError('usage', 'it must be a text such as 2h')
}
