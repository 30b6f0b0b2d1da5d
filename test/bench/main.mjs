// npm run bench; --help tells its options.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'
import { CASES } from './cases.mjs'
import { compare } from './compare.mjs'
import { installPeer } from './peer.mjs'
import { isFailed, printReport } from './report.mjs'

const HELP = `npm run bench -- [options]: measures the built package, beside a peer where it can be installed

  --only <names>   only these cases, with commas between them
  --rounds <n>     how often each side of a case is measured (default 5)
  --json <file>    also writes the report there
  --no-build       measures dist and build as they are
  --help           this text

cases: ${Object.keys(CASES).join(', ')}

Ends with 1 where a row is farther from its target than its tolerance.
`

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Measures one side of one case in this process and prints the number: what the bench calls itself with. */
    measure: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: Object.keys(CASES).join() },
    json: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (options.help) {
  process.stdout.write(HELP)
} else if (options.measure) {
  const [name = '', side = ''] = positionals
  console.log(await CASES[name].sides[side]())
} else {
  bench(options)
}

function bench({ 'no-build': isBuilt, only, rounds, json }) {
  const names = only.split(',')
  const unknown = names.find((name) => !Object.hasOwn(CASES, name))
  if (unknown !== undefined) {
    console.error(`bench: there is no case "${unknown}"; the cases are ${Object.keys(CASES).join(', ')}`)
    process.exitCode = 2
    return
  }
  if (!isBuilt) {
    tell('building dist')
    build()
  }
  tell('looking for the peer, which is installed on the first run')
  const report = compare({ names, rounds: Number(rounds), peer: installPeer(), tell })
  printReport(report)
  if (json) writeFileSync(json, `${JSON.stringify(report, null, 2)}\n`)
  const isMissed = report.cases.some(({ sides, better }) => sides.some((side) => isFailed(side, better)))
  process.exitCode = isMissed ? 1 : 0
}

/** What it is doing, on standard error, so that the report can be piped. */
function tell(doing) {
  console.error(`bench: ${doing}`)
}
