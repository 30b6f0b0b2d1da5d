import { spawnSync } from 'node:child_process'
import { PEER } from '../peer.mjs'
import { ASLX_URL, peerUrl } from '../sides.mjs'
import { medianMs } from '../statistics.mjs'

export const title = 'Import: a whole process that imports the package, less one that imports nothing'
export const unit = 'ms'
export const better = 'less'
export const target = { aslx: 40 }

const CALLS = { warmUps: 1, samples: 7 }

function processMs(code) {
  return medianMs(() => {
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(stderr)
  }, CALLS)
}

async function importMs(url) {
  return (await processMs(`import ${JSON.stringify(url)}`)) - (await processMs(''))
}

export const sides = {
  aslx: () => importMs(ASLX_URL),
  [PEER]: () => importMs(peerUrl()),
}
