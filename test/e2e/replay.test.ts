import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aslx, refusal } from './fake-io.js'
import { orders } from './machines.js'
import { folderWith } from './workspace.js'

const folder = folderWith({ 'a.json': orders })
const source = join(folder, 'a.json')

async function struck(): Promise<{ readonly scenario: string; readonly path: readonly string[] }> {
  const { out } = await aslx(['run', source, '--fault', 'oom@Ship', '--format', 'json'])
  return (JSON.parse(out) as { run: { scenario: string; path: string[] } }).run
}

describe('aslx replay', () => {
  it('repeats a run from the string that ended its output', async () => {
    const { scenario, path } = await struck()
    const { code, out } = await aslx(['replay', scenario, source, '--format', 'json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ run: { scenario, path } })
    expect((await aslx(['replay', source, scenario, '--format', 'json'])).out).toBe(out)
    expect((await aslx(['replay', scenario, source])).out).toMatch(/\nreplay: aslx run .*'aslx:1;[^']*'\n$/)
  })

  it('refuses another base scenario, unless it is to be rebased', async () => {
    const { scenario } = await struck()
    const elsewhere = ['replay', scenario, source, '--input', '{"orderId": 2}']
    expect(await refusal(elsewhere, folder)).toMatch(/^2 aslx: the scenario was made on base [0-9a-f]{8}, /)
    expect((await aslx([...elsewhere, '--rebase'])).code).toBe(0)
  })

  it.each([
    [[], 'no scenario given: it begins with aslx:1;base= (usage: aslx replay <scenario> <source>)'],
    [
      ['a.json'],
      'no scenario given: it begins with aslx:1;base=, and "a.json" is none (usage: aslx replay <scenario> <source>)',
    ],
    [['aslx:1;base=00000000;seed=0'], 'no source given: usage: aslx replay <scenario> <source>'],
  ])('is refused: %j', async (operands, message) => {
    expect(await refusal(['replay', ...operands], folder)).toBe(`2 aslx: ${message}\n`)
  })
})
