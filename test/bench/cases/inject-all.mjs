import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadProgram } from '../sides.mjs'
import { medianMs } from '../statistics.mjs'
import { tenStates } from '../ten-states.mjs'

export const title =
  'Strike a machine of ten states with every fault at every state (inject --fault all), first call of a process'
export const unit = 'ms'
export const better = 'less'
export const target = { aslx: 1000 }

const CALLS = { warmUps: 0, samples: 1 }

export const sides = {
  aslx: async () => {
    const { main } = await loadProgram()
    const folder = mkdtempSync(join(tmpdir(), 'aslx-bench-'))
    const file = join(folder, 'machine.asl.json')
    writeFileSync(file, tenStates())
    try {
      return await medianMs(() => strikeAll(main, file), CALLS)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}

async function strikeAll(main, file) {
  let text = ''
  const io = {
    stdout: (more) => void (text += more),
    stderr: () => undefined,
    readStdin: () => '',
    isTerminal: false,
    env: {},
    realMs: () => 0,
  }
  await main(['inject', file, '--fault', 'all', '--input', '{}', '--format', 'json'], io)
  const [{ strikes }] = JSON.parse(text).machines
  if (strikes.length < 400) throw new Error(`only ${strikes.length} strikes`)
}
