import { readFileSync } from 'node:fs'
import { format } from 'prettier'

/** A value that an entry of the package exports, and the example in its doc comment. */
export interface PublicExample {
  readonly name: string
  /** The file of `src` that has it. */
  readonly file: string
  /** The lines of `@example`; undefined if there is none. */
  readonly code: readonly string[] | undefined
}

/** The entries whose exports are called; the others only extend a test runner. */
export const EXAMPLE_ENTRIES = ['index', 'engine'] as const
type Entry = (typeof EXAMPLE_ENTRIES)[number]

/** The file that holds the examples of an entry as tests; `npm run docs:examples` writes it. */
export function examplesFile(entry: Entry): string {
  return `test/docs/examples-of-${entry}.test.ts`
}

/** All values that an entry exports, in order. */
export function examplesOf(entry: Entry): readonly PublicExample[] {
  const text = readFileSync(`src/${entry}.ts`, 'utf8')
  const own = [...text.matchAll(/^export function (\w+)/gm)].map(([, name = '']) => {
    return { name, file: `src/${entry}.ts`, code: exampleIn(text, name) }
  })
  const others = [...text.matchAll(/^export \{([^}]*)\} from '\.\/([^']+)\.js'/gm)].flatMap(([, names = '', path]) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type '))
      .map((written) => {
        const [declared = '', name = declared] = written.split(' as ')
        return { name, file: `src/${path}.ts`, code: exampleIn(readFileSync(`src/${path}.ts`, 'utf8'), declared) }
      }),
  )
  return [...others, ...own]
}

function exampleIn(source: string, name: string): readonly string[] | undefined {
  const declaration = new RegExp(String.raw`^export (?:async )?(?:function|class|const) ${name}\b`, 'm').exec(source)
  const before = source.slice(0, declaration?.index ?? 0)
  if (!before.endsWith(' */\n')) return undefined
  const lines = before.slice(before.lastIndexOf('/**')).split('\n').slice(1, -2)
  const at = lines.findIndex((line) => line.trim() === '* @example')
  return at === -1 ? undefined : lines.slice(at + 1).map((line) => line.replace(/^ \* ?/, ''))
}

/** The examples of an entry as tests. A line `value // => other` expects the two to be equal. */
export async function examplesAsTests(entry: Entry): Promise<string> {
  const examples = examplesOf(entry)
  const all = examples.flatMap(({ code }) => code ?? []).join('\n')
  const used = examples.filter(({ name }) => new RegExp(String.raw`\b${name}\b`).test(all)).map(({ name }) => name)
  const types = /\bScenario\b/.test(all) ? ['type Scenario'] : []
  const specifier = entry === 'index' ? 'aslx' : `aslx/${entry}`
  const text = [
    '// Written by npm run docs:examples from the doc comments of what the package exports.',
    `import { ${[...types, ...used].sort().join(', ')} } from '${specifier}'`,
    `import { afterAll, beforeAll, expect, it } from 'vitest'`,
    '',
    'const started = process.cwd()',
    `beforeAll(() => process.chdir('test/docs/first'))`,
    'afterAll(() => process.chdir(started))',
    ...examples.flatMap(({ name, code = [] }) => ['', `it('${name}', async () => {`, ...code.map(asExpectation), '})']),
    '',
  ].join('\n')
  const style = JSON.parse(readFileSync('.prettierrc.json', 'utf8')) as object
  return await format(text, { ...style, parser: 'typescript' })
}

function asExpectation(line: string): string {
  const [, value, equal] = /^(.+?) \/\/ => (.+)$/.exec(line) ?? []
  return value === undefined ? `  ${line}` : `  expect(${value}).toEqual(${equal})`
}
