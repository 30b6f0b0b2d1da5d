import { describe, expect, it } from 'vitest'
import { partsNotIn } from './excerpt.js'
import { anchorsOf, codeSpansOf, linksOf, readMarkdown } from './markdown.js'
import { runAslx } from './run-aslx.js'
import { shellCommands } from './shell-command.js'

const read = (...lines: readonly string[]) => readMarkdown('x.md', lines.join('\n'))

describe('a document', () => {
  it('has fences, each with the claim of the comment before it', () => {
    const { fences } = read('<!-- from: a.ts -->', '', '```ts', 'one', '', 'two', '```', '', '```sh', 'npm test', '```')
    expect(fences).toEqual([
      { at: 'x.md:3', language: 'ts', text: 'one\n\ntwo', claim: { kind: 'from', what: 'a.ts' } },
      { at: 'x.md:9', language: 'sh', text: 'npm test', claim: undefined },
    ])
  })

  it('has no claim where words stand between comment and fence, and none that a fence shows', () => {
    expect(read('<!-- file: a.ts -->', 'words', '```ts', '```').fences[0]?.claim).toBeUndefined()
    const shown = read('````md', '<!-- file: a.ts -->', '```ts', '```', '````', '```ts', '```').fences
    expect(shown.map(({ claim }) => claim)).toEqual([undefined, undefined])
    expect(() => read('```ts', 'no end')).toThrow('x.md:1: this fence has no end')
  })

  it('has links, code and anchors outside its fences alone', () => {
    const document = read('# The `Retry` of A', '[a](b.md#c) `src/x.ts`', '```md', '[no](no.md) `no`', '# No', '```')
    expect(linksOf(document)).toEqual(['b.md#c'])
    expect(codeSpansOf(document)).toEqual(['Retry', 'src/x.ts'])
    expect(anchorsOf(document)).toEqual(['the-retry-of-a'])
  })
})

describe('an excerpt', () => {
  const file = 'function f() {\n  const a = 1\n  const b = 2\n  return a + b\n}\n'

  it('stands in its file, whole or in parts, however it is indented', () => {
    expect(partsNotIn(file, 'const a = 1\nconst b = 2')).toEqual([])
    expect(partsNotIn(file, 'function f() {\n// ...\n    return a + b\n}')).toEqual([])
  })

  it('is refused when a word has changed, a line is left out, or the parts stand in another order', () => {
    expect(partsNotIn(file, 'const a = 2')).toEqual(['const a = 2'])
    expect(partsNotIn(file, 'const a = 1\nreturn a + b')).toHaveLength(1)
    expect(partsNotIn(file, 'const b = 2\n// ...\nconst a = 1')).toHaveLength(1)
  })
})

describe('a command', () => {
  it('is taken apart as a shell does it', () => {
    const text =
      '$ npx aslx run a.yaml#B --fault \'oom@A[0].1\' --input \'{"a": "b # c"}\' \\\n  --seed "7" # exits 3\n\n# only words'
    expect(shellCommands(text)).toEqual([
      {
        words: ['npx', 'aslx', 'run', 'a.yaml#B', '--fault', 'oom@A[0].1', '--input', '{"a": "b # c"}', '--seed', '7'],
        exits: 3,
      },
      { words: [], exits: undefined },
    ])
  })

  it('that needs a shell is refused', () => {
    for (const line of ['a | b', 'a > b', 'a $B', 'a *', "a 'b", 'a && b']) {
      expect(() => shellCommands(line)).toThrow('only a shell can take this apart')
    }
  })

  it('is run by the program itself', async () => {
    expect(await runAslx(['npx', 'aslx', 'nothing'])).toMatchObject({ exitCode: 2, stdout: '' })
    await expect(runAslx(['npm', 'test'])).rejects.toThrow('no command of aslx')
  })
})
