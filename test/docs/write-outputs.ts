/** `npm run docs:outputs`: writes into every document what the command above a block prints, or the file it shows. */

import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Claim, type Fence, readMarkdown } from './markdown.js'
import { runAslx } from './run-aslx.js'
import { shellCommands } from './shell-command.js'

for (const path of ['README.md', 'CONTRIBUTING.md', ...markdownIn('docs'), ...markdownIn('machines')]) {
  const before = readFileSync(path, 'utf8')
  let lines = before.split('\n')
  // From the last block to the first, so that the lines of those above stay where they were read.
  for (const fence of [...readMarkdown(path, before).fences].reverse()) {
    const text = fence.claim === undefined ? undefined : await textClaimed(fence.claim)
    if (text !== undefined) lines = withText(lines, fence, text)
  }
  const after = lines.join('\n')
  if (after === before) continue
  writeFileSync(path, after)
  process.stdout.write(`${path}\n`)
}

function markdownIn(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  return names.map((name) => join(folder, name)).sort()
}

/** Nothing for parts of a file: which parts they are only a person can say. */
async function textClaimed({ kind, what }: Claim): Promise<string | undefined> {
  if (kind === 'file') return readFileSync(what, 'utf8')
  const [command] = shellCommands(what)
  return kind === 'output' && command !== undefined ? (await runAslx(command.words)).stdout : undefined
}

function withText(lines: readonly string[], { at, text }: Fence, claimed: string): string[] {
  const opening = Number(at.split(':').at(-1))
  const indent = /^\s*/.exec(lines[opening - 1] ?? '')?.[0] ?? ''
  const written = claimed
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
  return [...lines.slice(0, opening), ...written, ...lines.slice(opening + text.split('\n').length)]
}
