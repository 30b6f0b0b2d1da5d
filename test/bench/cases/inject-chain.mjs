import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chainOf } from '../chain.mjs'
import { loadProgram } from '../sides.mjs'

export const title =
  'Strike 500 retried Tasks in a row with every fault (inject --fault all): user CPU against 250 of them'
export const unit = 'times'
export const better = 'less'
export const target = { aslx: 2.5 }

export const sides = {
  aslx: async () => {
    const { main } = await loadProgram()
    await struckMs(main, 125)
    const half = await struckMs(main, 250)
    return (await struckMs(main, 500)) / half
  },
}

async function struckMs(main, tasks) {
  const folder = mkdtempSync(join(tmpdir(), 'aslx-bench-'))
  const file = join(folder, 'machine.asl.json')
  writeFileSync(file, chainOf(tasks))
  const io = {
    stdout: () => undefined,
    stderr: () => undefined,
    readStdin: () => '',
    isTerminal: false,
    env: {},
    realMs: () => 0,
  }
  const before = process.cpuUsage()
  try {
    await main(['inject', file, '--fault', 'all', '--input', '{}'], io)
  } finally {
    rmSync(folder, { recursive: true })
  }
  return process.cpuUsage(before).user / 1000
}
