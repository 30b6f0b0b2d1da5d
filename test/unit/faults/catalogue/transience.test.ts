import { describe, expect, it } from 'vitest'
import { catalogue } from '../../../../src/faults/catalogue.js'
import { EXAMPLE_TARGETS } from '../../../../src/faults/example-targets.js'
import type { FaultDefinition } from '../../../../src/faults/fault-definition.js'
import { kindOfFault } from '../../../../src/faults/fault-kind.js'
import { errorNameOf } from '../../../../src/faults/render.js'
import { apiOf } from '../../../../src/services/operations.js'
import { transienceOf } from '../../../../src/services/transience.js'

const withCode = catalogue.flatMap((row) =>
  row.code === undefined || row.code.includes('{') ? [] : [[row.id, row] as const],
)

/** The services at which a row can be shown. */
function servicesOf(row: FaultDefinition): ReadonlySet<string> {
  return new Set(
    EXAMPLE_TARGETS.flatMap(({ target }) => {
      const api = target.resource && row.appliesTo(target) ? apiOf(target.resource) : undefined
      return api ? [api.service] : []
    }),
  )
}

describe('what the catalogue calls transient', () => {
  it.each(withCode)('%s is so by its code, too', (_, row) => {
    const services = servicesOf(row)
    expect(services.size).toBeGreaterThan(0)
    for (const service of services) {
      const { transience, source } = transienceOf(service, row.code ?? '')
      const contrary = row.transient === 'depends' ? undefined : row.transient ? 'permanent' : 'transient'
      expect(transience, `${service} ${row.code}: ${source}`).not.toBe(contrary)
    }
  })

  const throttles = catalogue.filter((row) => /throttl|slowdown|provisioned-throughput|request-limit|429/.test(row.id))

  it.each(
    throttles
      .filter((row) => row.effect.kind !== 'answer' && row.effect.kind !== 'outside')
      .map((row) => [row.id, row] as const),
  )('%s is a throttle, and passes', (_, row) => {
    for (const { target } of EXAMPLE_TARGETS.filter((one) => row.appliesTo(one.target))) {
      const { resource } = target
      const error = resource && errorNameOf(row, resource, 'node')
      expect(kindOfFault(row, resource, error)).toEqual({ kind: 'throttled' })
      const service = resource && apiOf(resource)?.service
      if (row.code !== undefined && service !== undefined) {
        // A code that stands for other things, too, does not tell by itself.
        const byCode = row.errorKind === undefined ? 'transient' : 'unknown'
        expect(transienceOf(service, row.code).transience).toBe(byCode)
      }
    }
  })

  it('has throttles of many services', () => {
    expect(throttles.length).toBeGreaterThan(15)
  })
})

describe('the kind of a fault', () => {
  it.each([
    ['lambda-oom', 'killed'],
    ['lambda-timeout', 'timeout'],
    ['s3-access-denied', 'denied'],
    ['ddb-internal-server-error', 'service-fault'],
    ['s3-outage-dns', 'connection'],
    ['kinesis-putrecords-partial', 'bad-answer'],
    ['states-data-limit-task-result', 'data'],
    ['lambda-unhandled-exception', 'other'],
    ['states-role-assume-denied', 'denied'],
  ])('%s is %s', (id, kind) => {
    const row = catalogue.find((one) => one.id === id)
    const found = EXAMPLE_TARGETS.find(({ target }) => row?.appliesTo(target))
    if (!row || !found) throw new Error(id)
    const { resource } = found.target
    expect(kindOfFault(row, resource, resource && errorNameOf(row, resource, 'node')).kind).toBe(kind)
  })
})
