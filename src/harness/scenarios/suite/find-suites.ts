import { type Dirent, readdirSync } from 'node:fs'
import { sep } from 'node:path'
import { UserError } from '../../../asl/user-error.js'
import { isFile, isFolder } from '../../../iac/source-file.js'
import { folderOf, globMatcher, isGlob } from './glob.js'

/** Files that a folder is searched for. */
const SUITE_NAME = /\.aslx\.(?:yaml|yml|json)$/
const MOCK_CONFIG_NAME = 'MockConfigFile.json'

/** Folders are searched so deep, and so many entries are looked at. */
const DEEPEST = 32
const MOST_ENTRIES = 200_000

/** Whether a file is named as Step Functions Local's configuration is. */
export function isMockConfigName(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1) === MOCK_CONFIG_NAME
}

/**
 * The files that are meant: files as they are named; of a folder every `*.aslx.yaml`, `.yml` and `.json` and every
 * `MockConfigFile.json` below it; of a pattern what matches it. Each once, those of a folder sorted; `node_modules` and
 * folders that begin with a dot are left out. UserError for a name that means nothing.
 */
export function findSuites(named: readonly string[]): readonly string[] {
  const found = named.flatMap((path) => {
    if (path !== '' && isFile(path)) return [path]
    if (path !== '' && isFolder(path)) return suitesBelow(path)
    if (!isGlob(path)) throw new UserError('usage', `there is no file or folder "${path}"`)
    const matches = globMatcher(path)
    const files = [...filesBelow(folderOf(path))].filter(matches)
    if (files.length > 0) return files.sort()
    throw new UserError('usage', `no file matches "${path}"`)
  })
  return [...new Set(found)]
}

function suitesBelow(folder: string): readonly string[] {
  const files = [...filesBelow(folder)].filter((path) => SUITE_NAME.test(path) || isMockConfigName(path))
  if (files.length > 0) return files.sort()
  throw new UserError('usage', `there is no *.aslx.yaml, *.aslx.json or ${MOCK_CONFIG_NAME} in it or below it`, {
    at: { file: folder },
  })
}

/** The paths of all files below a folder, with `/` between their steps; links to folders are not followed. */
function* filesBelow(folder: string): Generator<string> {
  const todo = [
    {
      path: folder
        .split(sep)
        .join('/')
        .replace(/(?<=.)\/+$/, ''),
      depth: 0,
    },
  ]
  let entries = 0
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    for (const entry of entriesOf(next.path)) {
      if (++entries > MOST_ENTRIES) {
        throw new UserError('usage', `more than ${MOST_ENTRIES} files are below it`, {
          at: { file: folder },
          hint: 'name a smaller folder',
        })
      }
      const path = next.path === '.' ? entry.name : `${next.path === '/' ? '' : next.path}/${entry.name}`
      if (entry.isFile()) yield path
      if (entry.isDirectory() && isSearched(entry.name) && next.depth < DEEPEST)
        todo.push({ path, depth: next.depth + 1 })
    }
  }
}

function isSearched(name: string): boolean {
  return name !== 'node_modules' && !name.startsWith('.')
}

/** A folder that cannot be read has nothing to be tested. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
