// npm run docs:examples
import { writeFileSync } from 'node:fs'
import { EXAMPLE_ENTRIES, examplesAsTests, examplesFile } from './examples.js'

for (const entry of EXAMPLE_ENTRIES) writeFileSync(examplesFile(entry), await examplesAsTests(entry))
