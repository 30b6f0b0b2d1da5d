import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const PEER = 'aws-local-stepfunctions'
const PACKAGES = { [PEER]: '3.0.0', node: '^24' }

/** Out of git, and out of the project's own dependencies: nobody but the bench needs the peer or its Node. */
const DIRECTORY = fileURLToPath(new URL('../../node_modules/.cache/aslx-bench', import.meta.url))

/**
 * The peer and the Node it needs, installed on the first run: `{ node, url, version }`, where both sides run on `node`.
 * When it cannot be had (no network), `{ node, skipped }`: aslx is then measured alone, on the Node that runs the bench.
 */
export function installPeer() {
  const packageFile = join(DIRECTORY, 'node_modules', PEER, 'package.json')
  const node = join(DIRECTORY, 'node_modules', 'node', 'bin', 'node')
  const installed = () => existsSync(packageFile) && spawnSync(node, ['--version']).status === 0
  const problem = installed() ? undefined : install()
  if (!installed()) return { node: process.execPath, skipped: problem ?? 'npm installed no Node that runs here' }
  const { version, exports } = JSON.parse(readFileSync(packageFile, 'utf8'))
  return { node, version, url: pathToFileURL(join(dirname(packageFile), exports.import)).href }
}

/** What npm complains of, or undefined if it is content. */
function install() {
  mkdirSync(DIRECTORY, { recursive: true })
  writeFileSync(join(DIRECTORY, 'package.json'), JSON.stringify({ private: true, dependencies: PACKAGES }))
  const args = ['install', '--prefix', DIRECTORY, '--prefer-offline', '--fetch-retries=1', '--no-audit', '--no-fund']
  const { status, stderr, error } = spawnSync('npm', args, { encoding: 'utf8' })
  if (status === 0) return undefined
  const complaint = (stderr ?? '').split('\n').find((line) => line.startsWith('npm error'))
  return `npm install failed: ${error?.message ?? complaint ?? `exit code ${status}`}`
}
