import { describe, expect, it } from 'vitest'
import { isArray, isObject, type Json, type JsonObject } from '../../src/asl/json.js'
import { machine } from '../../src/harness/machines/typed-machine.js'
import { readMockConfig } from '../../src/harness/scenarios/mock-config/read-mock-config.js'
import { chosenMocks, mockScenario } from '../../src/harness/scenarios/mock-config/mock-scenario.js'
import { unusedMocks } from '../../src/harness/machines/unused-mocks.js'
import { writeMockConfig } from '../../src/harness/scenarios/mock-config/write-mock-config.js'
import { toApiHistory } from '../../src/wire/history-json.js'
import { type ConformanceCase, defaultRecordingsDir, loadCases } from './case.js'
import { parsedJson } from './normalise.js'
import { asRecorded, detailsOf, eventsOf, type RecordedEvent } from './recorded-event.js'

const dir = defaultRecordingsDir()
const cases = (loadCases(dir) ?? []).flatMap((source) => {
  const [config] = ((source.meta as JsonObject)['mockConfig'] as readonly Json[] | undefined) ?? []
  return config === undefined ? [] : [{ source, config }]
})
const absent = cases.length > 0 ? '' : `: the corpus is absent (${dir})`

/** What AWS answers beside what was mocked: the recordings leave it out as well. */
const UNMOCKED = /^(?:ExecutedVersion|Sdk(?:Http|Response)Metadata|Redrive(?:Count|Status|StatusReason))$/

/** The types of the events and the tasks' outputs, without what no mock says. */
function told(events: readonly RecordedEvent[]): readonly Json[] {
  return events.map((event) => {
    const { output, error } = detailsOf(event)
    const isTask = /^Task(?:Succeeded|Failed|TimedOut)$/.test(event.type)
    return [event.type, isTask ? asMocked(output ?? null) : null, isTask ? (error ?? null) : null]
  })
}

function asMocked(value: Json): Json {
  const parsed = typeof value === 'string' ? (parsedJson(value) ?? value) : value
  if (isArray(parsed)) return parsed.map(asMocked)
  if (!isObject(parsed)) return typeof parsed === 'boolean' ? parsed : 'a scalar'
  const kept = Object.entries(parsed).filter(([key]) => !UNMOCKED.test(key))
  return Object.fromEntries(kept.map(([key, item]) => [key, asMocked(item)]))
}

async function mocked(source: ConformanceCase, json: Json): Promise<readonly RecordedEvent[]> {
  const config = readMockConfig(JSON.stringify(json), 'MockConfigFile.json')
  const [only] = config.config.machines
  const tested = machine(source.definition, { type: source.type })
  const mocks = chosenMocks(config, only?.cases[0]?.name ?? '', tested)
  const run = await tested.run({ ...mockScenario(mocks, tested), input: source.input })
  expect(unusedMocks(mocks, run)).toEqual([])
  return asRecorded(toApiHistory(run.history))
}

describe.skipIf(cases.length === 0)(`a MockConfigFile.json that was validated against AWS${absent}`, () => {
  it('is in several recordings', () => {
    expect(cases.length).toBeGreaterThanOrEqual(8)
  })

  it.each(cases.map(({ source, config }) => [source.id, source, config] as const))(
    '%s makes the run that AWS recorded',
    async (_, source, config) => {
      expect(told(await mocked(source, config))).toEqual(told(eventsOf(source.expect) ?? []))
    },
  )

  it.each(cases.map(({ source, config }) => [source.id, config] as const))(
    '%s is written as it was read',
    (_, config) => {
      const text = JSON.stringify(config)
      expect(writeMockConfig(readMockConfig(text, 'MockConfigFile.json').config)).toBe(text)
    },
  )
})
