import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The listing, from the root of the repository. */
export const API_LISTING = 'docs/api.txt'

const ENTRIES = { aslx: 'index', 'aslx/engine': 'engine', 'aslx/vitest': 'vitest', 'aslx/jest': 'jest' }

/** Everything that the entries export, each with its declaration and without comments, from the declarations in a built `dist`. */
export function apiListing(dist: string): string {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.d.ts'))
  const texts = new Map(files.sort().map((path) => [path, withoutComments(readFileSync(join(dist, path), 'utf8'))]))
  const declarations = new Map([...texts.values()].flatMap(declarationsIn))
  return Object.entries(ENTRIES)
    .map(([specifier, entry]) => {
      const exported = exportsOf(texts.get(`${entry}.d.ts`) ?? '')
      const shown = exported.map(({ name, local }) => declarations.get(local)?.replace(local, name) ?? name)
      return [`# ${specifier}`, ...shown, ''].join('\n\n')
    })
    .join('')
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\n/gm, '')
}

/** Each declaration by its name: from its first line to the one that ends it, which is not indented. */
function declarationsIn(text: string): readonly (readonly [name: string, declaration: string])[] {
  const starts = /^(?:export )?(?:declare |interface |type )/
  const found: [string, string][] = []
  let open: [string, string] | undefined
  for (const line of text.split('\n')) {
    const isStart = starts.test(line)
    if (isStart) {
      const [, name = ''] = /(?:function|class|const|interface|type) ([\w$]+)/.exec(line) ?? []
      found.push((open = [name, line]))
    } else if (open && (/^\s/.test(line) || /^[})\]>]/.test(line))) open[1] += `\n${line}`
    else open = undefined
  }
  return found
}

/** The names after which users import them, in the order of the alphabet. */
function exportsOf(text: string): readonly { readonly name: string; readonly local: string }[] {
  const names = [...text.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, list = '']) => list.split(','))
  const plain = names.map((name) => name.trim().replace(/^type /, '')).filter((name) => name !== '')
  return [...new Set(plain)].sort().map((each) => {
    const [local = '', name = local] = each.split(' as ')
    return { name, local }
  })
}
