import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadTemplates } from '../sides.mjs'
import { medianMs } from '../statistics.mjs'

const folder = join(process.env['ASLX_SHARED'] ?? join(import.meta.dirname, '../../../../shared'), 'iac')

/** Whether the published templates are at hand. */
export const isThere = existsSync(join(folder, 'index.json'))

export const title = 'Load all templates of the corpus, one after the other in one process'
export const unit = 'ms'
export const better = 'less'
export const target = {}

const CALLS = { warmUps: 0, samples: 1 }

export const sides = {
  aslx: async () => {
    const { findMachines } = await loadTemplates()
    const entries = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))
    return medianMs(() => {
      for (const { id, main } of entries) {
        try {
          findMachines(join(folder, id, main))
        } catch (error) {
          if (error.name !== 'UserError') throw error
        }
      }
    }, CALLS)
  },
}
