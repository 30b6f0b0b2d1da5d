import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { NODE_FILES } from '../../../src/cli/file-system.js'
import { writeFile } from '../../../src/cli/write-file.js'
import { noteRead, noticingReads } from '../../../src/iac/read-files.js'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'aslx-write-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)

/** A failure as the file system has it. */
function failure(code: string): Error {
  return Object.assign(new Error(`${code}: as Node says it`), { code })
}

describe('writeFile', () => {
  it('writes a file, in pieces too, and leaves nothing else', () => {
    writeFile(at('a.json'), 'whole')
    writeFile(at('b.json'), ['in ', 'pieces', '\n'])
    expect([readFileSync(at('a.json'), 'utf8'), readFileSync(at('b.json'), 'utf8')]).toEqual(['whole', 'in pieces\n'])
    expect(readdirSync(folder)).toEqual(['a.json', 'b.json'])
  })

  it('takes the place of a file that is there, with its permissions', () => {
    writeFileSync(at('a'), 'old')
    chmodSync(at('a'), 0o640)
    writeFile(at('a'), 'new')
    expect([readFileSync(at('a'), 'utf8'), statSync(at('a')).mode & 0o777]).toEqual(['new', 0o640])
  })

  it.each([
    ['ENOSPC', 'no space is left on the disk'],
    ['EDQUOT', 'the quota of the disk is used up'],
    ['EIO', 'the disk fails'],
    ['EWHATEVER', 'EWHATEVER'],
  ])('leaves what was there when the disk says %s half way', (code, reason) => {
    writeFileSync(at('a'), 'old')
    const files = {
      ...NODE_FILES,
      writeTo: (path: string) => {
        writeFileSync(path, 'half')
        throw failure(code)
      },
    }
    expect(() => writeFile(at('a'), 'new', { named: '--output a', files })).toThrow(
      expect.objectContaining({ kind: 'usage', message: `--output a cannot be written: ${reason}` }) as Error,
    )
    expect([readFileSync(at('a'), 'utf8'), readdirSync(folder)]).toEqual(['old', ['a']])
  })

  it('leaves what was there when the text itself fails', () => {
    writeFileSync(at('a'), 'old')
    function* pieces(): Generator<string> {
      yield 'half'
      throw new RangeError('a bug')
    }
    expect(() => writeFile(at('a'), pieces())).toThrow(new RangeError('a bug'))
    expect([readFileSync(at('a'), 'utf8'), readdirSync(folder)]).toEqual(['old', ['a']])
  })

  it.runIf(existsSync('/dev/full'))('fails on a device that is full', () => {
    expect(() => writeFile('/dev/full', 'x')).toThrow('/dev/full cannot be written: no space is left on the disk')
  })

  it('writes to a device, and to what a link says is one', () => {
    symlinkSync('/dev/null', at('null'))
    writeFile(at('null'), 'x')
    writeFile('/dev/null', 'x')
    expect(lstatSync(at('null')).isSymbolicLink()).toBe(true)
  })

  it('does not go through a link, whether or not it leads to a file', () => {
    writeFileSync(at('secret'), 'old')
    symlinkSync(at('secret'), at('link'))
    symlinkSync(at('nothing'), at('dangling'))
    const refused = 'it is a symbolic link; name the file that it leads to'
    expect(() => writeFile(at('link'), 'new')).toThrow(refused)
    expect(() => writeFile(at('dangling'), 'new')).toThrow(refused)
    expect([readFileSync(at('secret'), 'utf8'), existsSync(at('nothing'))]).toEqual(['old', false])
  })

  it('does not write over a file that the call has read, by whatever name', async () => {
    writeFileSync(at('a'), 'old')
    linkSync(at('a'), at('same'))
    await noticingReads(() => {
      noteRead(at('a'))
      const refused = 'it is what this command reads; name another file'
      expect(() => writeFile(at('a'), 'new')).toThrow(refused)
      expect(() => writeFile(at('same'), 'new')).toThrow(refused)
      writeFile(at('other'), 'new')
    })
    await noticingReads(() => writeFile(at('a'), 'new'))
    expect(readFileSync(at('a'), 'utf8')).toBe('new')
  })

  it('refuses a file that has come in the meantime, where it must be new', () => {
    writeFile(at('a'), 'first', { isNew: true })
    expect(() => writeFile(at('a'), 'second', { isNew: true })).toThrow('it is there already')
    const late = { ...NODE_FILES, kindOf: () => 'nothing' as const }
    expect(() => writeFile(at('a'), 'second', { isNew: true, files: late })).toThrow('it is there already')
    expect([readFileSync(at('a'), 'utf8'), readdirSync(folder)]).toEqual(['first', ['a']])
  })

  it.each([
    ['a folder', '', 'it is a folder; name a file in it'],
    ['a folder that is not there', 'no/such/file', 'its folder is not there'],
    ['a file as a folder', 'file/name', 'its folder is not there'],
    ['a name that is too long', 'x'.repeat(300), 'the name is too long'],
    ['a null character', 'a\0b', 'the name has a null character in it'],
  ])('refuses %s in one line', (_what, name, reason) => {
    writeFileSync(at('file'), '')
    mkdirSync(at('folder'))
    expect(() => writeFile(at(name === '' ? 'folder' : name), 'x')).toThrow(reason)
  })

  it('passes by the temporary file of a call that was killed', () => {
    writeFileSync(at('.aslx-1-a'), 'left')
    writeFile(at('a'), 'new')
    expect([readFileSync(at('a'), 'utf8'), readFileSync(at('.aslx-1-a'), 'utf8')]).toEqual(['new', 'left'])
  })
})
