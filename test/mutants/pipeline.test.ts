import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { walkStates } from '../../src/asl/walk.js'
import { loadSuite } from '../../src/harness/scenarios/suite/read-suite.js'
import { type TimedResult, trySuites } from '../../src/verify/expectations/try-suites.js'

const PIPELINE = join(import.meta.dirname, '../../machines/01-pdf-pipeline')
const DEFINITION = 'pipeline.mended.asl.json'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

interface Retrier {
  ErrorEquals: string[]
  IntervalSeconds: number
  MaxAttempts: number
  BackoffRate?: number
  MaxDelaySeconds?: number
}

interface MutableState {
  TimeoutSeconds?: number
  Retry: Retrier[]
  Catch: { ErrorEquals: string[]; Next: string }[]
}

/** Results of the pipeline's suite after one change to the mended machine. */
async function resultsAfter(change: (state: (name: string) => MutableState) => void): Promise<readonly TimedResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'aslx-mutant-'))
  folders.push(folder)
  cpSync(PIPELINE, folder, { recursive: true })
  const path = join(folder, DEFINITION)
  const definition: unknown = JSON.parse(readFileSync(path, 'utf8'))
  const states = new Map([...walkStates(definition)].map(({ name, state }) => [name, state as unknown]))
  change((name) => states.get(name) as MutableState)
  writeFileSync(path, JSON.stringify(definition))
  return trySuites([loadSuite(join(folder, 'pipeline.suite.aslx.yaml'))], {}, () => 0)
}

function retrier(state: MutableState, index: number): Retrier {
  const found = state.Retry[index]
  if (!found) throw new Error('no such retrier')
  return found
}

function catcher(state: MutableState, index: number): { ErrorEquals: string[]; Next: string } {
  const found = state.Catch[index]
  if (!found) throw new Error('no such catcher')
  return found
}

describe('the suite of the PDF pipeline', () => {
  it('has a dozen cases and more, and all pass', async () => {
    const results = await resultsAfter(() => undefined)
    expect(results.length).toBeGreaterThanOrEqual(12)
    expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
  })

  it.each<[string, (state: (name: string) => MutableState) => void]>([
    ['a page is tried once less', (state) => (retrier(state('AnalysePage'), 1).MaxAttempts = 1)],
    [
      'the wait before a page is tried again doubles',
      (state) => (retrier(state('AnalysePage'), 1).IntervalSeconds = 2),
    ],
    ['the waits no longer grow', (state) => (retrier(state('AnalysePage'), 1).BackoffRate = 1)],
    [
      'the longest wait for a throttled page is shorter',
      (state) => (retrier(state('AnalysePage'), 0).MaxDelaySeconds = 30),
    ],
    ['throttling of a summary is not retried', (state) => retrier(state('SummarisePdf'), 0).ErrorEquals.shift()],
    ['a full disk at a page is not retried', (state) => retrier(state('AnalysePage'), 1).ErrorEquals.pop()],
    [
      'a page that failed is not given more room',
      (state) => (catcher(state('AnalysePage'), 0).ErrorEquals = ['Nothing']),
    ],
    ['S3 is asked once less', (state) => (retrier(state('WriteResult'), 0).MaxAttempts = 3)],
    [
      'a page that is not written ends the batch',
      (state) => (catcher(state('WriteResult'), 0).ErrorEquals = ['Nothing']),
    ],
    [
      'a PDF that is not split ends the batch',
      (state) => (catcher(state('SplitPdf'), 0).ErrorEquals = ['States.Timeout']),
    ],
    ['a split may take longer', (state) => (state('SplitPdf').TimeoutSeconds = 90)],
    ['a notification that hangs is awaited', (state) => delete state('Notify').TimeoutSeconds],
    ['a notification is tried once only', (state) => state('Notify').Retry.pop()],
    ['a failed notification fails the batch', (state) => state('Notify').Catch.pop()],
  ])('notices when %s', async (_, change) => {
    const results = await resultsAfter(change)
    expect(results.some(({ outcome }) => outcome === 'failed')).toBe(true)
    expect(results.some(({ outcome }) => outcome === 'broken')).toBe(false)
  })
})
