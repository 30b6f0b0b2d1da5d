// npm run bench [-- --rounds 5] [--only counter-loop,map] [--json out.json] [--no-build]
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'
import { CASES } from './cases.mjs'
import { compare } from './compare.mjs'
import { installPeer } from './peer.mjs'
import { printReport } from './report.mjs'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Measures one side of one case in this process and prints the number: what the bench calls itself with. */
    measure: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: Object.keys(CASES).join() },
    json: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
})

if (options.measure) {
  const [name = '', side = ''] = positionals
  console.log(await CASES[name].sides[side]())
} else {
  if (!options['no-build']) build()
  const peer = installPeer()
  const report = compare({ names: options.only.split(','), rounds: Number(options.rounds), peer })
  printReport(report)
  if (options.json) writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`)
}
