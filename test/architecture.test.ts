import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = resolve(import.meta.dirname, '../src')

const BELOW_HARNESS = ['asl', 'data', 'engine', 'services', 'tasks', 'faults', 'wire', 'iac']
const HARNESS = [
  ...BELOW_HARNESS,
  'harness/answering',
  'harness/sessions',
  'harness/scenarios',
  'harness/checks',
  'harness/machines',
]

/**
 * What each layer may import besides itself (docs/architecture.md); the rooms of `harness` are layers. Entry files at the top of src
 * may import anything.
 */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  asl: [],
  data: ['asl'],
  engine: ['asl', 'data'],
  services: ['asl'],
  tasks: ['asl', 'engine', 'services'],
  faults: ['asl', 'engine', 'services'],
  wire: ['asl', 'engine'],
  iac: ['asl'],
  'harness/answering': BELOW_HARNESS,
  'harness/sessions': [...BELOW_HARNESS, 'harness/answering'],
  'harness/scenarios': [...BELOW_HARNESS, 'harness/answering'],
  'harness/checks': [...BELOW_HARNESS, 'harness/answering', 'harness/scenarios'],
  'harness/machines': HARNESS,
  verify: HARNESS,
  crosscheck: [...HARNESS, 'verify'],
  explore: [...HARNESS, 'verify'],
  report: [...HARNESS, 'verify', 'explore'],
  cli: [...HARNESS, 'verify', 'crosscheck', 'explore', 'report'],
}

/** Of the engine, `tasks` and `faults` may only know its ports. */
const ONLY_PORTS = ['tasks', 'faults']

/** The files that alone import a package or module. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  ajv: ['asl/schema-problems.ts'],
  'hcl2-parser': ['iac/terraform/hcl.ts'],
  yaml: ['asl/yaml-package.ts'],
  jsonata: ['data/jsonata.ts'],
  'jsonpath-plus': ['asl/json-query.ts'],
  picocolors: ['report/colour.ts'],
  hyparquet: ['tasks/parquet.ts'],
  'hyparquet/src/thrift.js': ['tasks/parquet.ts'],
  vitest: ['vitest.ts'],
  '@aws-sdk/client-sfn': ['crosscheck/sfn-api.ts'],
  testcontainers: ['crosscheck/sfn-local.ts'],
}

/** Wall clock, chance and timers: what would make two runs of one scenario differ. */
const NONDETERMINISM =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\brandomUUID\b|\bsetTimeout\b|\bsetInterval\b|\bperformance\.now\b|\bprocess\./
const MAY_TOUCH_THE_OUTSIDE = [
  'cli/bin.ts',
  // Real code that answers a Task has a real time limit, runs as a process, and has to be ended when it is over.
  'harness/answering/handlers/supervise.ts',
  // The text of such a process's own program, which only runs there: `getRemainingTimeInMillis` is real time.
  'harness/answering/handlers/worker-program.ts',
]

/** What may be imported of `node:fs`, but for the door by which files are written and the program's own edge. */
const READS_FILES = [
  'existsSync',
  'lstatSync',
  'readFileSync',
  'readdirSync',
  'realpathSync',
  'statSync',
  'watch',
  'type Dirent',
  'type FSWatcher',
]
const WRITES_FILES = ['cli/bin.ts', 'cli/file-system.ts']

/** Standard output and error, as `Io` and the process have them. */
const STREAMS = /\.(?:stdout|stderr)\b|\bconsole\./
const PRINTS = [
  'cli/bin.ts',
  'cli/print.ts',
  // What the user's own code prints goes on as it is.
  'harness/answering/handlers/supervise.ts',
]

/** Where messages are read: at the edges that print them, and where they are of Node, of a package, of the user's code or AWS's own. */
const READS_MESSAGES = [
  /^(?:cli|report|crosscheck)\//,
  // Failures of queries are AWS's texts, and the packages and V8 know nothing else.
  /^data\//,
  /^harness\/answering\/handlers\/(?:handler|supervise|worker-program)\.ts$/,
  /^(?:asl\/(?:parse|validate)|iac\/yaml-tags|tasks\/parquet|faults\/function-payload)\.ts$/,
  // Of a problem of the definition, and of a verdict.
  /^(?:engine\/compile\/compile-machine|verify\/expectations\/try-case)\.ts$/,
]

/** Looks for something in a message, or takes it apart. */
const PARSED_MESSAGE =
  /\.message\b(?:\(\))?\)?\??\.(?:startsWith|endsWith|includes|match|matchAll|replace|replaceAll|slice|substring|search|indexOf|split)\b|\.(?:exec|test)\([^)\n]*\.message\b/
const PARSES_MESSAGES = [
  // Node's own parser of arguments has nothing else to tell.
  'cli/options.ts',
  'data/jsonata/builtins/package-functions.ts',
  // Verdicts have lines.
  'report/junit.ts',
  'report/suite-text.ts',
]

/** Files that write test files for users: what is imported in their texts is no import of theirs. */
const WRITE_TESTS = ['cli/init-texts.ts', 'explore/test-file.ts']

/** Exported names that stand in two files, and why. */
const SHARED_NAMES: Readonly<Record<string, string>> = {
  redrive: 'public in aslx, of a run, and in aslx/engine, of an execution',
  RedriveOptions: 'public in aslx, of a run, and in aslx/engine, of an execution',
}

interface SourceFile {
  readonly path: string
  readonly text: string
  readonly imports: readonly string[]
}

function sourceFiles(): readonly SourceFile[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(SRC, path), 'utf8')
      const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
      const specifiers = [
        ...code.matchAll(/(?:\bfrom|\bimport|\bimport\(|\brequire\(|\bcreateRequire\([^)]*\)\()\s*'([^']+)'/g),
      ]
      return { path, text: code, imports: specifiers.map((match) => match[1] ?? '') }
    })
}

/** The file within src that a relative import means. */
function target(file: SourceFile, specifier: string): string {
  return relative(SRC, resolve(SRC, dirname(file.path), specifier)).replace(/\.js$/, '.ts')
}

function layerOf(path: string): string | undefined {
  const folders = path.split('/').slice(0, -1)
  return folders[0] === 'harness' ? folders.slice(0, 2).join('/') : folders[0]
}

const files = sourceFiles()

describe('the architecture', () => {
  it('is seen at all', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(300)
  })

  it('has only the layers that are written down', () => {
    expect([...new Set(files.flatMap((file) => layerOf(file.path) ?? []))].sort()).toEqual(Object.keys(LAYERS).sort())
  })

  it.each(Object.keys(LAYERS))('lets src/%s import only what is below it', (layer) => {
    const forbidden = files
      .filter((file) => layerOf(file.path) === layer)
      .flatMap((file) =>
        file.imports.filter((s) => s.startsWith('.')).map((s) => [file.path, target(file, s)] as const),
      )
      .filter(([, to]) => layerOf(to) !== layer && !(LAYERS[layer] ?? []).includes(layerOf(to) ?? ''))
    expect(forbidden).toEqual([])
  })

  it.each(ONLY_PORTS)('lets src/%s know nothing of the engine but its ports', (layer) => {
    const forbidden = files
      .filter((file) => layerOf(file.path) === layer)
      .flatMap((file) =>
        file.imports.filter((s) => s.startsWith('.')).map((s) => [file.path, target(file, s)] as const),
      )
      .filter(([, to]) => layerOf(to) === 'engine' && to !== 'engine/ports.ts')
    expect(forbidden).toEqual([])
  })

  it('has no import cycle', () => {
    const graph = new Map(
      files.map((file) => [file.path, file.imports.filter((s) => s.startsWith('.')).map((s) => target(file, s))]),
    )
    expect(findCycle(graph)).toBeUndefined()
  })

  it('imports every package through one door', () => {
    const packages = files
      .flatMap((file) =>
        file.imports.filter((s) => !s.startsWith('.') && !s.startsWith('node:')).map((s) => [s, file.path] as const),
      )
      .filter(([, path]) => !WRITE_TESTS.includes(path))
    const used: Record<string, string[]> = {}
    for (const [name, path] of packages) {
      if (!used[name]?.includes(path)) (used[name] ??= []).push(path)
    }
    expect(used).toEqual(DOORS)
  })

  it('reads no wall clock, rolls no dice and touches no process outside the edge', () => {
    const found = files
      .filter((file) => !MAY_TOUCH_THE_OUTSIDE.includes(file.path))
      .flatMap((file) =>
        NONDETERMINISM.test(file.text) ? [`${file.path}: ${NONDETERMINISM.exec(file.text)?.[0]}`] : [],
      )
    expect(found).toEqual([])
  })

  it('has no exported name that stands in two files', () => {
    const names = named.flatMap(({ path, text }) => exportsOf(text).map((name) => [name, path] as const))
    expect(Object.keys(repeated(names)).filter((name) => !Object.hasOwn(SHARED_NAMES, name))).toEqual([])
  })

  it('has no file name that stands in two folders', () => {
    expect(repeated(named.map(({ path }) => [path.split('/').at(-1) ?? path, path]))).toEqual({})
  })

  it('writes files through one door', () => {
    const found = files
      .filter((file) => !WRITES_FILES.includes(file.path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/import ([^;']*?) from 'node:fs(\/promises)?'/g)].map((m) => ({ path, m })),
      )
      .flatMap(({ path, m: [, names = '', promises] }) => {
        const imported = /^\{(.*)\}$/s
          .exec(names)?.[1]
          ?.split(',')
          .map((name) => name.trim()) ?? [names]
        return imported
          .filter((name) => promises || (name !== '' && !READS_FILES.includes(name)))
          .map((name) => `${path}: ${name}`)
      })
    expect(found).toEqual([])
  })

  it('prints through one door', () => {
    const found = files
      .filter((file) => STREAMS.test(file.text) && !PRINTS.includes(file.path))
      .map((file) => `${file.path}: ${STREAMS.exec(file.text)?.[0]}`)
    expect(found).toEqual([])
  })

  it('reads no message of an error but to print it', () => {
    const reading = files
      .filter(({ path, text }) => /\.message\b(?!\()/.test(text) && !READS_MESSAGES.some((may) => may.test(path)))
      .map(({ path }) => path)
    const parsing = files.filter(({ path, text }) => PARSED_MESSAGE.test(text) && !PARSES_MESSAGES.includes(path))
    expect([reading, parsing.map(({ path }) => path)]).toEqual([[], []])
  })

  it('has no default export and no barrel', () => {
    const found = files.filter((file) => /\bexport default\b|\bexport \*/.test(file.text)).map((file) => file.path)
    expect(found).toEqual([])
  })
})

/** Commands are named as people type them, whatever they are made of. */
const named = files.filter(({ path }) => !path.startsWith('cli/commands/'))

function exportsOf(text: string): readonly string[] {
  const found = text.matchAll(/^export (?:abstract )?(?:async )?(?:function\*?|const|class|interface|type) (\w+)/gm)
  return [...new Set(Array.from(found, ([, name = '']) => name))]
}

/** The keys that stand with several paths, and those. */
function repeated(pairs: readonly (readonly [key: string, path: string])[]): Record<string, readonly string[]> {
  const paths = new Map<string, readonly string[]>()
  for (const [key, path] of pairs) paths.set(key, [...(paths.get(key) ?? []), path])
  return Object.fromEntries([...paths].filter(([, found]) => found.length > 1))
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>()
  const walk = (path: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return undefined
    for (const next of graph.get(path) ?? []) {
      const cycle = walk(next, [...trail, path])
      if (cycle) return cycle
    }
    done.add(path)
    return undefined
  }
  for (const path of graph.keys()) {
    const cycle = walk(path, [])
    if (cycle) return cycle
  }
  return undefined
}
