import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseResource } from '../../../src/asl/resource.js'
import { catalogue } from '../../../src/faults/catalogue.js'
import { definitionAt, type FaultDefinition } from '../../../src/faults/fault-definition.js'
import { renderFault } from '../../../src/faults/render.js'
import { functionArn, putObject, requestId } from './fixtures.js'

const shared = process.env.ASLX_SHARED ?? fileURLToPath(new URL('../../../../shared', import.meta.url))
const file = `${shared}/faults/faults.json`
const absent = !existsSync(file)

interface Row {
  readonly id: string
  readonly error: string | Readonly<Record<string, string>> | null
  readonly cause_template: string | Readonly<Record<string, string>> | null
  readonly side_effect: string
  readonly transient: boolean | null
}

describe.skipIf(absent)(`the catalogue against the fault corpus${absent ? ' (the corpus is absent)' : ''}`, () => {
  const rows = absent ? [] : (JSON.parse(readFileSync(file, 'utf8')) as readonly Row[])
  const known = (definition: FaultDefinition) => rows.find((row) => row.id === definition.id)

  it.each(catalogue.map((row) => [row.id, row] as const))(
    '%s says of retries and effects what the corpus says',
    (_, definition) => {
      expect(known(definition)).toMatchObject({
        transient: definition.transient === 'depends' ? null : definition.transient,
        side_effect: definition.sideEffect,
      })
    },
  )

  const single = catalogue.filter((row) => typeof known(row)?.cause_template === 'string')
  it.each(single.map((row) => [row.id, row] as const))('%s has the error and cause of the corpus', (_, definition) => {
    const resource = [functionArn, putObject].map(parseResource).find((candidate) => definition.appliesTo(candidate))
    const outcome =
      resource && renderFault(definitionAt(definition, resource, false) ?? definition, { resource, requestId })
    const row = known(definition)
    expect(outcome).toMatchObject({ error: row?.error })
    const template = typeof row?.cause_template === 'string' ? row.cause_template : ''
    const form = template.split(/\{[a-z_]+(?::[^}]*)?\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    expect(outcome).toHaveProperty('cause', expect.stringMatching(new RegExp(`^${form.join('.+')}$`)))
  })
})
