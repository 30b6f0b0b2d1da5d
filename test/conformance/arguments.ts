/** What the command line asks for. */
export interface Arguments {
  /** Folder of the recordings, or undefined for the usual one. */
  readonly recordings: string | undefined
  /** Undefined: no JSONPath vectors. `default`: both files of vectors. Else the path of one. */
  readonly jsonpath: string | undefined
  /** Folder of facts that others measured; undefined for the usual one. */
  readonly measured: string | undefined
  /** Folder of templates to check instead of the recordings. */
  readonly iac: string | undefined
  readonly json: string | undefined
  /** File to write docs/fidelity.md to. */
  readonly fidelity: string | undefined
  readonly group: string | undefined
  /** Part of the id of the cases to run. */
  readonly case: string | undefined
  readonly verbose: boolean
  /** Fail when fewer cases pass. */
  readonly minPassed: number
}

export const USAGE = `usage: npm run conformance -- [options]
  --recordings DIR   folder with index.json and cases/ (default: conformance/ in $ASLX_SHARED or ../shared)
  --group G          only the cases of one group
  --case TEXT        only the cases with TEXT in their id
  --jsonpath [FILE]  also check JSONPath vectors (default: jsonpath/vectors.json and fuzz.json in $ASLX_SHARED or ../shared)
  --measured DIR     folder of facts that others measured, checked with all cases (default: outside/measured/cases in $ASLX_SHARED or ../shared)
  --iac DIR          instead check the templates of DIR, which has an index.json with what they hold
  --json OUT         write {total, passed, failed, skipped, deferred} to OUT
  --fidelity OUT     write what is known of the fidelity to AWS to OUT (docs/fidelity.md); needs all cases
  --min-passed N     exit with 1 if fewer than N cases pass
  --verbose          print every case that does not pass, with the reason`

const WITH_VALUE = ['recordings', 'measured', 'iac', 'json', 'fidelity', 'group', 'case', 'min-passed'] as const
type Name = (typeof WITH_VALUE)[number]

/** Reads the arguments, or gives the message of what is wrong with them. */
export function readArguments(argv: readonly string[]): Arguments | string {
  const values = new Map<Name, string>()
  let jsonpath: string | undefined
  let verbose = false
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? ''
    const next = argv[index + 1]
    const hasValue = next !== undefined && !next.startsWith('--')
    const name = WITH_VALUE.find((known) => argument === `--${known}`)
    if (name !== undefined) {
      if (!hasValue) return `${argument} needs a value`
      values.set(name, next)
      index += 1
    } else if (argument === '--jsonpath') {
      jsonpath = hasValue ? next : 'default'
      if (hasValue) index += 1
    } else if (argument === '--verbose') verbose = true
    else return `unknown argument ${argument}`
  }
  const minPassed = Number(values.get('min-passed') ?? 0)
  if (!Number.isInteger(minPassed) || minPassed < 0) return '--min-passed needs a whole number'
  const [recordings, json, group] = [values.get('recordings'), values.get('json'), values.get('group')]
  const [fidelity, part] = [values.get('fidelity'), values.get('case')]
  if (fidelity !== undefined && (group ?? part) !== undefined) return '--fidelity needs all cases'
  const measured = values.get('measured')
  return {
    recordings,
    measured,
    jsonpath,
    iac: values.get('iac'),
    json,
    fidelity,
    group,
    case: part,
    verbose,
    minPassed,
  }
}
