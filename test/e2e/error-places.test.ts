import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aslx } from './fake-io.js'
import { idle } from './machines.js'
import { folderWith } from './workspace.js'

/** The JSON that a command prints. */
async function printed(...argv: readonly string[]): Promise<unknown> {
  return JSON.parse((await aslx([...argv, '--format', 'json'])).out)
}

describe('mistakes as data', () => {
  const folder = folderWith({
    'a.asl.json': idle,
    'b.asl.yaml': 'StartAt: A\nStates: [\n',
    's.aslx.yaml': 'machine: a.asl.json\ncases:\n  x:\n    expect: { suceeds: {} }\n',
  })

  it.each(['validate', 'extract'])('have their place in the JSON of aslx %s', async (command) => {
    expect(await printed(command, folder)).toMatchObject({
      machines: [{}],
      errors: [{ kind: 'definition', file: join(folder, 'b.asl.yaml'), line: 3, column: 1, pointer: null }],
    })
  })

  it('have their place and the nearest choice in the JSON of aslx test, and its place in an annotation', async () => {
    const file = join(folder, 's.aslx.yaml')
    expect(await printed('test', file)).toMatchObject({
      cases: [{ outcome: 'broken', mistakeDetails: { file, line: 4, column: 15, nearest: 'succeeds' } }],
    })
    const { out } = await aslx(['test', file, '--format', 'github'])
    expect(out).toMatch(/^::error file=.*s\.aslx\.yaml,line=4,col=15,/)
  })
})
