import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runAslx } from '../test/docs/run-aslx.js'
import { commandLine, incidents } from './incidents.js'

const rows = incidents.map((incident) => [`incident ${incident.number}: ${incident.title}`, incident] as const)

/** Exit code of a command; with what it said where it broke down rather than found something. */
async function exitOf(command: string, source: string, args: readonly string[]): Promise<string> {
  const { exitCode, stderr } = await runAslx(['npx', 'aslx', command, source, ...args])
  return exitCode > 1 ? `${exitCode}: ${stderr}` : String(exitCode)
}

describe.each(rows)('%s', (_, { command, naive, mended, args }) => {
  it('happens to the naive machine', async () => {
    expect(await exitOf(command, naive, args)).toBe('1')
  })

  it('does not happen to the mended one under the same strikes', async () => {
    expect(await exitOf(command, mended, args)).toBe('0')
  })

  it.each([naive, mended])('has a normal day without it in %s', async (source) => {
    expect(await exitOf('run', source, [])).toBe('0')
  })
})

describe('exploring, with one fault at a time', () => {
  const machines = new Map(incidents.map(({ naive, mended }) => [naive, mended]))

  it.each([...machines.keys()])('warns of the naive machine %s', async (naive) => {
    expect(await exitOf('explore', naive, ['--k', '1', '--fail-on', 'warning'])).toBe('1')
  })

  it.each([...machines.values()])('finds no error in the mended machine %s', async (mended) => {
    expect(await exitOf('explore', mended, ['--k', '1'])).toBe('0')
  })
})

describe('the table of the incidents', () => {
  const readme = readFileSync('machines/README.md', 'utf8')
  const table = readme.split('\n').filter((line) => /^\| +\d+ \|/.test(line))

  it('is in order of their numbers', () => {
    const numbers = incidents.map(({ number }) => number)
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  })

  it('is the one in the README, with the command that shows each', () => {
    const expected = incidents.map((incident) => [incident.number, commandLine(incident, incident.naive)])
    const told = table.map((line) => [Number(/\d+/.exec(line)), /`(npx aslx [^`]+)`/.exec(line)?.[1]])
    expect(told).toEqual(expected)
  })

  it('leaves no machine out', () => {
    const told = readdirSync('machines').filter((name) => existsSync(`machines/${name}/README.md`))
    const folders = told.map((name) => Number(name.slice(0, 2)))
    expect([...new Set(incidents.map(({ number }) => number))]).toEqual(folders.sort((a, b) => a - b))
  })
})
