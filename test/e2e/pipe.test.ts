import { execFileSync, spawn } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { orders } from './machines.js'
import { folderWith } from './workspace.js'

const PROGRAM = ['--import', 'tsx', resolve(import.meta.dirname, '../../src/cli/bin.ts')]
const folder = folderWith({ 'orders.json': orders })
const source = join(folder, 'orders.json')

/** Runs the program as a process of its own whose output nobody reads; tells its exit code and what it said on standard error. */
function ran(argv: readonly string[]): Promise<{ readonly code: number | null; readonly err: string }> {
  const child = spawn(process.execPath, [...PROGRAM, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  let err = ''
  child.stderr.on('data', (text: Buffer) => void (err += text.toString()))
  return new Promise((settle) => child.on('close', (code) => settle({ code, err })))
}

describe('a reader that goes away', () => {
  it.each([
    ['findings', ['inject', source, '--fault', 'all', '--format', 'json'], 1],
    ['success', ['run', source, '--format', 'history', '--quiet'], 0],
  ])(
    'leaves the exit code of %s as it is',
    async (_what, argv, code) => expect(await ran(argv)).toEqual({ code, err: '' }),
    60_000,
  )
})

describe('a disk that is full', () => {
  it('keeps the file that was there, and fails', async (context) => {
    const small = join(folderWith({ 'small/x': '' }), 'small')
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', small], { stdio: 'ignore' })
    } catch {
      context.skip('no small disk can be made here')
    }
    try {
      const report = join(small, 'report.json')
      writeFileSync(report, 'old')
      const told = await ran(['inject', source, '--fault', 'all', '--format', 'json', '--output', report])
      expect(told).toEqual({
        code: 2,
        err: `aslx: --output ${report} cannot be written: no space is left on the disk\n`,
      })
      expect([readFileSync(report, 'utf8'), readdirSync(small)]).toEqual(['old', ['report.json']])
    } finally {
      execFileSync('umount', [small])
    }
  }, 60_000)
})
