import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PRELOADED = fileURLToPath(new URL('user-cpu.cjs', import.meta.url))

/** Runs of each side. They take turns, and the fastest of each counts: what a busy machine adds is no cost of ours. */
const RUNS = 9

/** User CPU of a process with these arguments to node, as a ratio to that of a node that does nothing. */
export function timesBareNode(args, bare) {
  let ours = Infinity
  let nodes = Infinity
  for (let run = 0; run < RUNS; run++) {
    nodes = Math.min(nodes, userCpuMs(bare))
    ours = Math.min(ours, userCpuMs(args))
  }
  return ours / nodes
}

function userCpuMs(args) {
  const stdio = ['ignore', 'ignore', 'pipe', 'pipe']
  const { output, status } = spawnSync(process.execPath, ['--require', PRELOADED, ...args], { cwd: ROOT, stdio })
  const ms = Number(output?.[3]?.toString() || NaN)
  // 1 is a finding, as a strike that nothing handles is.
  if (Number.isNaN(ms) || (status !== 0 && status !== 1)) throw new Error(`node ${args.join(' ')}: ${output?.[2]}`)
  return ms
}
