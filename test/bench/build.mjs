import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Builds `dist`, so that what is measured is what would be published. Type errors do not stop a measurement. */
export function build() {
  const { status, stdout } = spawnSync('npx', ['tsc', '-p', 'tsconfig.json', '--noEmitOnError', 'false'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (status !== 0) console.error(`bench: dist is built with type errors, the first: ${stdout.split('\n', 1)[0]}`)
}
