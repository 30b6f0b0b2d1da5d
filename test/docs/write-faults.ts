// npm run docs:faults
import { writeFileSync } from 'node:fs'
import { FAULTS_PAGE, faultsPage } from './faults-page.js'

writeFileSync(FAULTS_PAGE, await faultsPage())
