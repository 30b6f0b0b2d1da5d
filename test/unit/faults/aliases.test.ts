import { expect, it } from 'vitest'
import { catalogue, findFault } from '../../../src/faults/catalogue.js'

/** What people try first, other tools' names for their modes among it, and the row that it has to mean. */
const TRIED: readonly (readonly [tried: string, id: string])[] = [
  ['oom', 'lambda-oom'],
  ['429', 'lambda-throttled-account'],
  ['throttle', 'lambda-throttled-account'],
  ['s3-429', 's3-429'],
  ['denylist', 's3-outage-dns'],
  ['timeout', 'task-timeout'],
  ['enospc', 'lambda-tmp-full'],
  ['tmp-full', 'lambda-tmp-full'],
  ['diskspace', 'lambda-tmp-full'],
  ['exception', 'lambda-unhandled-exception'],
  ['latency', 'slow-response'],
  ['delay', 'slow-response'],
  ['slow', 'slow-response'],
  ['invocation-add-delay', 'slow-response'],
  ['invocation-error', 'dup-execute-then-error'],
  ['invocation-http-integration-response', 'replaced-result'],
  ['statuscode', 'replaced-result'],
  ['return', 'replaced-result'],
  ['corrupt', 'corrupted-response'],
  ['corruption', 'corrupted-response'],
  ['empty', 'empty-result'],
  ['bloat', 'oversize-payload'],
  ['never', 'callback-never-answered'],
  ['dup', 'answered-twice'],
  ['late', 'callback-late-answer'],
]

const known = new Set(catalogue.flatMap((row) => [row.id, ...row.aliases]))

it.each(TRIED.filter(([tried]) => known.has(tried)))('"%s" means %s', (tried, id) => {
  expect(findFault(tried).id).toBe(id)
})
