import { type Arguments, USAGE, readArguments } from './arguments.js'
import { type Answer, Child } from './child.js'
import { keepRegression } from './regressions.js'
import { shrunk } from './shrink.js'
import { targetNamed, targets } from './targets.js'

/** Real time that a case may take: much more than any needs on a busy machine. */
const LIMIT_MS = 60_000
const TRIES = 1_500
/** Cases between two lines that tell how far it is. */
const TOLD_EVERY = 10_000
/** A case that does not end costs the whole limit in each try. */
const SLOW_TRIES = 25

/**
 * Tries targets in turn with generated cases, until time or cases are over. Every finding is made smaller, printed with
 * its seed, and kept as a regression. The exit code is 1 if there was one. Only here a clock of the real world is read.
 */
async function main(argv: readonly string[]): Promise<number> {
  const names = targets.map(({ name }) => name)
  const options = readArguments(argv, names)
  if (typeof options === 'string') {
    console.error(`${options}\n${USAGE}`)
    return 2
  }
  console.log(`fuzz: seed ${options.seed}`)
  const counts = await fuzz(options, options.only === undefined ? names : [options.only])
  for (const [name, { cases, findings }] of counts)
    console.log(`${name.padEnd(18)} ${cases} cases, ${findings} findings`)
  const sum = [...counts.values()].reduce((a, b) => ({ cases: a.cases + b.cases, findings: a.findings + b.findings }))
  console.log(`fuzz: ${sum.cases} cases, ${sum.findings} findings, seed ${options.seed}`)
  return sum.findings > 0 ? 1 : 0
}

interface Count {
  readonly cases: number
  readonly findings: number
}

async function fuzz(
  { minutes, cases, seed }: Arguments,
  names: readonly string[],
): Promise<ReadonlyMap<string, Count>> {
  const endsAtMs = minutes === undefined ? Number.POSITIVE_INFINITY : Date.now() + minutes * 60_000
  const counts = new Map(names.map((name) => [name, { cases: 0, findings: 0 }]))
  const known = new Set<string>()
  const child = new Child(LIMIT_MS)
  let left = cases ?? Number.POSITIVE_INFINITY
  let done = 0
  for (let turn = 0; left > 0 && Date.now() < endsAtMs; turn += 1) {
    const name = names[turn % names.length] ?? ''
    const { slice } = targetNamed(name)
    const sliceSeed = (seed * 1_000_003 + turn) % 2_147_483_647
    const answer = await child.ask({ kind: 'slice', target: name, seed: sliceSeed, cases: Math.min(slice, left) })
    done += answer.cases
    if (done % TOLD_EVERY < answer.cases) console.log(`${done} cases`)
    left -= Math.max(1, answer.cases)
    const count = counts.get(name) ?? { cases: 0, findings: 0 }
    counts.set(name, { cases: count.cases + answer.cases, findings: count.findings + (answer.found ? 1 : 0) })
    if (answer.found) await tell(name, sliceSeed, answer.found, known)
  }
  child.stop()
  return counts
}

async function tell(
  target: string,
  seed: number,
  found: NonNullable<Answer['found']>,
  known: Set<string>,
): Promise<void> {
  const { signature } = found.finding
  const heading = `finding in ${target}, seed ${seed}: ${found.finding.detail}`
  if (known.has(`${target} ${signature}`)) return console.log(`${heading} (as before)`)
  known.add(`${target} ${signature}`)
  console.log(heading)
  const isSlow = signature === 'a case does not end'
  const child = new Child(isSlow ? LIMIT_MS / 4 : LIMIT_MS)
  let detail = found.finding.detail
  const given = await shrunk(
    found.given,
    async (value) => {
      const again = (await child.ask({ kind: 'one', target, given: value })).found?.finding
      if (again?.signature !== signature) return false
      detail = again.detail
      return true
    },
    isSlow ? SLOW_TRIES : TRIES,
  )
  child.stop()
  const file = keepRegression({ target, found: detail, given })
  console.log(`    kept as test/fuzz/regressions/${file}: ${JSON.stringify(given).slice(0, 600)}`)
}

process.exitCode = await main(process.argv.slice(2))
