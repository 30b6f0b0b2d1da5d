import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBotocore } from '../../../scripts/models/botocore.js'
import { modelsText } from '../../../scripts/models/models-text.js'
import { javaExceptionName } from '../../../src/services/java-names.js'
import { modelledServices } from '../../../src/services/model-file.js'
import { serviceModel, serviceOperation } from '../../../src/services/service-model.js'
import { sdkPrefix } from '../../../src/services/sdk-services.js'

const shared = process.env['ASLX_SHARED'] ?? join(import.meta.dirname, '../../../../shared')
const file = join(shared, 'faults/sdk-exceptions.json')
const absent = !existsSync(file)

/** Exceptions as another SDK's packages publish them, and the prefixes of Step Functions' own table. */
interface Published {
  readonly prefixes: Readonly<Record<string, string>>
  readonly services: Readonly<
    Record<
      string,
      {
        readonly prefix: string
        readonly exceptions: Readonly<Record<string, { readonly sfnError: string }>>
        readonly operations: Readonly<Record<string, readonly string[]>>
      }
    >
  >
}

describe('serviceModel', () => {
  it('has what an action takes and what it raises', () => {
    const getObject = serviceOperation('s3', 'getObject')
    expect(getObject?.exceptions.map(({ name }) => name)).toContain('NoSuchKey')
    expect(getObject?.input.find(({ name }) => name === 'Key')).toMatchObject({ required: true, isToken: false })
    expect(getObject).toMatchObject({ gets: true, largeAnswer: true })
  })

  it('has status, code and the words of the model', () => {
    const exceptions = serviceModel('lambda')?.exceptions
    expect(exceptions?.get('TooManyRequestsException')).toMatchObject({ status: 429, code: 'TooManyRequestsException' })
    expect(serviceModel('dynamodb')?.exceptions.get('InternalServerError')).toMatchObject({ fault: true })
    expect(serviceModel('cloudformation')?.exceptions.get('AlreadyExistsException')?.code).toBe(
      'AlreadyExistsException',
    )
  })

  it('has the bounds and tokens of an input', () => {
    const input = (service: string, action: string, name: string) =>
      serviceOperation(service, action)?.input.find((member) => member.name === name)
    expect(input('kinesis', 'putRecords', 'Records')?.max).toBe(500)
    expect(input('ecs', 'runTask', 'ClientToken')?.isToken).toBe(true)
  })

  it.each([
    ['sqs', 'sendMessageBatch', ['Failed']],
    ['dynamodb', 'batchWriteItem', ['UnprocessedItems']],
    ['eventbridge', 'putEvents', ['FailedEntryCount']],
    ['kinesis', 'putRecords', ['FailedRecordCount']],
    ['firehose', 'putRecordBatch', ['FailedPutCount']],
    ['s3', 'deleteObjects', ['Errors']],
    ['ecs', 'runTask', ['Failures']],
    ['sqs', 'sendMessage', []],
    ['dynamodb', 'putItem', []],
  ])('says how %s:%s answers partly', (service, action, members) => {
    expect(serviceOperation(service, action)?.failureMembers).toEqual(members)
  })

  it('knows nothing of a service that is not there', () => {
    expect(serviceModel('nope')).toBeUndefined()
    expect(serviceModel('constructor')).toBeUndefined()
  })

  it('is read whole', () => {
    const operations = modelledServices().flatMap((name) =>
      [...(serviceModel(name)?.operationTexts.keys() ?? [])].flatMap((action) => serviceOperation(name, action) ?? []),
    )
    expect(operations.length).toBeGreaterThan(15_000)
    const names = operations.flatMap(({ input, exceptions }) => [...input, ...exceptions].map(({ name }) => name))
    expect(names.filter((name) => !/^[A-Z_][\w-]*$/i.test(name))).toEqual([])
  })
})

describe('javaExceptionName', () => {
  it.each([
    ['NoSuchKey', 'NoSuchKeyException'],
    ['KMSAccessDeniedException', 'KmsAccessDeniedException'],
    ['EFSIOException', 'EfsioException'],
    ['S3FilesMountTimeoutException', 'S3FilesMountTimeoutException'],
    ['IntegrationNotFoundFault', 'IntegrationNotFoundException'],
    ['InvalidSubnetIDException', 'InvalidSubnetIdException'],
  ])('%s is %s', (exception, name) => {
    expect(javaExceptionName(exception)).toBe(name)
  })
})

describe('sdkPrefix', () => {
  it.each([
    ['dynamodb', 'DynamoDb'],
    ['sfn', 'Sfn'],
    ['ssoadmin', 'SsoAdmin'],
    ['iot', 'Iot'],
    ['fsx', 'FSx'],
    ['memorydb', 'MemoryDB'],
    ['autoscaling', 'AutoScaling'],
    ['cognitoidentityprovider', 'CognitoIdentityProvider'],
    ['qldb', 'Qldb'],
    ['DynamoDb', undefined],
  ])('%s has %s', (service, prefix) => {
    expect(sdkPrefix(service)).toBe(prefix)
  })
})

/** The SDK for Java finds endpoints itself, and tells a HEAD of nothing by the exception that a GET has. */
const OF_OTHER_SDKS = new Set(['dynamodb InvalidEndpointException', 's3 NotFound'])

const leftOut = absent ? ' (left out: the folder of facts is not beside the checkout)' : ''

describe.skipIf(absent)(`the models beside another publication of them${leftOut}`, () => {
  const { services, prefixes } = (
    absent ? { services: {}, prefixes: {} } : JSON.parse(readFileSync(file, 'utf8'))
  ) as Published

  it("has every service of Step Functions' table, under its prefix", () => {
    const spaced = Object.entries(prefixes).map(([service, prefix]) => [service, prefix.replaceAll(' ', '')])
    expect(spaced.map(([service = '']) => [service, sdkPrefix(service)])).toEqual(spaced)
  })

  it.each(Object.keys(services))('%s has its exceptions, under the names that Step Functions reports', (name) => {
    const model = serviceModel(name)
    const published = services[name]
    if (!published || !model) throw new Error(`${name} has no model`)
    for (const [exception, { sfnError }] of Object.entries(published.exceptions)) {
      if (OF_OTHER_SDKS.has(`${name} ${exception}`)) continue
      expect([...model.exceptions.keys()], `${name} ${exception}`).toContain(exception)
      expect(`${model.prefix}.${javaExceptionName(exception)}`).toBe(sfnError)
    }
  })
})

const botocore = findBotocore(process.env['ASLX_BOTOCORE'])
const dataFile = join(import.meta.dirname, '../../../data/service-models.jsonl')
const text = readFileSync(dataFile, 'latin1')
const sameVersion = botocore !== undefined && modelsVersion(botocore) === sourceOf(text)

function modelsVersion(folder: string): string {
  const version = /^__version__ = '([^']+)'/m.exec(readFileSync(join(folder, '__init__.py'), 'utf8'))?.[1]
  return `botocore ${version}`
}

function sourceOf(models: string): string | undefined {
  return /"source":"([^"]+)"/.exec(models)?.[1]
}

const noSource = sameVersion ? '' : ` (left out: ${sourceOf(text)} is not installed; ASLX_BOTOCORE names its folder)`

describe.skipIf(!sameVersion)(`npm run models${noSource}`, () => {
  it('changes nothing when it runs again', () => {
    expect(modelsText(botocore ?? '') === text).toBe(true)
  })
})
