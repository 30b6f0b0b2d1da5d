import { spawnSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { CASES } from './cases.mjs'
import { PEER } from './peer.mjs'
import { spread } from './statistics.mjs'

const MAIN = fileURLToPath(new URL('main.mjs', import.meta.url))

/**
 * Runs the named cases, each side in a fresh process, the sides in turn (A B A B) so that a busy minute of the machine
 * meets both. A ratio is of two numbers of the same round. `tell` gets a line before each of them.
 */
export function compare({ names, rounds, peer, tell }) {
  const cases = names.map((name) => {
    const sides = Object.keys(CASES[name].sides).filter((side) => side !== PEER || !peer.skipped)
    const values = Object.fromEntries(sides.map((side) => [side, []]))
    for (let round = 0; round < rounds; round++) {
      for (const side of sides) {
        tell(`${name}: ${side}, round ${round + 1} of ${rounds}`)
        values[side].push(measure(name, side, peer))
      }
    }
    return summary(name, values)
  })
  const node = spawnSync(peer.node, ['--version'], { encoding: 'utf8' }).stdout.trim()
  const machine = { node, cpus: cpus().length, cpu: cpus()[0]?.model ?? 'unknown', load: loadavg() }
  const { version, skipped } = peer
  return { schemaVersion: 1, rounds, machine, peer: { name: PEER, version, skipped }, cases }
}

function measure(name, side, peer) {
  const { status, stdout, stderr } = spawnSync(peer.node, [MAIN, '--measure', name, side], {
    encoding: 'utf8',
    env: { ...process.env, ASLX_BENCH_PEER: peer.url ?? '' },
  })
  if (status !== 0) throw new Error(`case ${name}, side ${side}: ${stderr}`)
  return Number(stdout)
}

function summary(name, values) {
  const { title, unit, better, target, tolerance } = CASES[name]
  const sides = Object.entries(values).map(([side, own]) => ({
    side,
    ...spread(own),
    ...(side !== PEER && values[PEER] && { timesThePeer: spread(own.map((v, i) => gain(better, v, values[PEER][i]))) }),
    ...(target[side] !== undefined && { target: target[side], tolerance }),
  }))
  return { name, title, unit, better, sides }
}

/** How many times better `ours` is than `theirs`. */
function gain(better, ours, theirs) {
  return better === 'more' ? ours / theirs : theirs / ours
}
