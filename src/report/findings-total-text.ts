import type { FindingSeverity } from '../explore/findings/finding.js'
import type { MachineFindings } from '../explore/machine-findings.js'
import { printable } from '../verify/printable.js'
import { counted, type FindingsLayout, severityCount } from './findings-layout.js'
import { screenText, type ScreenText } from './screen-text.js'
import type { UnansweredMachine } from './unanswered-machine.js'
import { wrapped } from './wrapped-text.js'

/** The last lines: how many findings, of how many machines nothing can be told, how far it was looked, and what was taken for granted. */
export function printFindingsTotal(
  machines: readonly MachineFindings[],
  unanswered: readonly UnansweredMachine[],
  layout: FindingsLayout,
): ScreenText {
  const { columns, verbose } = layout
  const count = (severity: FindingSeverity): number =>
    machines.reduce((sum, machine) => sum + severityCount(machine, severity), 0)
  const counts = [counted(count('error'), 'error'), counted(count('warning'), 'warning')].join(', ')
  const infos = count('info')
  const silent = infos > 0 && !verbose ? `, ${infos} worth knowing (--verbose lists them)` : ''
  const handled = machines.reduce((sum, { handledWell }) => sum + handledWell, 0)
  const failedCount = unanswered.filter(({ isOurFault }) => isOurFault).length
  const unloadedCount = unanswered.length - failedCount
  const failed = failedCount === 0 ? '' : `, ${failedCount} not explored for an internal error`
  const unloaded = unloadedCount === 0 ? '' : `, ${unloadedCount} could not be loaded`
  const brokenCount = machines.filter(({ broken }) => broken).length
  const brokenText = brokenCount === 0 ? '' : `, ${brokenCount} not explored, as a run without any fault fails`
  const total = `${counts} in ${counted(machines.length, 'machine')}${brokenText}${failed}${unloaded}${silent}${leftOutText(machines)}; handled well: ${handled}`
  return screenText([...wrapped(total, columns), ...proofLines(machines, columns), ''], layout.colour)
}

/** `; known: 12 (baseline); waived: 2`. */
function leftOutText(machines: readonly MachineFindings[]): string {
  const known = machines.reduce((sum, machine) => sum + machine.known, 0)
  const waived = machines.reduce((sum, machine) => sum + machine.waived, 0)
  return `${known === 0 ? '' : `; known: ${known} (baseline)`}${waived === 0 ? '' : `; waived: ${waived}`}`
}

/** Of the machines that were struck: none of one that is refused, broken or calls nothing. */
function proofLines(machines: readonly MachineFindings[], columns: number): readonly string[] {
  const certificates = machines
    .filter(({ callingStates, certificate }) => callingStates > 0 && certificate.k > 0)
    .map(({ certificate }) => certificate)
  const [first] = certificates
  if (!first) return []
  const sum = (of: (index: number) => number): number => certificates.reduce((all, _, index) => all + of(index), 0)
  const generated = sum((index) => certificates[index]?.scenarios.generated ?? 0)
  const distinct = sum((index) => certificates[index]?.scenarios.distinct ?? 0)
  const kinds = new Set(certificates.flatMap((one) => one.kinds)).size
  const cuts = [...new Set(certificates.flatMap((one) => one.cuts))]
  const leftOut = cuts.length === 0 ? '' : `; left out: ${cuts.join(', ')}`
  const proof = `proof: every <= ${first.k} faults of ${kinds} kinds, ${generated} scenarios, ${distinct} distinct${leftOut}`
  const assumptions = [...inferredTexts(machines), ...new Set(certificates.flatMap((one) => one.assumptions))]
  const assumed = assumptions.length === 0 ? [] : wrapped(`assumed: ${assumptions.join('; ')}`, columns)
  return [...wrapped(proof, columns), ...assumed]
}

/** `callers' input {"order":7}; 5 answers inferred`; the inputs of several machines are too much to say. */
function inferredTexts(machines: readonly MachineFindings[]): readonly string[] {
  const [only, second] = machines
  const input = second === undefined ? only?.inferred.input : undefined
  const answers = machines.reduce((sum, { inferred }) => sum + inferred.answers.length, 0)
  return [
    ...(input === undefined ? [] : [`callers' input ${printable(JSON.stringify(input), INPUT_CHARACTERS)}`]),
    ...(answers === 0 ? [] : [`${counted(answers, 'answer')} inferred (--save writes them)`]),
  ]
}

/** Longer inputs are cut. */
const INPUT_CHARACTERS = 60
