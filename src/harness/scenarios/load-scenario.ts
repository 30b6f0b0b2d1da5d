import type { Scenario } from './scenario.js'
import { readDataFile } from './data-file.js'
import { type ScenarioFile, readScenarioFile } from './scenario-file.js'

/**
 * Reads a scenario file, YAML or JSON. UserError with the file if it cannot be read or is no scenario.
 * @example
 * loadScenario('day.aslx.json').seed // => 7
 */
export function loadScenario(path: string): Scenario {
  return loadScenarioFile(path).scenario
}

/** As `loadScenario`, and knows where each part stands. */
export function loadScenarioFile(path: string): ScenarioFile {
  return readScenarioFile(readDataFile(path, 'a scenario file (YAML or JSON)'), path)
}
