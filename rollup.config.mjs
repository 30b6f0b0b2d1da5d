// Bundles what `npm run build` compiled into `build`: code and declarations, split by entry and by what is loaded on demand.
// docs/decisions/010-the-package-is-bundled.md tells why.
import { readFileSync, rmSync } from 'node:fs'
import { dts } from 'rollup-plugin-dts'

const LIBRARY = ['index', 'engine', 'vitest', 'jest']
const PROGRAM = 'cli/bin'

function inputs(names, extension) {
  return Object.fromEntries(names.map((name) => [name, `build/${name}${extension}`]))
}

/** Packages are not bundled: they are installed beside this one. */
function isPackage(id) {
  return !/^(?:\.|\/|[A-Z]:|build\/)/.test(id)
}

/** Any warning stops the build, but that public types refer to types that are not exported: here they are meant to. */
function onLog(level, log, report) {
  if (log.message.includes('no public re-export')) return
  report(level === 'warn' ? 'error' : level, log)
}

let atOnce
let library

/** What every start of the program loads. */
const START = ['cli/bin', 'cli/print', 'cli/version']

/** The layers that something loads without the rest: `aslx faults` the language, `aslx/engine` what runs it. */
const APART = new Map([
  ['asl', 'asl'],
  ['data', 'engine'],
  ['engine', 'engine'],
])

/**
 * What every start of the program loads is one small file. The rest of what `import 'aslx'` loads is three: one for each set of users
 * would be thirty, and each file has its price.
 */
function chunkOfLibrary(id, { getModuleInfo, getModuleIds }) {
  const modules = [...getModuleIds()]
  const idOf = (name) => modules.find((path) => path.endsWith(`/build/${name}.js`))
  atOnce ??= new Set(START.flatMap((name) => [...importedBy(idOf(name), getModuleInfo)]))
  library ??= importedBy(idOf('index'), getModuleInfo)
  if (atOnce.has(id) && library.has(id)) return 'start'
  if (atOnce.has(id)) return id.endsWith(`/build/${PROGRAM}.js`) ? undefined : 'program'
  const layer = library.has(id) ? /\/build\/(\w+)\//.exec(id)?.[1] : undefined
  return layer && (APART.get(layer) ?? 'library')
}

/** The modules that load together with this one. */
function importedBy(entry, getModuleInfo) {
  const found = new Set([entry])
  for (const id of found) for (const imported of getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  return found
}

const LOAD_YAML = "createRequire(import.meta.url)('yaml')"

/** `yaml` is 75 files, and reading them took longer than reading a template: it is bundled into one. */
const ownYaml = {
  name: 'own-yaml',
  transform: (code) => code.replace(LOAD_YAML, "createRequire(import.meta.url)('../chunks/yaml.cjs')"),
  generateBundle(_, bundle) {
    const chunks = Object.entries(bundle).filter(([, { code }]) => code?.includes("'../chunks/yaml.cjs'"))
    if (chunks.length !== 1 || !chunks[0][0].includes('/'))
      this.error(`the door of yaml stands in ${chunks.length} chunks`)
  },
}

function licence(name) {
  return `/*! ${name}\n\n${readFileSync(`node_modules/${name}/LICENSE`, 'utf8')}*/`
}

// Chunks of an earlier build would be published, too.
rmSync('dist', { recursive: true, force: true })

// rollup reads the default export.
// oxlint-disable-next-line import/no-default-export
export default [
  {
    input: inputs([...LIBRARY, PROGRAM], '.js'),
    external: isPackage,
    // Nothing unused is there to be shaken off: knip sees to that.
    treeshake: false,
    onLog,
    plugins: [ownYaml],
    output: {
      dir: 'dist',
      chunkFileNames: 'chunks/[name].js',
      manualChunks: chunkOfLibrary,
      minifyInternalExports: false,
    },
  },
  {
    input: 'node_modules/yaml/browser/dist/index.js',
    onLog,
    output: { file: 'dist/chunks/yaml.cjs', format: 'cjs', banner: licence('yaml') },
  },
  {
    input: inputs(LIBRARY, '.d.ts'),
    external: isPackage,
    onLog,
    plugins: [dts()],
    output: { dir: 'dist', chunkFileNames: 'types/[name].ts', minifyInternalExports: false },
  },
]
