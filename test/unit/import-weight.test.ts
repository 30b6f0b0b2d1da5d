import { readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { expect, it, vi } from 'vitest'

const SRC = resolve(import.meta.dirname, '../../src')

/** Built-in modules that every Node process has loaded already, or loads in a millisecond. */
const LIGHT = new Set(['node:fs', 'node:module', 'node:os', 'node:path', 'node:url', 'node:util'])

const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm
/** Imports and re-exports that are there when the program runs: not `import type`, and not `import('...')`. */
const STATIC_IMPORT = /^(?:import|export)(?! type\b)(?:\s[^;'"]*?\sfrom)?\s*'([^']+)'/gm

function importsOf(file: string): readonly string[] {
  const code = readFileSync(file, 'utf8').replaceAll(COMMENT, '')
  return [...code.matchAll(STATIC_IMPORT)].map((match) => match[1] ?? '')
}

interface Loaded {
  /** Sources, relative to src. */
  readonly files: readonly string[]
  /** Packages and built-in modules that are not light, e.g. `yaml (iac/yaml-tags.ts)`. */
  readonly heavy: readonly string[]
}

/** What is loaded with a file. */
function loadedWith(entry: string): Loaded {
  const files = new Set([resolve(SRC, entry)])
  const heavy: string[] = []
  for (const file of files) {
    for (const specifier of importsOf(file)) {
      if (specifier.startsWith('.')) files.add(resolve(dirname(file), specifier.replace(/\.js$/, '.ts')))
      else if (!LIGHT.has(specifier)) heavy.push(`${specifier} (${relative(SRC, file)})`)
    }
  }
  return { files: [...files].map((file) => relative(SRC, file)), heavy }
}

it.each(['index.ts', 'engine.ts'])(
  'importing %s loads no package and no network module: they wait until they are used',
  (entry) => {
    expect(loadedWith(entry).heavy).toEqual([])
  },
)

it('importing aslx loads no exploration: it waits until a machine is explored', () => {
  const loaded = loadedWith('index.ts').files
  expect(loaded.filter((file) => /^explore\/(?:exploration|findings|inference)\//.test(file))).toEqual([])
  expect(loaded).not.toContain('explore/explore-machine.ts')
})

it('importing the fault catalogue reads no data file', async () => {
  const readPackageData = vi.fn<() => string>()
  vi.doMock('../../src/asl/package-file.js', () => ({ readPackageData }))
  const { catalogue } = await import('../../src/faults/catalogue.js')
  expect(catalogue.length).toBeGreaterThan(100)
  expect(readPackageData).not.toHaveBeenCalled()
})

it('no reader of Terraform or Serverless files is loaded before a source is, and no package for HCL with any source', () => {
  expect(loadedWith('index.ts').files.filter((file) => /^iac\/(?:terraform|serverless)\//.test(file))).toEqual([])
  expect(loadedWith('iac/load-machine-source.ts').heavy.filter((name) => name.startsWith('hcl'))).toEqual([])
})

it('an import that is there only for its types, or when it is called, has no weight', () => {
  const code = [
    "import type a from 'a'",
    "export type { b } from 'b'",
    "await import('c')",
    "import { d } from 'd'",
    "import 'e'",
  ]
  const matches = [...code.join('\n').matchAll(STATIC_IMPORT)].map((match) => match[1])
  expect(matches).toEqual(['d', 'e'])
})
