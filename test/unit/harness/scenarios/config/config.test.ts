import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { CONFIG_KEYS, configSchema } from '../../../../../src/harness/scenarios/config/config-fields.js'
import { readConfigFile, readConfigValue } from '../../../../../src/harness/scenarios/config/read-config.js'
import { SCENARIO_KEYS } from '../../../../../src/harness/scenarios/scenario-file.js'
import { returns } from '../../../../../src/tasks/script.js'

const folder = mkdtempSync(join(tmpdir(), 'aslx-config-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function read(text: string): ReturnType<typeof readConfigFile> {
  const path = join(folder, 'aslx.config.yaml')
  writeFileSync(path, text)
  return readConfigFile(path)
}

describe('a configuration', () => {
  it('is read, with the scenario it holds', () => {
    const { config, scenario } = read(
      'sources: [a.yaml]\nparameters: {Stage: dev, Size: 3}\ntasks: {Ship: {returns: {ok: true}}}\nseed: 7\nfaults: [oom]\n',
    )
    expect(config).toMatchObject({ sources: ['a.yaml'], parameters: { Stage: 'dev', Size: 3 }, seed: 7 })
    expect(scenario).toEqual({ tasks: { Ship: returns({ ok: true }) }, seed: 7, faults: ['oom'] })
    expect(read('# nothing yet\n')).toMatchObject({ config: {}, scenario: {} })
  })

  it.each([
    ['source: [a.yaml]', '1:1: source is no part of a configuration; did you mean "sources"?'],
    ['sources: a.yaml', '1:1: sources must be a list of texts'],
    ['sources:\n  - a\n  - 5', '3:5: sources.1 must be text'],
    ['parameters: {a: [1]}', '1:14: parameters.a must be text, a number, or true or false'],
    ['thresholds: {coverage: 80}', '1:1: thresholds is no part of a configuration; nothing reads it; --fail-on'],
    ['rules: {ASLX103: low}', '1:9: rules.ASLX103 must be off, info, warning, error'],
    ['waivers: [{rule: ASLX103, until: 2027-01-01}]', '1:11: waivers.0 must be an object with reason'],
    ['waivers: [{rule: ASLX103, until: soon, reason: a}]', '1:27: waivers.0.until must be a day, e.g. 2027-01-01'],
    ['waivers: [{rule: A, until: 2027-01-01, reason: a, who: b}]', '1:51: waivers.0.who must be one of rule'],
    ['tasks: {Ship: {return: 1}}', '1:9: tasks.Ship has an unknown member "return"; did you mean "returns"?'],
    ['- a', '1:1: a configuration is an object with sources'],
  ])('%j is refused with its place', (text, message) => {
    expect(() => read(text)).toThrow(`aslx.config.yaml:${message}`)
  })

  it('in code has mocks that are functions, and is refused by the same reader', () => {
    const Ship = () => ({ ok: true })
    expect(readConfigValue({ tasks: { Ship } }, 'aslx.config.js').scenario.tasks?.['Ship']).toBe(Ship)
    expect(() => readConfigValue({ reporter: [] }, 'aslx.config.js')).toThrow(
      'aslx.config.js: reporter is no part of a configuration; did you mean "reporters"?',
    )
    expect(() => readConfigValue('text', 'aslx.config.js')).toThrow('aslx.config.js: a configuration is an object')
  })

  it('may have every member of a scenario file', () => {
    expect(SCENARIO_KEYS.filter((key) => !CONFIG_KEYS.some((known) => known === key))).toEqual([])
  })

  it('has a published schema that says what its reader takes', () => {
    const path = join(import.meta.dirname, '../../../../../schema/aslx-config.schema.json')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(configSchema())
  })
})
