import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { FAULTS_PAGE, faultsPage } from './faults-page.js'

it('docs/faults.md is the catalogue as it stands (npm run docs:faults writes it)', async () => {
  expect(readFileSync(FAULTS_PAGE, 'utf8')).toBe(await faultsPage())
})
