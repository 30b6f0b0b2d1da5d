import { pairsOf, type SiteStrike } from '../explore/pairs.js'
import { type StrikeSite, type SweepStrike, Sweeper, strikeStates } from '../explore/sweep.js'
import type { Fault } from '../faults/fault.js'
import { kindOfFault } from '../faults/fault-kind.js'
import { faultTargets } from '../faults/fault-target.js'
import { type PlannedSite, plannedSites } from '../faults/planned-sites.js'
import { printSite } from '../faults/site.js'
import { globPattern, isEveryState, matchesState } from '../faults/state-pattern.js'
import { namesPlace } from '../faults/strike-selection.js'
import { faultMistake } from '../harness/checks/check-scenario.js'
import type { Machine } from '../harness/machines/machine.js'
import { deadNameProblems } from '../harness/checks/problems.js'
import { raisedMistake } from '../harness/checks/raised-mistake.js'
import { functionOf } from '../harness/answering/strikes.js'
import type { MachineSource } from '../iac/machine-source.js'
import type { ErrorKind } from '../services/error-kind.js'
import type { SweptMachine } from '../report/sweep-text.js'
import type { AskedFaults } from './asked-faults.js'
import type { CommandScenario } from './command-scenario.js'
import { machineScenario } from './machine-scenario.js'
import type { OptionValues } from './options.js'
import { replayCommand } from './replay-command.js'

/** A machine that can be run, and what a loader found. */
export interface LoadedMachine {
  readonly machine: Machine
  readonly found: MachineSource
}

/** Pairs of faults that one machine is struck with at most. */
const MOST_PAIRS = 2000

/** Strikes one machine; `source` names it on a command line, and `note` is told how many pairs there are. */
export async function sweepMachine(
  loaded: LoadedMachine & { readonly source: string },
  asked: AskedFaults,
  given: CommandScenario,
  options: OptionValues,
  note: (line: string) => void,
): Promise<SweptMachine> {
  const { machine, found, source } = loaded
  const { scenario, inferredInput } = machineScenario(machine, given, onlyState(asked))
  const sweeper = await Sweeper.over(machine, scenario)
  const struck = await strikesOf(loaded, sweeper, asked)
  const pairs = asked.pairs ? await strikePairs(machine, sweeper, struck, note) : []
  return {
    machine: machine.name,
    source: found.file,
    baseline: sweeper.baseline,
    states: faultTargets(machine.definition, machine.type).map(({ name }) => name),
    strikes: [...struck.map(({ strike }) => strike), ...pairs],
    unresolved: found.unresolved,
    inferredInput,
    problems: deadNameProblems(found),
    kindOf: kindsOfStrikes(machine, asked.faults),
    replayCommand: (run) => replayCommand({ source, scenario, file: given.file }, run, options),
  }
}

function kindsOfStrikes(machine: Machine, faults: readonly Fault[]): (strike: SweepStrike) => ErrorKind {
  const definitions = new Map(faults.map(({ definition }) => [definition.id, definition]))
  const resources = new Map(
    faultTargets(machine.definition, machine.type).map(({ name, resource }) => [name, resource]),
  )
  return ({ state, fault, error }) => {
    const definition = definitions.get(fault)
    return definition ? kindOfFault(definition, resources.get(state), error).kind : 'other'
  }
}

/** The one state that was asked for: the run has to come by there. */
function onlyState({ faults, states }: AskedFaults): string | undefined {
  const sites = faults.map(({ site }) => site.state)
  const [state, other] = [...states, ...sites.filter((site) => typeof site === 'string')]
  return other === undefined ? state : undefined
}

async function strikesOf(
  loaded: LoadedMachine,
  sweeper: Sweeper,
  { faults, states, times, force }: AskedFaults,
): Promise<readonly SiteStrike[]> {
  const { machine } = loaded
  const sites = faults.flatMap((fault): readonly StrikeSite[] => {
    if (faultMistake(machine.name, machine.definition, fault)) return []
    const isRaised = (state: string): boolean =>
      force || !raisedMistake(machine.name, machine.definition, fault.atSite({ state }))
    if (!isEveryState(fault.site.state)) return [{ fault, state: printSite(fault.site), times: 'asked' }]
    return wantedStates(loaded, fault, states)
      .filter(isRaised)
      .flatMap((state) => times.map((often) => ({ fault, state, times: often })))
  })
  const struck: SiteStrike[] = []
  for (const site of sites) struck.push({ site, strike: await sweeper.strikeAt(site) })
  return struck
}

/** The states that a fault is to strike which names none itself. */
function wantedStates({ machine, found }: LoadedMachine, fault: Fault, states: readonly string[]): readonly string[] {
  const patterns = states.map(globPattern)
  const named = patterns.some((pattern) => !isEveryState(pattern))
  const possible = new Set(plannedIn(machine, found, [fault]).map(({ state }) => state))
  return strikeStates(machine, fault.definition, named || namesPlace(fault)).filter(
    (state) =>
      (fault.conditions.on === undefined || possible.has(state)) &&
      (patterns.length === 0 || patterns.some((pattern) => matchesState(pattern, state))),
  )
}

async function strikePairs(
  machine: Machine,
  sweeper: Sweeper,
  struck: readonly SiteStrike[],
  note: (line: string) => void,
): Promise<readonly SweepStrike[]> {
  const pairs = pairsOf(machine, struck)
  const cut = pairs.length > MOST_PAIRS
  const advice = cut ? `; only the first ${MOST_PAIRS} are struck: narrow them with --fault, --state or --times` : ''
  note(`note: ${machine.name}: ${pairs.length} ${pairs.length === 1 ? 'pair' : 'pairs'} of faults${advice}`)
  const strikes: SweepStrike[] = []
  for (const [first, second] of pairs.slice(0, MOST_PAIRS)) strikes.push(await sweeper.strikeBoth(first, second))
  return strikes
}

/** The places that faults could strike, without a run. */
export function plannedIn(
  machine: Machine,
  { functions }: MachineSource,
  faults: readonly Fault[],
): readonly PlannedSite[] {
  const targets = faultTargets(machine.definition, machine.type)
  return plannedSites(targets, faults, (target) => functionOf(functions, target.resource, target.definition))
}
