import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../src/asl/json.js'
import { explore } from '../../../src/explore/explore.js'
import { rules } from '../../../src/explore/findings/finding-rules.js'
import { judgeMachine } from '../../../src/explore/findings/judgement.js'
import { machineFacts } from '../../../src/explore/findings/machine-facts.js'
import { untypedMachine } from '../../../src/harness/machines/machine.js'
import { exampleOf, pageOf, RULES_FOLDER, rulePage, rulesTable } from '../../docs/rule-pages.js'

async function rulesFound(definition: Json, type: 'STANDARD' | 'EXPRESS'): Promise<readonly string[]> {
  const read = judgeMachine(
    rules,
    machineFacts({ name: 'example', type, definition }, () => []),
  ).findings()
  if (read.some(({ rule }) => rule === 'ASLX401')) return read.map(({ rule }) => rule)
  const { findings } = await explore(untypedMachine(definition, { type }))
  return findings.map(({ rule }) => rule)
}

describe('docs/rules', () => {
  it('has a row for each rule (npm run docs:rules writes it)', async () => {
    expect(readFileSync(`${RULES_FOLDER}/README.md`, 'utf8')).toBe(await rulesTable())
  })

  describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    it('is told as the rule tells it', async () => {
      expect(readFileSync(pageOf(rule), 'utf8')).toBe(await rulePage(rule))
    })

    it('is found in its failing example, and not in the mended one', async () => {
      const { failing, mended, type } = exampleOf(rule)
      expect(await rulesFound(failing, type)).toContain(id)
      expect(await rulesFound(mended, type)).not.toContain(id)
    })
  })
})
