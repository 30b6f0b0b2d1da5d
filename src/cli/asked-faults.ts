import { nearestOr } from '../asl/suggest.js'
import { UserError } from '../asl/user-error.js'
import type { StrikeTimes } from '../explore/sweep.js'
import { catalogue } from '../faults/catalogue.js'
import { type Fault, fault, parseFault } from '../faults/fault.js'
import type { FaultDefinition } from '../faults/fault-definition.js'
import { shown } from '../faults/shown-text.js'
import { isEveryState } from '../faults/state-pattern.js'
import type { OptionValues } from './options.js'

/** What `aslx inject` is to strike, and where. */
export interface AskedFaults {
  readonly faults: readonly Fault[]
  /** What was written for `--fault`, for messages. */
  readonly written: readonly string[]
  /** Names or globs of `--state`; none means every state that a fault applies to. */
  readonly states: readonly string[]
  /** How often each state is struck: once and always, unless `--times` says otherwise. */
  readonly times: readonly StrikeTimes[]
  /** Whether pairs of faults are struck as well (`--k 2`). */
  readonly pairs: boolean
  /** Errors by their names strike also where they never come (`--force`). */
  readonly force: boolean
}

/** Reads `--fault`, `--state`, `--times` and `--k`. UserError for what makes no sense. */
export function askedFaults(options: OptionValues): AskedFaults {
  const written = options.texts('fault')
  const states = options.texts('state')
  const faults = written.flatMap(readFaults)
  if (faults.length === 0) throw new UserError('usage', 'no fault given: add --fault oom (aslx faults lists them)')
  const sited = faults.find(({ site }) => !isEveryState(site.state))
  if (sited && states.length > 0) {
    throw new UserError('usage', `--fault ${String(sited)} says where it strikes: drop --state, or what follows the @`)
  }
  const times = readTimes(options.text('times'))
  return { faults, written, states, times, pairs: readPairs(options.text('k')), force: options.has('force') }
}

/** One fault, or with `all` and `family:s3` every one of the catalogue that can strike a state without being told more. */
function readFaults(text: string): readonly Fault[] {
  const family = /^family:(.*)$/s.exec(text)?.[1]
  const [many = '', place] = text.split('@', 2)
  if (place !== undefined && (many === 'all' || family !== undefined)) {
    throw new UserError(
      'usage',
      `--fault ${many} takes no place: drop @${shown(place).slice(1, -1)}, and name states with --state`,
    )
  }
  if (text !== 'all' && family === undefined) return [parseFault(text)]
  const rows = family === undefined ? catalogue : familyOf(family)
  return rows.filter(strikesAsItIs).map(({ id }) => fault(id))
}

/** The rows of a family. UserError if there is none of that name. */
export function familyOf(name: string): readonly FaultDefinition[] {
  const rows = catalogue.filter(({ family }) => family === name)
  if (rows.length > 0) return rows
  const families = [...new Set(catalogue.map(({ family }) => family))]
  const near = nearestOr(name, families, `there are ${families.join(', ')}`)
  throw new UserError('usage', `there is no family ${shown(name)} of faults`, near)
}

/** Not what happens before the execution begins, and not what needs an argument. */
function strikesAsItIs({ effect, parameters = {} }: FaultDefinition): boolean {
  return effect.kind !== 'outside' && Object.values(parameters).every((parameter) => parameter.default !== undefined)
}

/** More attempts than any retrier makes. */
const MOST_TIMES = 99_999_999

function readTimes(text: string | undefined): readonly StrikeTimes[] {
  if (text === undefined) return ['once', 'always']
  if (text === 'once' || text === 'always') return [text]
  const times = /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (times >= 1 && times <= MOST_TIMES) return [times === 1 ? 'once' : times]
  throw new UserError('usage', `--times takes once, always or a whole number from 1, and got ${shown(text)}`)
}

function readPairs(text: string | undefined): boolean {
  if (text === undefined || text === '1') return false
  if (text === '2') return true
  throw new UserError('usage', `--k takes 1 or 2 faults in one run, and got ${shown(text)}`)
}
