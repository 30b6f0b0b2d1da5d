import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultRecordingsDir, loadCases } from './conformance/case.js'
import { runCase, summaryOf } from './conformance/run-case.js'
import { partsNotIn } from './docs/excerpt.js'
import { type Fence, anchorsOf, codeSpansOf, linksOf, readMarkdown } from './docs/markdown.js'
import { runAslx } from './docs/run-aslx.js'
import { shellCommands } from './docs/shell-command.js'

const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...filesIn('docs').filter((path) => path.endsWith('.md')),
  ...filesIn('machines').filter((path) => path.endsWith('/README.md')),
].map((path) => readMarkdown(path))

const FENCES = DOCUMENTS.flatMap(({ fences }) => fences)

function filesIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.map((name) => join(folder, name)).sort()
}

function claiming(kind: 'output' | 'file' | 'from'): readonly (readonly [at: string, what: string, fence: Fence])[] {
  return FENCES.flatMap((fence) => (fence.claim?.kind === kind ? [[fence.at, fence.claim.what, fence] as const] : []))
}

const COMMANDS = FENCES.filter(({ language }) => ['sh', 'console', 'bash', 'shell'].includes(language)).flatMap(
  (fence) => shellCommands(fence.text).map((command) => ({ at: fence.at, ...command })),
)

describe('the commands in the documents', () => {
  it('are there', () => {
    expect(COMMANDS.length).toBeGreaterThan(10)
    expect(claiming('output').length).toBeGreaterThan(3)
  })

  const ours = COMMANDS.filter(({ words }) => words[0] === 'npx' && words[1] === 'aslx')
  it.each(ours.map((command) => [command.at, command.words.slice(1).join(' '), command] as const))(
    '%s: %s does what it says',
    async (_, _line, { words, exits }) => {
      const { exitCode, stderr } = await runAslx(words)
      const stated = exits === undefined ? [0, 1] : [exits]
      expect(stated.includes(exitCode) ? '' : `exit code ${exitCode}: ${stderr}`).toBe('')
    },
  )

  it.each(claiming('output'))('%s is what %s prints, to the byte', async (_, line, { text }) => {
    const [command] = shellCommands(line)
    const { stdout } = await runAslx(command?.words ?? [])
    expect(`${text}\n`).toBe(stdout)
  })

  it('are scripts of package.json where npm runs them', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    const spans = DOCUMENTS.flatMap((document) => codeSpansOf(document).map((span) => span.split(' ')))
    const asked = [...COMMANDS.map(({ words }) => words), ...spans].flatMap(([npm, verb, script]) =>
      npm === 'npm' && verb === 'run' && script !== undefined ? [script] : [],
    )
    expect(asked.filter((script) => !Object.hasOwn(scripts, script))).toEqual([])
  })
})

describe('the code in the documents', () => {
  it('is always that of a file, so that it is compiled and run', () => {
    const code = FENCES.filter(({ language }) => ['ts', 'typescript', 'js', 'tsx'].includes(language))
    const unclaimed = code.filter(({ claim }) => claim?.kind !== 'file' && claim?.kind !== 'from')
    expect(code).not.toEqual([])
    expect(unclaimed.map(({ at }) => at)).toEqual([])
  })

  it.each(claiming('file'))('%s is %s', (_, file, { text }) => {
    expect(`${text}\n`).toBe(readFileSync(file, 'utf8'))
  })

  it.each(claiming('from'))('%s stands in %s', (_, file, { text }) => {
    expect(partsNotIn(readFileSync(file, 'utf8'), text)).toEqual([])
  })

  it('that imports aslx is a whole test, and no such test is left out', () => {
    const shown = FENCES.filter(({ text }) => /from 'aslx(?:\/\w+)?'/.test(text)).map(({ claim }) => claim)
    const whole = shown.flatMap((claim) => (claim?.kind === 'file' ? [claim.what] : []))
    expect(whole).toHaveLength(shown.length)
    expect(whole.sort()).toEqual(filesIn('test/docs/snippets'))
  })
})

describe.each(DOCUMENTS.map((document) => [document.path, document] as const))('%s', (path, document) => {
  it('links to what is there', () => {
    const inside = linksOf(document).filter((link) => !/^[a-z]+:/.test(link))
    expect(inside.filter((link) => !leadsSomewhere(path, link))).toEqual([])
  })

  it('names files that are there', () => {
    const named = codeSpansOf(document).filter((span) => /^(?:src|test|docs|machines|\.ci)\/[\w./@-]+$/.test(span))
    const outdated = named.filter((name) => !/NN/.test(name) && !existsSync(name))
    expect(outdated).toEqual([])
  })
})

function leadsSomewhere(from: string, link: string): boolean {
  const [file = '', anchor] = link.split('#')
  const path = file === '' ? from : normalize(join(dirname(from), file))
  if (!existsSync(path)) return false
  return anchor === undefined || anchorsOf(readMarkdown(path)).includes(anchor)
}

function textOf(path: string): string {
  return readFileSync(path, 'utf8')
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
}

describe('what the documents claim', () => {
  const CLAIM =
    /(\d+) of (\d+) recorded cases agree[\s\S]*?(\d+) of them are executions[\s\S]*?for (\d+) the whole history/
  const [agree = 0, total, executions, histories] = (CLAIM.exec(textOf('README.md')) ?? []).slice(1).map(Number)

  it('of recorded cases is no less than what the tests hold', () => {
    const floor = Number(/const FLOOR = (\d+)/.exec(textOf('test/conformance/recorded.test.ts'))?.[1])
    expect(agree).toBeGreaterThanOrEqual(floor)
    expect(textOf('.ci/run')).toContain(`--min-passed ${floor}\n`)
  })

  const dir = defaultRecordingsDir()
  const cases = loadCases(dir)
  const absent = cases ? '' : `: the corpus is absent (${dir})`
  it.skipIf(cases === undefined)(`of recorded cases is what is counted${absent}`, () => {
    const all = cases ?? []
    const runs = all.filter(({ kind }) => kind === 'execution')
    const counted = summaryOf(all.map((source) => ({ source, verdict: runCase(source) }))).passed
    const whole = runs.filter(({ expect: recorded }) => Object.hasOwn(recorded, 'events')).length
    expect([agree, total, executions, histories]).toEqual([counted, all.length, runs.length, whole])
  })

  it('of the command line leaves no command out', async () => {
    const { stdout } = await runAslx(['npx', 'aslx', '--help'])
    const commands = [...stdout.matchAll(/^ {2}(\w+) +\S/gm)].map((match) => match[1])
    expect(commands).toContain('inject')
    expect(commands.filter((name) => !textOf('README.md').includes(`\`${name}\``))).toEqual([])
  })

  it('of the layers is one row for each folder of src, and for each room of the harness', () => {
    const [, section = ''] = /^## Layers$([\s\S]*?)^## /m.exec(textOf('docs/architecture.md')) ?? []
    const rows = [...section.matchAll(/^\| `([\w/]+)` /gm)].map((match) => match[1])
    const rooms = foldersIn('src/harness').map((name) => `harness/${name}`)
    const layers = foldersIn('src').flatMap((name) => (name === 'harness' ? rooms : [name]))
    expect(rows.sort()).toEqual(layers.sort())
  })

  it('of the decisions lists every one', () => {
    const listed = linksOf(readMarkdown('docs/decisions/README.md'))
    expect(filesIn('docs/decisions').filter((path) => !listed.includes(path.replace('docs/decisions/', '')))).toEqual([
      'docs/decisions/README.md',
    ])
  })
})
