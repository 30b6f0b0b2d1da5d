import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SDK_MODELS } from '../../../../src/faults/sdk/models.js'
import { javaClassName, readModel } from '../../../../src/faults/sdk/sdk-model.js'

const shared = process.env['ASLX_SHARED'] ?? join(import.meta.dirname, '../../../../../shared')
const file = join(shared, 'faults/sdk-exceptions.json')
const absent = !existsSync(file)

interface Published {
  readonly services: Readonly<
    Record<
      string,
      {
        readonly prefix: string
        readonly exceptions: Readonly<Record<string, { readonly sfnError: string; readonly http: number | null }>>
        readonly operations: Readonly<Record<string, readonly string[]>>
      }
    >
  >
}

describe('javaClassName', () => {
  it.each([
    ['NoSuchKey', 'NoSuchKeyException'],
    ['KMSAccessDeniedException', 'KmsAccessDeniedException'],
    ['EFSIOException', 'EfsioException'],
    ['IntegrationNotFoundFault', 'IntegrationNotFoundException'],
  ])('%s is %s', (exception, name) => {
    expect(javaClassName(exception)).toBe(name)
  })
})

describe.skipIf(absent)(
  `the API models${absent ? ' (left out: the folder of facts is not beside the checkout)' : ''}`,
  () => {
    const { services } = (absent ? { services: {} } : JSON.parse(readFileSync(file, 'utf8'))) as Published

    it.each(Object.keys(services).filter((name) => Object.keys(services[name]?.exceptions ?? {}).length > 0))(
      '%s has every exception and operation of its model, under the name that Step Functions reports',
      (name) => {
        const published = services[name]
        const model = SDK_MODELS[name]
        if (!published || !model) throw new Error(`${name} is not in the table`)
        const { exceptions, byOperation } = readModel(model)
        expect([...exceptions.keys()].map((one) => `${model.prefix}.${javaClassName(one)}`).sort()).toEqual(
          Object.values(published.exceptions)
            .map(({ sfnError }) => sfnError)
            .sort(),
        )
        for (const [operation, raised] of Object.entries(published.operations)) {
          expect([...(byOperation.get(operation) ?? [])].sort(), operation).toEqual([...raised].sort())
        }
      },
    )
  },
)
