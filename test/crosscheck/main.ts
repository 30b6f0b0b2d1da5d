/** `npm run test:crosscheck`: `aslx crosscheck` against engines that are no part of this project. What cannot run here is told. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { containerDoor } from './container-door.js'
import { aslx } from './shell.js'

/** Machines that are held against moto: the exit code that is known, and why it is not 0. */
const KNOWN: readonly { readonly args: readonly string[]; readonly code: number; readonly because?: string }[] = [
  // Of a mocked failure moto says neither the service nor the action.
  { args: ['test/crosscheck/retried.asl.json', '--ignore', 'resource', '--ignore', 'resourceType'], code: 0 },
  {
    args: ['machines/01-pdf-pipeline/template.mended.yaml'],
    code: 1,
    because: 'a filter in a path that selects nothing is an error in moto, and an empty list in AWS',
  },
]

const folder = mkdtempSync(join(tmpdir(), 'aslx-crosscheck-'))
let failures = 0

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
    execFileSync(join(venv, 'bin/pip'), ['install', '--quiet', 'moto[server,stepfunctions]'], { stdio: 'pipe' })
    return { python: join(venv, 'bin/python') }
  } catch (error) {
    return { reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }
  }
}

async function endpointDoor(): Promise<void> {
  const found = motoPython()
  if ('reason' in found)
    return console.log(`skipped: the endpoint door against moto, which cannot be installed: ${found.reason}`)
  const port = await freePort()
  const mocks = join(folder, 'mocks.json')
  const server = spawn(found.python, ['test/crosscheck/moto_server.py', '-H', '127.0.0.1', '-p', String(port)], {
    env: { ...process.env, SFN_MOCK_CONFIG: mocks },
    stdio: 'ignore',
  })
  try {
    const url = `http://127.0.0.1:${port}`
    if (!(await isUp(url))) return console.log('skipped: the endpoint door against moto, whose server does not start')
    for (const { args, code, because } of KNOWN) {
      const told = await aslx(['crosscheck', ...args, '--against', url, '--mock-file', mocks, '--within', '60s'])
      const why = because === undefined ? '' : ` (known: ${because})`
      console.log(
        `${told.code === code ? 'ok' : 'FAILED'}: ${args.join(' ')} against moto${why}\n${told.out}${told.err}`,
      )
      if (told.code !== code) failures++
    }
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

try {
  await endpointDoor()
  failures += await containerDoor(folder)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = failures === 0 ? 0 : 1
