import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { aslx } from './shell.js'

const IMAGE = 'aslx-crosscheck-stand-in'

/** A server in the image: it answers with a history in which nothing happens, which no machine with a Task has. */
const SERVE = `import { standIn } from './stand-in.mjs'
const event = { timestamp: 1893456000, type: 'ExecutionStarted', id: 1, previousEventId: 0 }
standIn(() => [event]).server.listen(8083, '0.0.0.0')
`

/**
 * Proves the container door with an image made of the Node that runs here and the stand-in: a difference must be found. How
 * many proofs failed.
 */
export async function containerDoor(folder: string): Promise<number> {
  try {
    execFileSync('docker', ['info'], { stdio: 'pipe' })
  } catch {
    console.log('skipped: the container door, since no Docker engine runs here')
    return 0
  }
  const context = join(folder, 'image')
  mkdirSync(context, { recursive: true })
  const files = [process.execPath, ...librariesOf(process.execPath)]
  for (const file of files) copyInto(join(context, 'root'), file)
  cpSync('test/crosscheck/stand-in.mjs', join(context, 'root/stand-in.mjs'))
  writeFileSync(join(context, 'root/serve.mjs'), SERVE)
  const command = JSON.stringify([process.execPath, '/serve.mjs'])
  writeFileSync(join(context, 'Dockerfile'), `FROM scratch\nCOPY root /\nEXPOSE 8083\nENTRYPOINT ${command}\n`)
  execFileSync('docker', ['build', '--quiet', '--tag', IMAGE, context], { stdio: 'pipe' })
  const told = await aslx([
    'crosscheck',
    'test/crosscheck/retried.asl.json',
    '--against',
    'sfn-local',
    '--image',
    IMAGE,
  ])
  const isProof = told.code === 1 && told.out.includes('1 there')
  console.log(`${isProof ? 'ok' : 'FAILED'}: the container door against a stand-in\n${told.out}${told.err}`)
  return isProof ? 0 : 1
}

function copyInto(root: string, file: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  cpSync(file, join(root, file), { dereference: true })
}

/** The shared libraries that a program needs. */
function librariesOf(program: string): readonly string[] {
  const lines = execFileSync('ldd', [program], { encoding: 'utf8' }).split('\n')
  return lines.flatMap((line) => /(\/\S+) \(0x/.exec(line)?.[1] ?? [])
}
