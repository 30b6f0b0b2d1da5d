import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../../../../src/asl/json.js'
import { machine } from '../../../../../src/harness/machines/typed-machine.js'
import { parseDataText } from '../../../../../src/harness/scenarios/data-file.js'
import { readScenarioFile } from '../../../../../src/harness/scenarios/scenario-file.js'
import { call } from '../../fixtures.js'

const file = fileURLToPath(new URL('functions/scenario.yaml', import.meta.url))
const resize = machine({
  StartAt: 'Resize',
  States: { Resize: call('resize', { Retry: [{ ErrorEquals: ['Busy'] }] }) },
})

/** The scenario of a file beside the functions, whose one Task is answered so. */
function scenario(answer: Json): ReturnType<typeof readScenarioFile>['scenario'] {
  const text = JSON.stringify({ input: { width: 8 }, tasks: { Resize: answer } })
  return readScenarioFile(parseDataText(text, file), file).scenario
}

describe('code in a scenario file', () => {
  it.each<[Json, Json]>([
    [{ handler: './resize.mjs#handler' }, { width: 4 }],
    [{ handler: './resize.mjs', worker: true, memoryMb: 64, timeoutSeconds: 5, mapTime: 'none' }, { width: 4 }],
    [[{ fails: 'Busy' }, { handler: 'resize.cjs' }], { width: 2 }],
  ])('answers the Task: %j', async (answer, output) => {
    const run = await resize.run(scenario(answer))
    expect(run.output).toEqual(output)
  })

  it('may be a command, which runs in the folder of the file', async () => {
    const line = `"${process.execPath}" -p "JSON.stringify(require('./resize.cjs') !== undefined)"`
    const run = await resize.run(scenario({ command: line, timeoutSeconds: 10 }))
    expect(run.output).toBe(true)
  })

  it.each<[Json, string]>([
    [{ handler: 'no.mjs' }, 'scenario.yaml:1:31: tasks.Resize: handler'],
    [{ handler: 'resize.mjs', wroker: true }, 'has an unknown member "wroker"; did you mean "worker"?'],
    [{ handler: 'resize.mjs', worker: 'yes' }, 'worker must be true or false'],
    [{ handler: 7 }, 'handler must be text'],
    [{ command: 'x', memoryMb: '128' }, 'memoryMb must be a number'],
    [{ command: 'x', mapTime: 'fast' }, 'mapTime must be none or real'],
    [{ command: 'x', worker: true }, 'has an unknown member "worker"'],
    [{ command: 'x', returns: 1 }, 'has an unknown member "returns"'],
  ])('is refused with its place: %j', (answer, message) => {
    expect(() => scenario(answer)).toThrow(message)
  })
})
