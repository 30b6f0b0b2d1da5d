import { createRequire } from 'node:module'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isHcl } from '../../../../src/iac/terraform/hcl.js'
import { parseFile } from '../../../../src/iac/terraform/parse-body.js'
import type { Body } from '../../../../src/iac/terraform/hcl-syntax.js'

const here = dirname(fileURLToPath(import.meta.url))
const shared = process.env['ASLX_SHARED'] ?? join(here, '../../../../../shared')
const corpus = join(shared, 'iac/terraform')
const missing = !existsSync(corpus)

const hcl = createRequire(import.meta.url)('hcl2-parser') as {
  parseToObject: (text: string) => readonly [Tree, unknown]
}
type Tree = Readonly<Record<string, unknown>>

/** Names of arguments, and blocks by type and labels, sorted: of our reader. */
function outline({ attributes, blocks }: Body): readonly string[] {
  const inner = blocks.flatMap(({ type, labels, body }) => [
    [type, ...labels].join('/'),
    ...outline(body).map((line) => `${[type, ...labels].join('/')}/${line}`),
  ])
  return [...new Set([...attributes.keys(), ...inner])].sort()
}

/** Whether HashiCorp's parser has everything that is in an outline. */
function absent(lines: readonly string[], tree: Tree): readonly string[] {
  return lines.filter((line) => {
    let at: readonly unknown[] = [tree]
    for (const step of line.split('/')) {
      at = at
        .flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]))
        .flatMap((value) =>
          typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? [(value as Tree)[step]] : [],
        )
    }
    return at.length === 0
  })
}

function files(): readonly string[] {
  return readdirSync(corpus)
    .sort()
    .flatMap((folder) => readdirSync(join(corpus, folder)).map((name) => join(corpus, folder, name)))
    .filter((path) => path.endsWith('.tf') && readFileSync(path).length < 8000)
}

describe("HashiCorp's parser", () => {
  it.each([
    ['a = 1\nb "c" {\n}\n', true],
    ['a = \n', false],
    ['a = 1 b = 2\n', false],
  ])('says of %j whether it is HCL: %s', (text, valid) => {
    expect(isHcl(text)).toBe(valid)
    if (valid) expect(parseFile(text, 'main.tf').attributes.has('a')).toBe(true)
    else expect(() => parseFile(text, 'main.tf')).toThrow(/^main\.tf:1:\d+: not valid Terraform/)
  })

  it.skipIf(missing)(
    `finds the same arguments and blocks in every third small file of public repositories${missing ? ' (the corpus ../shared/iac is absent)' : ''}`,
    () => {
      const some = files().filter((_, index) => index % 3 === 0)
      expect(some.length).toBeGreaterThan(20)
      const different = some.flatMap((path) => {
        const text = readFileSync(path, 'utf8')
        const [tree, error] = hcl.parseToObject(text)
        const lines = outline(parseFile(text, path)).filter((line) => !/\/[^/]*\./.test(line))
        return error === null ? absent(lines, tree).map((line) => `${path}: ${line}`) : [`${path}: refused`]
      })
      expect(different).toEqual([])
    },
  )
})
