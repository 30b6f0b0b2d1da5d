import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWatcher } from '../../../src/cli/watch.js'
import { folderWith } from '../../e2e/workspace.js'

describe('watching folders', () => {
  it('ends at once where there is nothing to watch', async () => {
    expect(await folderWatcher(() => Promise.resolve())(['/nowhere/at/all'])).toBe(false)
  })

  it('wakes when a source changes, and lets it settle; not for reports', async () => {
    const folder = folderWith({ 'a.yaml': '1' })
    const told: string[] = []
    const wait = folderWatcher(async () => void told.push('settled'))
    const changed = wait([folder], join(folder, 'report.json')).then((is) => told.push(`changed ${is}`))
    writeFileSync(join(folder, 'report.json'), '{}')
    writeFileSync(join(folder, 'report.xml'), '')
    await new Promise((resolve) => void setImmediate(resolve))
    expect(told).toEqual([])
    writeFileSync(join(folder, 'a.yaml'), '2')
    await changed
    expect(told).toEqual(['settled', 'changed true'])
  })
})
