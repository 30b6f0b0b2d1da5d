import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareEntry, differenceAt } from './iac-compare.js'

describe('a definition compared with what is expected of it', () => {
  it.each([
    [{ a: '⟦Ref:X⟧' }, { a: 'anything' }, undefined],
    [{ a: '⟦Ref:X⟧' }, { a: { Ref: 'X' } }, undefined],
    [{ a: 'arn:⟦Param:P⟧:x' }, { a: 'arn:aws:x' }, undefined],
    [{ a: 'arn:⟦Param:P⟧:x' }, { a: 'arn:aws:y' }, '/a'],
    [{ a: 'arn:⟦Param:P⟧:x' }, { a: 1 }, '/a'],
    [{ a: 'b' }, { a: '⟦Ref:X⟧' }, '/a'],
    [{ a: 'b' }, { a: '⟦b⟧' }, '/a'],
    [{ '⟦k⟧': 1 }, { k: 1 }, undefined],
    [{ a: [1, 2] }, { a: [1, 2, 3] }, '/a'],
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, '/a/1/b'],
    [{ a: 1 }, { a: 1, b: 2 }, ''],
    [{ a: 1, b: 2 }, { a: 1, c: 2 }, '/b'],
    [{ a: 1 }, { a: '1' }, '/a'],
  ])('%j and %j differ at %j', (expected, actual, where) => {
    expect(differenceAt(expected, actual)).toBe(where)
  })
})

describe('an entry of the corpus', () => {
  function verdictOf(value: string, expected: string): string {
    const corpus = mkdtempSync(join(tmpdir(), 'aslx-corpus-'))
    try {
      mkdirSync(join(corpus, 'a'))
      const text = `service: s\nstepFunctions: {stateMachines: {m: {definition: {Comment: ${JSON.stringify(value)}}}}}\n`
      writeFileSync(join(corpus, 'a/serverless.yml'), text)
      const entry = { id: 'a', form: 'serverless', main: 'serverless.yml', stateMachineLogicalIds: ['m'] }
      return compareEntry(corpus, { ...entry, expected: { m: { Comment: expected } } }).outcome
    } finally {
      rmSync(corpus, { recursive: true })
    }
  }

  it('may leave variables of Serverless as written: what is around them has to be the same', () => {
    expect(verdictOf('${self:service}-x', 's-x')).toBe('right')
    expect(verdictOf('${self:service}-x', '${self:service}-x')).toBe('right')
    expect(verdictOf("${self:service}-${opt:stage, 'dev'}", "${self:service}-${opt:stage, 'dev'}")).toBe('right')
    expect(verdictOf('${self:custom.${opt:stage}}', '${self:custom.${opt:stage}}')).toBe('right')
    expect(verdictOf('${AWS::Region}', '${AWS::Region}')).toBe('right')
    expect(verdictOf('${self:service}-x', '${self:service}-y')).toBe('wrong')
    expect(verdictOf('s-x', '${self:service}-x')).toBe('wrong')
  })
})
