import { writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type ExamCase, type Expectation, loadExam } from './exam-case.js'
import { type Explored, type ExploredFinding, type ExploredMachine, isMachine, readExplored } from './explored.js'
import { aslx } from './program.js'
import { type ShownRun, whyNotShown } from './shown-run.js'

/**
 * Runs the exam of fixes (answers.md 6): `--dir` names the corpus, `--json` a file for the result, `--case` a part of an id. Ends with
 * 1 below `--min-passed`.
 */

interface Failed {
  readonly id: string
  readonly state: string
  readonly reason: string
}

/** Findings at other states than those of a case, folded. */
interface Others {
  readonly id: string
  readonly machine: string
  readonly errors: number
  readonly warnings: number
}

const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    json: { type: 'string' },
    case: { type: 'string' },
    'min-passed': { type: 'string' },
  },
})
const shared = process.env['ASLX_SHARED'] ?? resolve(import.meta.dirname, '../../../../shared')
const dir = resolve(values.dir ?? join(shared, 'outside/fixes'))
const failed: Failed[] = []
const others: Others[] = []
let total = 0

for (const examCase of loadExam(dir).filter(({ id }) => id.includes(values.case ?? ''))) {
  const { id, expect } = examCase
  total += expect.length
  const explored = exploredOf(examCase, examCase.source)
  const fixed = examCase.fixed === undefined ? undefined : exploredOf(examCase, examCase.fixed)
  for (const expected of expect) {
    const reason = typeof explored === 'string' ? explored : whyNotMet(examCase, expected, explored, fixed)
    if (reason !== undefined) failed.push({ id, state: expected.state, reason })
  }
  if (typeof explored !== 'string') others.push(...explored.machines.map((machine) => othersOf(examCase, machine)))
}

const passed = total - failed.length
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify({ total, passed, failed, others }, null, 2)}\n`)
}
for (const { id, state, reason } of failed) console.log(`failed: ${id} ${JSON.stringify(state)}: ${reason}`)
const mean = (count: (other: Others) => number): string =>
  (others.reduce((sum, other) => sum + count(other), 0) / Math.max(1, others.length)).toFixed(2)
console.log(
  `at other states, a machine: ${mean(({ errors }) => errors)} errors, ${mean(({ warnings }) => warnings)} warnings`,
)
console.log(`fixes: ${passed} of ${total}`)
if (passed < Number(values['min-passed'] ?? 0)) process.exitCode = 1

/** Each case is a project of its own: its folder is the working directory. */
function exploredOf({ id }: ExamCase, source: string): Explored | string {
  const folder = join(dir, id)
  return readExplored(aslx(folder, ['explore', relative(folder, join(dir, source)), '--format', 'json']))
}

/** Why an expectation is not met: the best of what speaks against each finding; undefined if it is. */
function whyNotMet(
  examCase: ExamCase,
  expected: Expectation,
  explored: Explored,
  fixed: Explored | string | undefined,
): string | undefined {
  const machines = explored.machines.filter((machine) => isMachine(machine, expected.machine))
  if (machines.length === 0) return `no machine ${expected.machine ?? ''} was explored`
  const reasons: string[] = []
  for (const machine of machines) {
    for (const finding of machine.findings.filter((one) => answers(one, expected))) {
      const reason = whyNotProved(examCase, machine, finding, expected.state) ?? whyNotGone(finding, expected, fixed)
      if (reason === undefined) return undefined
      reasons.push(reason)
    }
  }
  return reasons[0] ?? `no finding of ${expected.classes.join(' or ')} holds it${seenInstead(machines, expected.state)}`
}

function seenInstead(machines: readonly ExploredMachine[], state: string): string {
  const seen = machines.flatMap(({ findings }) =>
    findings.filter(({ states }) => states.some((one) => one.state === state)),
  )
  return seen.length === 0
    ? ''
    : ` (there: ${seen.map((one) => `${one.class} ${one.errors.slice(0, 4).join(' ')}`).join('; ')})`
}

function answers({ states, class: own, errors, message }: ExploredFinding, expected: Expectation): boolean {
  if (!states.some(({ state }) => state === expected.state) || !expected.classes.includes(own)) return false
  if (expected.errors && !expected.errors.some((error) => errors.includes(error))) return false
  return expected.mentions === undefined || new RegExp(expected.mentions).test(message)
}

function whyNotProved(
  { id, source }: ExamCase,
  machine: ExploredMachine,
  finding: ExploredFinding,
  state: string,
): string | undefined {
  const scenario = finding.states.find((place) => place.state === state)?.scenario
  if (scenario === undefined || scenario === null) return undefined
  const folder = join(dir, id)
  const file = relative(folder, join(dir, source))
  const printed = aslx(folder, ['run', `${file}#${machine.machine}`, '--scenario', scenario, '--format', 'json'])
  try {
    return whyNotShown((JSON.parse(printed.out) as { run: ShownRun }).run, state, finding.class)
  } catch {
    return `its scenario does not run (exit ${printed.code}): ${printed.err.split('\n')[0] ?? ''}`
  }
}

function whyNotGone(
  { rule }: ExploredFinding,
  expected: Expectation,
  fixed: Explored | string | undefined,
): string | undefined {
  if (fixed === undefined) return undefined
  if (typeof fixed === 'string') return `the mended definition: ${fixed}`
  const stays = fixed.machines
    .filter((machine) => isMachine(machine, expected.machine))
    .some(({ findings }) =>
      findings.some((one) => one.rule === rule && one.states.some(({ state }) => state === expected.state)),
    )
  return stays ? `${rule} is still there in the mended definition` : undefined
}

function othersOf({ id, expect }: ExamCase, { machine, findings }: ExploredMachine): Others {
  const asked = new Set(expect.map(({ state }) => state))
  const other = findings.filter(({ states }) => states.every(({ state }) => !asked.has(state)))
  const count = (severity: string): number => other.filter((finding) => finding.severity === severity).length
  return { id, machine, errors: count('error'), warnings: count('warning') }
}
