import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../src/asl/json.js'
import { isObject, member } from '../../../../src/asl/json.js'
import { inferAnswer } from '../../../../src/tasks/infer-answer.js'
import { callOf } from '../fixtures.js'

const shared = process.env['ASLX_SHARED'] ?? resolve(import.meta.dirname, '../../../../../shared')
const corpus = join(shared, 'conformance/cases')
const missing = !existsSync(corpus)

/** One Task that AWS carried out: what it was sent, and what came back. */
interface Recorded {
  readonly resource: string
  readonly parameters: Json
  readonly output: Json
}

const GROUPS = ['services', 'local_mocking']
/** What comes from the caller's own function, queue or API, and not from the service. */
const OWN = /waitForTaskToken|^apigateway|startExecution\.sync/

function recordings(): readonly Recorded[] {
  const files = GROUPS.flatMap((group) =>
    readdirSync(join(corpus, group))
      .sort()
      .map((name) => join(corpus, group, name)),
  )
  return files.flatMap((file) => {
    const { expect: { events = [] } = {} } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly expect?: { readonly events?: readonly Record<string, Record<string, Json>>[] }
    }
    return events.flatMap((event, i) => {
      const done = event['taskSucceededEventDetails']
      const scheduled = events.slice(0, i).findLast((before) => before['taskScheduledEventDetails'])
      const parameters = parsed(scheduled?.['taskScheduledEventDetails']?.['parameters'] ?? {})
      if (!done) return []
      const resource = `${textOf(done['resourceType'])}:${textOf(done['resource'])}`
      return OWN.test(resource) ? [] : [{ resource, parameters, output: done['output'] ?? null }]
    })
  })
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

function parsed(value: Json): Json {
  return typeof value === 'string' ? (JSON.parse(value) as Json) : value
}

/** Names of members in their order, and of the plain headers. */
function names(answer: Json): unknown {
  if (!isObject(answer)) return typeof answer
  const http = member(answer, 'SdkHttpMetadata')
  const headers = isObject(http) ? member(http, 'HttpHeaders') : undefined
  return { members: Object.keys(answer), headers: isObject(headers) ? Object.keys(headers) : [] }
}

describe.skipIf(missing)(
  `the names in an inferred answer${missing ? ` (there is no corpus at ${corpus})` : ''}`,
  () => {
    const found = missing ? [] : recordings()

    it('are compared with more than twenty recorded answers', () => {
      expect(found.length).toBeGreaterThan(20)
    })

    it.each(found)('are those that AWS gave, in its order: $resource', ({ resource, parameters, output }) => {
      const answer = inferAnswer(callOf(`arn:aws:states:::${resource}`, parameters))
      expect(names(answer)).toEqual(names(output))
    })
  },
)
