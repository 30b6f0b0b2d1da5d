/** `npm run test:crosscheck`: `aslx crosscheck` against engines that are no part of this project. What cannot run here is told. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Verdict, check } from './check.js'
import { containerDoor } from './container-door.js'
import { MACHINES } from './machines.js'

/** jsonata-python evaluates what moto only parses. */
const PACKAGES = ['moto[server,stepfunctions]', 'jsonata-python']

const folder = mkdtempSync(join(tmpdir(), 'aslx-crosscheck-'))
const verdicts: Verdict[] = []

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The Python that has moto: `ASLX_MOTO_PYTHON`, or a fresh virtual environment. Else why there is none. */
function motoPython(): { readonly python: string } | { readonly reason: string } {
  const given = process.env['ASLX_MOTO_PYTHON']
  if (given !== undefined) return { python: given }
  const venv = join(folder, 'venv')
  try {
    execFileSync('python3', ['-m', 'venv', venv], { stdio: 'pipe' })
    execFileSync(join(venv, 'bin/pip'), ['install', '--quiet', ...PACKAGES], { stdio: 'pipe' })
    return { python: join(venv, 'bin/python') }
  } catch (error) {
    return { reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }
  }
}

/** Why nothing could be held against moto; undefined if it was. */
async function endpointDoor(): Promise<string | undefined> {
  const found = motoPython()
  if ('reason' in found) return `moto cannot be installed: ${found.reason}`
  const port = await freePort()
  const mocks = join(folder, 'mocks.json')
  const server = spawn(found.python, ['test/crosscheck/moto_server.py', '-H', '127.0.0.1', '-p', String(port)], {
    env: { ...process.env, SFN_MOCK_CONFIG: mocks },
    stdio: 'ignore',
  })
  try {
    const url = `http://127.0.0.1:${port}`
    if (!(await isUp(url))) return "moto's server does not start"
    for (const checked of MACHINES) verdicts.push(await check(checked, url, mocks))
    return undefined
  } finally {
    server.kill()
  }
}

async function isUp(url: string): Promise<boolean> {
  for (let tries = 0; tries < 60; tries++) {
    if (
      await fetch(`${url}/moto-api/`).then(
        () => true,
        () => false,
      )
    )
      return true
    await wait(500)
  }
  return false
}

let doorFailures = 0
try {
  const reason = await endpointDoor()
  if (reason !== undefined) {
    console.log(`skipped: the endpoint door, since ${reason}`)
    verdicts.push(...MACHINES.map(() => 'skipped' as const))
  }
  const count = (verdict: Verdict): number => verdicts.filter((one) => one === verdict).length
  console.log(
    `crosscheck: ${count('agrees')} agree, ${count('differs as known')} differ as known, ${count('failed')} failed, ${count('skipped')} skipped`,
  )
  doorFailures = count('failed') + (await containerDoor(folder))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = doorFailures === 0 ? 0 : 1
