import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { aslx } from './fake-io.js'
import { folderWith } from './workspace.js'

const started = process.cwd()
afterEach(() => process.chdir(started))

const root = resolve(import.meta.dirname, '../..')

/** A copy of a sample project, which the commands are typed in. */
function project(name: string, folder = folderWith({ '.git/HEAD': 'x' })): string {
  cpSync(join(import.meta.dirname, 'fixtures', name), folder, { recursive: true })
  process.chdir(folder)
  return folder
}

/** Runs the tests below a folder, each where it stands, with the vitest of this repository. */
function vitest(folder: string): { readonly status: number | null; readonly stdout: string } {
  const alias = [
    `{ find: /^aslx$/, replacement: ${JSON.stringify(join(root, 'src/index.ts'))} }`,
    `{ find: /^aslx\\/(.*)$/, replacement: ${JSON.stringify(join(root, 'src'))} + '/$1.ts' }`,
  ]
  const test = { root: folder, isolate: false, maxWorkers: 1, setupFiles: ['enter.mjs'] }
  writeFileSync(
    join(folder, 'enter.mjs'),
    `import { dirname } from 'node:path'
import { expect } from 'vitest'
process.chdir(dirname(expect.getState().testPath))
`,
  )
  const config = join(folder, 'vitest.config.mjs')
  writeFileSync(config, `export default { resolve: { alias: [${alias.join(', ')}] }, test: ${JSON.stringify(test)} }`)
  const bin = join(root, 'node_modules/vitest/vitest.mjs')
  const { VITEST: _, ...env } = process.env
  return spawnSync(process.execPath, [bin, 'run', '--config', config, '--root', folder], {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
}

const SAMPLES = [
  ['sam', 'template.yaml', 'OrderFlow.test.ts', 'template.aslx.yaml'],
  ['cdk', 'cdk.out', 'ImageFlow.test.ts', 'ImageFlow.aslx.yaml'],
  ['terraform', 'main.tf', 'images.test.ts', 'main.aslx.yaml'],
  ['serverless', 'serverless.yml', 'pollFlow.test.ts', 'serverless.aslx.yaml'],
] as const

describe.each(SAMPLES)('aslx init in a project of %s', (name, source, test, scenario) => {
  it('writes a configuration, a scenario and a test, with which everything runs and the first strike falls', async () => {
    const folder = project(name)
    const { code, out, err } = await aslx(['init'])
    expect([code, err]).toEqual([0, ''])
    for (const file of ['aslx.config.yaml', scenario, test]) expect(out).toContain(`wrote    ${file}\n`)
    expect(out).toContain(`npx aslx inject ${source} --fault oom\n`)
    const run = await aslx(['run'])
    expect([run.code, run.out.includes('inferred')]).toEqual([0, false])
    expect((await aslx(['inject', '--fault', 'oom'])).out).toMatch(/\d strikes: /)
    expect(existsSync(join(folder, test))).toBe(true)
  })

  it('keeps what is there, unless it is forced', async () => {
    const folder = project(name)
    writeFileSync(join(folder, scenario), 'tasks: {}\n')
    expect((await aslx(['init'])).out).toContain(`kept     ${scenario} (it is there already; --force writes over it)\n`)
    expect(readFileSync(join(folder, scenario), 'utf8')).toBe('tasks: {}\n')
    expect((await aslx(['init', '--force'])).out).toContain(`replaced ${scenario}\n`)
    expect(readFileSync(join(folder, scenario), 'utf8')).toContain('input:')
  })
})

describe('aslx init', () => {
  it('writes tests that pass where they stand', async () => {
    const folder = folderWith(Object.fromEntries(SAMPLES.map(([name]) => [`${name}/.git/HEAD`, 'x'])))
    for (const [name] of SAMPLES) {
      project(name, join(folder, name))
      await aslx(['init'])
    }
    const { status, stdout } = vitest(folder)
    expect(status === 0 ? '' : stdout).toBe('')
    for (const [name, , test] of SAMPLES) expect(stdout).toContain(`${name}/${test}`)
  }, 60_000)

  it('writes the values that a template leaves open as comments', async () => {
    const folder = project('sam')
    await aslx(['init'])
    expect(readFileSync(join(folder, 'aslx.config.yaml'), 'utf8')).toContain('# parameters:\n#   Stage: Stage\n')
  })

  it('writes a test of every error path as well if asked, into the folder of tests', async () => {
    const folder = project('sam')
    cpSync(join(folder, '.git'), join(folder, 'test'), { recursive: true })
    expect((await aslx(['init', '--tests'])).out).toContain('wrote    test/OrderFlow.error-paths.test.ts\n')
    expect(existsSync(join(folder, 'test/OrderFlow.test.ts'))).toBe(true)
  })

  it('is refused for a file', async () => {
    const file = join(folderWith({ 'm.asl.json': '{}' }), 'm.asl.json')
    const told = { code: 2, err: `aslx: ${file} is a file: init takes the folder it is in\n` }
    expect(await aslx(['init', file])).toMatchObject(told)
  })

  it('is refused where there is no machine', async () => {
    const folder = folderWith({ 'a.txt': '' })
    const { code, err } = await aslx(['init', folder])
    expect([code, err.startsWith(`aslx: ${folder}: no state machine found below this folder`)]).toEqual([3, true])
  })
})
