/** What the command line asks for. */
export interface Arguments {
  /** Real time to go on for, in minutes; undefined: until the cases are done. */
  readonly minutes: number | undefined
  /** Cases in all, over all targets; undefined: until the time is over. */
  readonly cases: number | undefined
  readonly seed: number
  /** The one target to try; undefined: all. */
  readonly only: string | undefined
}

export const USAGE = `usage: npm run fuzz -- --minutes N [options]
  --minutes N     go on for N minutes of real time (default: 1, unless --cases says how much)
  --cases N       stop after N cases in all
  --seed S        a whole number from which all cases come (default: 1)
  --only TARGET   only this target`

/** Reads the arguments, or gives the message of what is wrong with them. */
export function readArguments(argv: readonly string[], targets: readonly string[]): Arguments | string {
  const values = new Map<string, string>()
  for (let index = 0; index < argv.length; index += 2) {
    const [name = '', value] = argv.slice(index, index + 2)
    if (!['--minutes', '--cases', '--seed', '--only'].includes(name)) return `unknown argument ${name}`
    if (value === undefined) return `${name} needs a value`
    values.set(name, value)
  }
  const number = (name: string): number | undefined => (values.has(name) ? Number(values.get(name)) : undefined)
  const [minutes, cases, seed] = [number('--minutes'), number('--cases'), number('--seed') ?? 1]
  if (minutes !== undefined && !(minutes > 0)) return '--minutes needs a number above 0'
  if (cases !== undefined && !(Number.isInteger(cases) && cases > 0)) return '--cases needs a whole number from 1'
  if (!(Number.isSafeInteger(seed) && seed >= 0)) return '--seed needs a whole number from 0'
  const only = values.get('--only')
  if (only !== undefined && !targets.includes(only))
    return `there is no target ${only}: there are ${targets.join(', ')}`
  return { minutes: minutes ?? (cases === undefined ? 1 : undefined), cases, seed, only }
}
