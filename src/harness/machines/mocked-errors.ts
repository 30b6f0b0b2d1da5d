import { parseResource } from '../../asl/resource.js'
import type { Run } from './run.js'
import { neverRaises } from '../checks/never-raises.js'

/**
 * Mocks of a run that failed with a name which what they stand for never gives: each state and name once, with what to write
 * instead. Such a test passes for an error that never comes.
 */
export function mockedErrorNotes({ calls }: Pick<Run, 'calls'>): readonly string[] {
  return [...new Set(calls.flatMap(noteOf))]
}

function noteOf({ state, resource, answeredBy, failure }: Run['calls'][number]): readonly string[] {
  if (answeredBy !== 'mock' || failure?.error === undefined) return []
  const never = neverRaises(parseResource(resource), failure.error)
  return never ? [`the mock of "${state}" fails with ${failure.error}: ${never.why} (${never.instead})`] : []
}
