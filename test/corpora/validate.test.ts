import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../src/asl/user-error.js'
import { problemsOf } from '../../src/harness/checks/problems.js'
import type { FoundMachines } from '../../src/iac/found-machines.js'
import { findMachines } from '../../src/iac/load-machine-source.js'

const shared = process.env['ASLX_SHARED'] ?? join(import.meta.dirname, '../../../shared')
const corpus = join(shared, 'iac')
const missing = !existsSync(join(corpus, 'index.json'))

interface Entry {
  readonly id: string
  readonly main: string
}

/** Machines that Step Functions refuses as well, by a part of their entry's id, and why. */
const REFUSED: readonly (readonly [id: string, why: string])[] = [
  ['good-functions-sub_needed', 'a Resource is the text test'],
  ['good-transform-language_extension', 'an ARN without an account'],
  ['receipt-processor-complete-asl', 'ARNs with {region} and {account}'],
  ['output-embedded_connectors_rule_to', 'a test of another tool: no States'],
  ['input-embedded_connectors_rule_to', 'a test of another tool: no States'],
  ['input-embedded_connectors_sfn_to', 'a test of another tool: no States'],
  ['shared-fallback-state-jsonata-statemachine', 'QueryLanguage stands among the states'],
  ['shared-fallback-state-jsonata-template', 'QueryLanguage stands among the states'],
  ['agent-with-tools-flow-template', 'a template whose tools are filled in: Next leads nowhere'],
  ['supervisor-with-agentcore', 'a Map with Arguments'],
  ['serverless-step-functions-offline__tests-serverless.yml', 'a Task without a Resource'],
]

function machinesOf({ id, main }: Entry): FoundMachines['machines'] {
  try {
    return findMachines(join(corpus, id, main)).machines
  } catch (error) {
    if (error instanceof UserError) return []
    throw error
  }
}

describe.skipIf(missing)(`machines that people published${missing ? ` (there is no corpus at ${corpus})` : ''}`, () => {
  it('are refused only where Step Functions refuses them', { timeout: 300_000 }, () => {
    const entries = JSON.parse(readFileSync(join(corpus, 'index.json'), 'utf8')) as readonly Entry[]
    const refused = entries.filter((entry) =>
      machinesOf(entry).some((machine) => problemsOf(machine).some(({ severity }) => severity === 'error')),
    )
    expect(refused.filter(({ id }) => !REFUSED.some(([part]) => id.includes(part))).map(({ id }) => id)).toEqual([])
    expect(refused).toHaveLength(REFUSED.length)
  })
})
