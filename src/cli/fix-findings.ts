import type { KnownFinding } from '../explore/machine-findings.js'
import { fixDiff } from '../report/fix-text.js'
import type { LocatedFindings } from '../report/findings-json.js'
import type { ScreenText } from '../report/screen-text.js'
import { type FixedFile, fixedText, type FixPlan, planFixes } from './planned-fixes.js'
import { writeFile } from './write-file.js'

/** What `--fix` came to. */
export interface FixResult<Explored> {
  /** What is found once all is written. */
  readonly explored: Explored
  readonly plan: FixPlan
}

/** As a difference that `patch` takes; nothing is written. */
export function dryFix(explored: readonly LocatedFindings[]): ScreenText {
  return fixDiff(planFixes(explored).files)
}

/**
 * Writes the safe mends into the files, and explores again. A file after whose mends there is an error that was not there before is put
 * back as it was.
 */
export async function fixFindings<Explored extends { readonly all: readonly LocatedFindings[] }>(
  before: Explored,
  explore: () => Promise<Explored>,
): Promise<FixResult<Explored>> {
  const plan = planFixes(before.all)
  for (const file of plan.files) rewrite(file, fixedText(file))
  if (plan.files.length === 0) return { explored: before, plan }
  const explored = await explore()
  const worse = plan.files.filter((file) => isWorse(file, before.all, explored.all))
  if (worse.length === 0) return { explored, plan }
  for (const file of worse) rewrite(file, file.before)
  const taken = new Set(worse.map(({ path }) => path))
  const because = 'taken back: an error came that was not there before'
  const fixes = plan.fixes.map((fix) => (fix.at && taken.has(fix.at.file) ? { ...fix, because } : fix))
  const files = plan.files.filter(({ path }) => !taken.has(path))
  return { explored: await explore(), plan: { files, fixes } }
}

function rewrite({ path }: FixedFile, text: string): void {
  writeFile(path, text, { isEdit: true })
}

/** Whether a machine that has parts in the file has an error which it had not, or cannot be explored any more. */
function isWorse({ path }: FixedFile, before: readonly LocatedFindings[], after: readonly LocatedFindings[]): boolean {
  return before
    .filter((located) => isIn(located, path))
    .some((located) => {
      const { machine, source } = located.findings
      const now = after.find(({ findings }) => findings.machine === machine && findings.source === source)
      if (!now || now.findings.broken !== undefined) return located.findings.broken === undefined
      const known = new Set(errorsOf(located.findings.findings))
      return errorsOf(now.findings.findings).some((error) => !known.has(error))
    })
}

function isIn({ findings, locate }: LocatedFindings, path: string): boolean {
  return findings.mends.some(({ pointer }) => locate?.(pointer)?.file === path)
}

/** Errors by their class and state: a rule may give way to another that tells what is left. */
function errorsOf(findings: readonly KnownFinding[]): readonly string[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .flatMap((finding) => finding.states.map(({ pointer }) => `${finding.class} ${pointer}`))
}
