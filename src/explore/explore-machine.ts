import type { Machine } from '../harness/machines/machine.js'
import { type Scenario, mergeScenarios } from '../harness/scenarios/scenario.js'
import type { MachineSource } from '../iac/machine-source.js'
import { exploreScenarios } from './exploration/explore-scenarios.js'
import { machineErrors } from './exploration/machine-errors.js'
import type { Certificate, Observation } from './exploration/observation.js'
import type { Finding } from './findings/finding.js'
import { fingerprints, idOfFingerprint } from './findings/fingerprint.js'
import { judgeMachine, type RuleSeverities } from './findings/judgement.js'
import { machineFacts, type ExploredMachine, type MachineFacts } from './findings/machine-facts.js'
import { mismatches } from './findings/prove.js'
import { rules } from './findings/finding-rules.js'
import { type BranchSet, branchSet } from './inference/branch-set.js'
import type { BrokenBaseline, KnownFinding, MachineFindings } from './machine-findings.js'
import { ReachList } from './reach-list.js'

/** How a machine is explored. */
export interface ExploreOptions {
  /** What is known of a normal day; what it leaves open is inferred. */
  readonly scenario?: Scenario
  /** Faults in one scenario, at most. Default 2. */
  readonly k?: number
  /** What rules are to be instead of their own severity, by id. */
  readonly rules?: RuleSeverities
}

/** Finds what goes wrong in a machine: every scenario of at most k faults in every run of its branch set. */
export async function exploreMachine(
  machine: Machine,
  { scenario = {}, k = 2, rules: asked = {} }: ExploreOptions = {},
): Promise<MachineFindings> {
  const set = branchSet(machine, { scenario })
  const bases = set.runs.map((run) => run.scenario)
  const { functions } = machine.session(mergeScenarios(machine.defaults, bases[0] ?? {})).world.rules
  const classes = machineErrors(machine, functions)
  const facts = machineFacts(machine, ({ pointer }) => classes.get(pointer) ?? [])
  const judgement = judgeMachine(rules, facts, asked)
  const reach = new ReachList(set)
  let handledWell = 0
  const broken = brokenBaseline(machine, bases)
  const certificate = exploreScenarios(
    machine,
    bases,
    (observation) => {
      judgement.see(observation)
      reach.see(observation)
      if (isHandledWell(observation)) handledWell++
    },
    { k: broken ? 0 : k },
  )
  const findings = judgement.findings()
  await checkProofs(machine, findings, set)
  const reached = reach.reach()
  return {
    machine: machine.name,
    source: machine.origin.file,
    reach: reached,
    certificate: { ...certificate, states: reached },
    findings: named(findings, facts),
    handledWell,
    broken,
    inferred: [],
  }
}

/** What is known of a machine that Step Functions refuses: nothing of it can be run. */
export function refusedMachine(source: MachineSource): MachineFindings {
  const facts = machineFacts(source, () => [])
  const list = [...facts.states.values()].map(({ pointer, state }) => ({
    pointer,
    state,
    reachedBy: undefined,
    because: 'the definition is refused',
  }))
  const reach = { total: list.length, reached: 0, reachedWithoutFault: 0, list }
  return {
    machine: source.name,
    source: source.file,
    reach,
    certificate: { ...NOTHING_EXPLORED, states: reach },
    findings: named(judgeMachine(rules, facts).findings(), facts),
    handledWell: 0,
    broken: undefined,
    inferred: [],
  }
}

const NOTHING_EXPLORED: Omit<Certificate, 'states'> = {
  k: 0,
  kinds: [],
  scenarios: { generated: 0, distinct: 0 },
  cuts: [],
  assumptions: [],
}

/** A machine is broken if no run of the branch set ends as it means to; then nothing is struck. */
function brokenBaseline(machine: Machine, bases: readonly Scenario[]): BrokenBaseline | undefined {
  const failures: string[] = []
  let isWell = bases.length === 0
  exploreScenarios(
    machine,
    bases,
    ({ ending }) => {
      if (ending.status === 'SUCCEEDED' || ending.isMeant) isWell = true
      else failures.push(`${ending.failure?.error ?? ending.status}: ${ending.failure?.cause ?? ''}`)
    },
    { k: 0 },
  )
  return isWell
    ? undefined
    : { reason: failures[0] ?? 'it does not end', give: 'an input or a scenario beside the template' }
}

/** One thing went wrong, somebody dealt with it, and the execution ended as it means to. */
function isHandledWell({ episodes, ending }: Observation): boolean {
  const [episode] = episodes
  if (!episode || episodes.length > 1) return false
  const { isRecovered, catcher, takenBy } = episode.handling
  return (
    (isRecovered || catcher !== undefined || takenBy !== undefined) && (ending.status === 'SUCCEEDED' || ending.isMeant)
  )
}

/** Every finding is run again from the start: one that does not come out is a fault of exploration itself. */
async function checkProofs(machine: Machine, findings: readonly Finding[], { runs }: BranchSet): Promise<void> {
  const scenarios = new Map(runs.map(({ base, scenario }) => [base, scenario]))
  const [wrong] = await mismatches(machine, findings, (base) => scenarios.get(base))
  if (!wrong) return
  const { finding, scenario, expected, found } = wrong
  throw new Error(
    `${finding.rule} of ${machine.name} does not hold: ${scenario} ends ${found}, and was to end ${expected}`,
  )
}

function named(findings: readonly Finding[], { machine, states }: MachineFacts): readonly KnownFinding[] {
  const known = fingerprints(findings, {
    machine: machineIdentity(machine),
    resourceAt: (pointer) => states.get(pointer)?.resource?.arn ?? '',
  })
  return findings.map((finding, index) => {
    const fingerprint = known[index] ?? ''
    return { ...finding, fingerprint, id: idOfFingerprint(fingerprint) }
  })
}

/** Loaders name a machine by its logical id where the template declares one. */
function machineIdentity({ name }: ExploredMachine): string {
  return name
}
