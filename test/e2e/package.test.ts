import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { API_LISTING, apiListing } from '../docs/api-listing.js'
import { linksOf, readMarkdown } from '../docs/markdown.js'
import { orders } from './machines.js'

const REPOSITORY = resolve(import.meta.dirname, '../..')

interface Manifest {
  readonly bin: { readonly aslx: string }
  readonly dependencies: Readonly<Record<string, string>>
  readonly scripts: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>
}

const folder = mkdtempSync(join(tmpdir(), 'aslx-package-'))
const project = join(folder, 'project')
const installed = join(project, 'node_modules/aslx')
const manifest = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as Manifest

/** What `npm pack` says it packed. */
interface Tarball {
  readonly filename: string
  /** Bytes, packed and unpacked. */
  readonly size: number
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string }[]
}
let tarball: Tarball

/** Lifecycle scripts may print before the JSON does. */
function packedIn(stdout: string): Tarball {
  const [found] = JSON.parse(stdout.slice(stdout.indexOf('[\n'))) as [Tarball]
  return found
}

/** Builds and packs a copy of the repository, so that nothing of the work tree is touched, and unpacks it into a project. */
beforeAll(() => {
  const copy = join(folder, 'copy')
  const sources = [
    'package.json',
    'tsconfig.json',
    'rollup.config.mjs',
    'src',
    'data',
    'schema',
    'docs',
    'README.md',
    'CHANGELOG.md',
    'LICENSE',
  ]
  for (const name of sources) {
    cpSync(join(REPOSITORY, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(REPOSITORY, 'node_modules'), join(copy, 'node_modules'))
  const packed = execFileSync('npm', ['pack', '--offline', '--json'], { cwd: copy, encoding: 'utf8' })
  tarball = packedIn(packed)
  mkdirSync(installed, { recursive: true })
  execFileSync('tar', ['-xzf', join(copy, tarball.filename), '--strip-components=1', '-C', installed])
  for (const name of [...Object.keys(manifest.dependencies), 'vitest']) {
    const link = join(project, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(REPOSITORY, 'node_modules', name), link)
  }
  writeFileSync(join(project, 'package.json'), '{"type":"module"}')
  writeFileSync(join(project, 'a.asl.json'), JSON.stringify(orders))
}, 300_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a script of the project prints. */
function evaluate(script: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: project,
    encoding: 'utf8',
  })
  return stdout + stderr
}

function bin(...argv: readonly string[]): {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
} {
  return spawnSync(process.execPath, [join(installed, manifest.bin.aslx), ...argv], { cwd: project, encoding: 'utf8' })
}

describe('the packed package, in an empty project', () => {
  it('has every file that its exports name', () => {
    const files = Object.values(manifest.exports).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : [entry.types, entry.default],
    )
    const shipped = files.filter((file) => !file.includes('*'))
    expect(shipped.filter((file) => !existsSync(join(installed, file)))).toEqual([])
    expect(existsSync(join(installed, 'schema/aslx-suite.schema.json'))).toBe(true)
  })

  it('is small: no sources, no maps of them, and no script that runs where it is installed', () => {
    const paths = tarball.files.map(({ path }) => path)
    expect(paths.length).toBeLessThanOrEqual(100)
    expect(tarball.size).toBeLessThan(2_000_000)
    expect(
      paths.filter(
        (path) =>
          !/^(?:dist\/.*\.(?:js|cjs|d\.ts)|schema\/.*\.json|data\/.*\.jsonl?|docs\/.*\.(?:md|txt)|[^/]+)$/.test(path),
      ),
    ).toEqual([])
    const scripts = Object.keys(manifest.scripts)
    expect(scripts.filter((name) => /^(?:pre|post)?(?:install|prepare)$/.test(name))).toEqual([])
  })

  it('declares what docs/api.txt lists (npm run docs:api writes it)', () => {
    expect(apiListing(join(installed, 'dist'))).toBe(readFileSync(join(REPOSITORY, API_LISTING), 'utf8'))
  })

  const readme = readMarkdown('README.md', readFileSync(join(REPOSITORY, 'README.md'), 'utf8'))

  it('has a README that links to nothing that is not shipped', () => {
    const files = linksOf(readme).flatMap((link) => (/^[a-z]+:|^#/.test(link) ? [] : [link.split('#')[0] ?? '']))
    expect(files.filter((file) => !existsSync(join(installed, file)))).toEqual([])
  })

  it('has a README whose first example prints what it says', () => {
    const [machine, example] = readme.fences
    const [prompt = '', ...printed] = (example?.text ?? '').split('\n')
    writeFileSync(join(project, 'order.asl.json'), machine?.text ?? '')
    const words = prompt.split(' ')
    expect(words.slice(0, 3)).toEqual(['$', 'npx', 'aslx'])
    expect(bin(...words.slice(3)).stdout).toBe(`${printed.join('\n')}\n`)
  })

  it('is imported as aslx', () => {
    expect(
      evaluate(`
        import { fault, loadMachine, returns } from 'aslx'
        const machine = await loadMachine('a.asl.json')
        const tasks = { Charge: returns({}), Ship: returns({}), Refund: returns({}) }
        const run = await machine.run({ tasks, faults: [fault('lambda-oom').at('Ship')] })
        console.log(run.status, run.path.join(' '))
      `),
    ).toBe('SUCCEEDED Charge Ship Refund\n')
  })

  it('is imported as aslx/engine', () => {
    expect(
      evaluate(`import * as engine from 'aslx/engine'; console.log(typeof engine.advance, typeof engine.start)`),
    ).toBe('function function\n')
  })

  it('extends vitest as aslx/vitest', () => {
    writeFileSync(
      join(project, 'a.test.js'),
      `import { loadMachine, returns } from 'aslx'
       import 'aslx/vitest'
       import { expect, it } from 'vitest'
       it('ships', async () => {
         const machine = await loadMachine('a.asl.json')
         expect(await machine.run({ tasks: { Charge: returns({}), Ship: returns({}) } })).toSucceed()
       })`,
    )
    const vitest = join(REPOSITORY, 'node_modules/vitest/vitest.mjs')
    const env = { ...process.env, NO_COLOR: '1' }
    const { status, stdout } = spawnSync(process.execPath, [vitest, 'run'], { cwd: project, encoding: 'utf8', env })
    expect(stdout).toContain('1 passed')
    expect(status).toBe(0)
  }, 60_000)

  it.each(['aslx/dist/index.js', 'aslx/src/index.ts', 'aslx/harness/machine.js', 'aslx/dist/cli/main.js'])(
    'cannot be entered by %s',
    (specifier) => {
      expect(evaluate(`await import('${specifier}').catch((error) => console.log(error.code))`)).toBe(
        'ERR_PACKAGE_PATH_NOT_EXPORTED\n',
      )
    },
  )

  it('has a command', () => {
    expect(bin('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
    const swept = bin('inject', 'a.asl.json', '--fault', 'oom')
    expect(swept).toMatchObject({ status: 1, stderr: '' })
    expect(swept.stdout).toContain('6 strikes: ')
  })

  it('has a command that ends in one line and no stack trace, whatever is wrong', () => {
    expect(bin('run', 'nope.json')).toMatchObject({
      status: 3,
      stdout: '',
      stderr: 'aslx: nope.json: there is no such file\n',
    })
  })

  it.skipIf(!existsSync('/dev/full'))('has a command that says so when a disk is full (needs /dev/full)', () => {
    const command = [process.execPath, join(installed, manifest.bin.aslx)]
    expect(spawnSync('sh', ['-c', '"$0" "$1" faults > /dev/full', ...command], { encoding: 'utf8' })).toMatchObject({
      status: 2,
      stderr: 'aslx: standard output cannot be written (ENOSPC)\n',
    })
  })

  it('has a command that stops without a word when nobody reads on', () => {
    const { stderr } = spawnSync(
      'sh',
      ['-c', `"$0" "$1" run a.asl.json --format json | true`, process.execPath, join(installed, manifest.bin.aslx)],
      {
        cwd: project,
        encoding: 'utf8',
      },
    )
    expect(stderr).toBe('')
  })
})
