import { describe, expect, it } from 'vitest'
import { defaultRecordingsDir, loadCases } from './case.js'
import { NAME_KINDS, renameCase } from './rename-case.js'
import { runCase } from './run-case.js'

const dir = defaultRecordingsDir()
const cases = loadCases(dir)?.filter(({ kind }) => kind === 'execution')
const absent = cases ? '' : `: the corpus is absent (${dir})`

describe.skipIf(cases === undefined)(`a recorded execution with other names${absent}`, () => {
  it('agrees as before, whatever its states, variables, fields and values are called', () => {
    const differing: string[] = []
    const counts = new Map<string, number>()
    const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1)
    for (const source of cases ?? []) {
      if (runCase(source).verdict !== 'passed') continue
      const renamed = renameCase(source)
      count('cases')
      for (const kind of NAME_KINDS) if (renamed.names[kind].length > 0) count(`with other ${kind} names`)
      for (const [kind, why] of Object.entries(renamed.kept)) count(`that keep ${kind} names as ${why}`)
      const verdict = runCase(renamed.source)
      if (verdict.verdict !== 'passed') differing.push(`${source.id}: ${verdict.reason}`)
    }
    console.info([...counts].map(([what, times]) => `${times} ${what}`).join('\n'))
    expect(differing).toEqual([])
    expect(counts.get('with other state names')).toBeGreaterThan(600)
  })
})
