import { UserError } from '../asl/user-error.js'
import { parseScenario } from '../faults/scenario-string.js'
import type { Machine } from '../harness/machines/machine.js'
import { writeMockConfig } from '../harness/scenarios/mock-config/write-mock-config.js'
import type { Run } from '../harness/machines/run.js'
import { type ComparableEvent, comparableHistory } from '../verify/comparable-history.js'
import { type HistoryDifference, historyDifference } from '../verify/history-difference.js'
import { MOCK_CASE, mocksOfRun } from './mocks-of-run.js'
import { type Clock, runThere } from './sfn-api.js'
import { startLocal } from './sfn-local.js'
import type { CrosscheckTarget } from './target.js'

export interface CrosscheckOptions {
  readonly target: CrosscheckTarget
  /** The image of `sfn-local`. */
  readonly image: string
  /** Writes the mocks to where an endpoint reads them. */
  readonly writeMocks: ((text: string) => void) | undefined
  readonly roleArn: string | undefined
  readonly withinMs: number
  /** Members that may differ. */
  readonly ignore: readonly string[]
}

/** How a run stands to the same run on another engine. */
export interface Crosscheck {
  /** The other engine. */
  readonly against: string
  readonly machineName: string
  /** The history there, as its API gives it. */
  readonly events: readonly object[]
  /** `expected` is the event there, `actual` the one here; undefined where the histories agree. */
  readonly difference: HistoryDifference | undefined
  /** The state that the difference is about, if it is within one. */
  readonly state: string | undefined
}

/**
 * Runs a machine on another engine with the answers and faults of a finished run, and compares the histories as `toMatchHistory`
 * does. UserError for an Express machine, whose history no API gives, and for an engine that is not there or refuses.
 */
export async function crosscheckRun(
  machine: Machine,
  run: Run,
  { target, image, writeMocks, roleArn, withinMs, ignore }: CrosscheckOptions,
  clock: Clock,
): Promise<Crosscheck> {
  if (machine.type === 'EXPRESS') {
    throw new UserError('unsupported', `${machine.name} is an Express machine, whose history no API gives`)
  }
  const machineName = throwAwayName(run)
  const mocks = writeMockConfig(mocksOfRun(run, machineName))
  writeMocks?.(mocks)
  const hasMocks = target.kind === 'sfn-local' || writeMocks !== undefined
  const asked = {
    name: machineName,
    definition: JSON.stringify(machine.definition),
    input: inputText(run),
    testCase: hasMocks ? MOCK_CASE : undefined,
    withinMs,
  }
  const engine =
    target.kind === 'sfn-local' ? await startLocal(image, mocks) : { url: target.url, stop: () => Promise.resolve() }
  const region = target.kind === 'endpoint' ? target.region : undefined
  try {
    const events = await runThere({ url: engine.url, region, roleArn }, asked, clock)
    const against = target.kind === 'sfn-local' ? image : target.url
    return { against, machineName, events, ...compared(run, events, ignore) }
  } finally {
    await engine.stop()
  }
}

function compared(
  run: Run,
  events: readonly object[],
  ignore: readonly string[],
): Pick<Crosscheck, 'difference' | 'state'> {
  const there = comparableHistory(events, ignore).map(withoutEmptyCause)
  const here = comparableHistory(run.history, ignore).map(withoutEmptyCause)
  const difference = historyDifference(there, here)
  const id = difference?.actual?.id ?? here.length
  const entered = difference && here.findLast((event) => event.id <= id && event.type.endsWith('StateEntered'))
  const name = entered?.details['name']
  return { difference, state: typeof name === 'string' ? name : undefined }
}

/** Mocks have no way to say that there is no cause. */
function withoutEmptyCause(event: ComparableEvent): ComparableEvent {
  const { cause, ...details } = event.details
  return cause === '' ? { ...event, details } : event
}

/** One name for one base scenario, of at most 80 characters. */
function throwAwayName({ machine, scenario }: Run): string {
  const plain = machine.replaceAll(/[^A-Za-z0-9_-]/g, '-').slice(0, 50)
  return `aslx-crosscheck-${plain}-${parseScenario(scenario).base}`
}

function inputText({ history: [started] }: Run): string {
  const { input = {} } = (started?.type === 'ExecutionStarted' && started.details) || {}
  return JSON.stringify(input)
}
