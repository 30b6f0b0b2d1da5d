// npm run docs:rules
import { writeFileSync } from 'node:fs'
import { rules } from '../../src/explore/findings/finding-rules.js'
import { pageOf, rulePage, RULES_FOLDER, rulesTable } from './rule-pages.js'

for (const rule of rules) writeFileSync(pageOf(rule), await rulePage(rule))
writeFileSync(`${RULES_FOLDER}/README.md`, await rulesTable())
