import type { Machine } from '../harness/machines/machine.js'
import { type Scenario, mergeScenarios } from '../harness/scenarios/scenario.js'
import type { MachineSource } from '../iac/machine-source.js'
import { DEFAULT_BOUNDS } from './exploration/budget.js'
import { exploreScenarios } from './exploration/explore-scenarios.js'
import { machineErrors } from './exploration/machine-errors.js'
import type { Certificate, Observation } from './exploration/observation.js'
import type { Finding } from './findings/finding.js'
import { type FingerprintSubject, fingerprints, idOfFingerprint, placeFingerprints } from './findings/fingerprint.js'
import { type Judgement, judgeMachine, type RuleSeverities } from './findings/judgement.js'
import { machineFacts, type MachineFacts } from './findings/machine-facts.js'
import { mismatches } from './findings/prove.js'
import { checkRuleNames } from './findings/check-rule-names.js'
import { rules } from './findings/finding-rules.js'
import { type WaiverOptions, waiversOf } from './findings/waiver.js'
import { type BranchSet, branchSet } from './inference/branch-set.js'
import { safeMends } from './findings/safe-mends.js'
import type { InferredValues, KnownFinding, MachineFindings } from './machine-findings.js'
import { ReachList } from './reach-list.js'

/** How a machine is explored. */
export interface ExploreOptions extends WaiverOptions {
  /** What is known of a normal day; what it leaves open is inferred. */
  readonly scenario?: Scenario
  /** Faults in one scenario, at most. Default 2. */
  readonly k?: number
  /** Real time after which no more is looked at: asked between one state's strikes and the next. Default never. */
  readonly isOver?: () => boolean
  /** What rules are to be instead of their own severity, by id. */
  readonly rules?: RuleSeverities
}

/** What `explore` does. */
export async function exploreMachine(machine: Machine, options: ExploreOptions): Promise<MachineFindings> {
  const { scenario = {}, k = 2, rules: asked = {}, isOver } = options
  checkRuleNames(options)
  const set = branchSet(machine, { scenario })
  const bases = set.runs.map((run) => run.scenario)
  const { functions } = machine.session(mergeScenarios(machine.defaults, bases[0] ?? {})).world.rules
  const classes = machineErrors(machine, functions)
  const facts = machineFacts(machine, ({ pointer }) => classes.get(pointer) ?? [])
  const judgement = judgeMachine(rules, facts, asked)
  const reach = new ReachList(set)
  let handledWell = 0
  // Where no run ends as it means to, nothing can be said of what errors do: nothing is struck.
  const broken = callingStates(facts) === 0 ? undefined : set.broken
  const certificate = exploreScenarios(
    machine,
    bases,
    (observation) => {
      judgement.see(observation)
      reach.see(observation)
      if (isHandledWell(observation)) handledWell++
    },
    { k: broken ? 0 : k, bounds: { ...DEFAULT_BOUNDS, ...(isOver && { isOver }) } },
  )
  const settled = settle(judgement, facts, options, machine.origin.logicalId)
  await checkProofs(machine, settled.findings, set)
  const reached = reach.reach()
  return {
    machine: machine.name,
    source: machine.origin.file,
    reach: reached,
    callingStates: callingStates(facts),
    certificate: { ...certificate, states: reached },
    ...settled,
    handledWell,
    broken,
    inferred: inferredValues(set, mergeScenarios(machine.defaults, scenario)),
    mends: safeMends(settled.findings, facts),
  }
}

/** What is known of a machine that Step Functions refuses: nothing of it can be run. */
export function refusedMachine(source: MachineSource, options: ExploreOptions = {}): MachineFindings {
  checkRuleNames(options)
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
    callingStates: callingStates(facts),
    certificate: { ...NOTHING_EXPLORED, states: reach },
    ...settle(judgeMachine(rules, facts, options.rules), facts, options, source.logicalId),
    handledWell: 0,
    broken: undefined,
    inferred: { answers: [] },
    mends: [],
  }
}

/** States that call a service; only what is called can fail by itself. */
function callingStates({ states }: MachineFacts): number {
  return [...states.values()].filter(({ resource, type }) => type === 'Task' || resource !== undefined).length
}

const NOTHING_EXPLORED: Omit<Certificate, 'states'> = {
  k: 0,
  kinds: [],
  scenarios: { generated: 0, distinct: 0 },
  cuts: [],
  assumptions: [],
}

function inferredValues({ runs }: BranchSet, known: Scenario): InferredValues {
  const input = known.input === undefined ? runs[0]?.scenario.input : undefined
  const answers = [...new Set(runs.flatMap((run) => [...run.answers.keys()]))]
  return { ...(input !== undefined && { input }), answers }
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

type Settled = Pick<MachineFindings, 'findings' | 'known' | 'waived' | 'waiverProblems'>

/** What is left of the findings after the waivers, with the names that they are known by. */
function settle(
  judgement: Judgement,
  facts: MachineFacts,
  options: WaiverOptions,
  logicalId: string | undefined,
): Settled {
  const waivers = waiversOf(facts, options)
  let waived = 0
  const findings = judgement.findings((rule, place) => {
    const isWaived = waivers.covers(rule, place)
    if (isWaived) waived++
    return isWaived
  })
  const subject: FingerprintSubject = {
    machine: logicalId ?? '',
    resourceAt: (pointer) => facts.states.get(pointer)?.resource?.arn ?? '',
  }
  return { findings: named(findings, subject), known: 0, waived, waiverProblems: waivers.problems() }
}

function named(findings: readonly Finding[], subject: FingerprintSubject): readonly KnownFinding[] {
  const known = fingerprints(findings, subject)
  return findings.map((finding, index) => {
    const fingerprint = known[index] ?? ''
    const states = finding.states.map((place) => ({
      ...place,
      fingerprints: placeFingerprints(familyOf(finding), place, subject),
    }))
    return { ...finding, states, fingerprint, id: idOfFingerprint(fingerprint) }
  })
}

/** Rules of one family speak for each other. */
function familyOf({ rule }: Finding): string {
  return rules.find(({ id }) => id === rule)?.family ?? rule
}
