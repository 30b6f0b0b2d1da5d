import { describe, expect, it } from 'vitest'
import { findSuites } from '../../../../../src/harness/scenarios/suite/find-suites.js'
import { folderOf, globMatcher } from '../../../../../src/harness/scenarios/suite/glob.js'
import { folderWith } from '../../../../e2e/workspace.js'

const folder = folderWith({
  'b.aslx.yaml': '',
  'a/c.aslx.json': '',
  'a/d.aslx.yml': '',
  'a/MockConfigFile.json': '',
  'a/other.yaml': '',
  'node_modules/x/y.aslx.yaml': '',
  '.hidden/z.aslx.yaml': '',
  'empty/readme.md': '',
})

function found(...named: readonly string[]): readonly string[] {
  return findSuites(named.map((path) => `${folder}/${path}`)).map((path) => path.replace(`${folder}/`, ''))
}

describe('what aslx test looks for', () => {
  it('is every suite and mock configuration below a folder, sorted, without packages and hidden folders', () => {
    const all = ['a/MockConfigFile.json', 'a/c.aslx.json', 'a/d.aslx.yml', 'b.aslx.yaml']
    expect(found('')).toEqual(all)
    expect(found('.')).toHaveLength(4)
    expect(found('a/')).toEqual(all.slice(0, 3))
  })

  it('is what a pattern matches, and each file once', () => {
    expect(found('**/*.yml')).toEqual(['a/d.aslx.yml'])
    expect(found('*/*.aslx.{json,yml}', 'a')).toEqual(['a/c.aslx.json', 'a/d.aslx.yml', 'a/MockConfigFile.json'])
    expect(found('a/other.yaml')).toEqual(['a/other.yaml'])
  })

  it.each([
    ['nowhere', 'there is no file or folder'],
    ['empty', 'there is no *.aslx.yaml, *.aslx.json or MockConfigFile.json in it or below it'],
    ['*.nothing', 'no file matches'],
    ['*'.repeat(3).split('').join('a*'.repeat(6)), 'more than 12 wildcards'],
  ])('is not %s', (path, message) => {
    expect(() => found(path)).toThrow(message)
  })
})

describe('a pattern', () => {
  it.each([
    ['a/*.yaml', 'a/b.yaml', true],
    ['a/*.yaml', 'a/b/c.yaml', false],
    ['a/**/c.yaml', 'a/c.yaml', true],
    ['a/**', 'a/b/c.yaml', true],
    ['./a?.yaml', 'ab.yaml', true],
    ['a.yaml', 'abyaml', false],
    ['{x,y}/[z].yaml', 'y/[z].yaml', true],
  ])('%s and %s', (glob, path, matches) => {
    expect(globMatcher(glob)(path)).toBe(matches)
  })

  it.each([
    ['a/b/*.yaml', 'a/b'],
    ['*.yaml', '.'],
    ['/*.yaml', '/'],
  ])('%s begins in %s', (glob, folder) => {
    expect(folderOf(glob)).toBe(folder)
  })
})
