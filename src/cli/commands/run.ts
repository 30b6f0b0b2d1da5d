import { printTimeline } from '../../report/timeline.js'
import { toApiHistory } from '../../wire/history-json.js'
import type { Command } from '../command.js'
import { givenScenario, loadGiven, sourceOperand } from '../given.js'
import { colourOf, print, printJson } from '../print.js'
import { replayCommand } from '../replay-command.js'

/** `aslx run`: one scenario, and what happened. */
export const run: Command = {
  name: 'run',
  summary: 'run one scenario; print the timeline, the result or the AWS-shaped history',
  operands: '<source>',
  maxOperands: 1,
  options: ['input', 'scenario', 'fault', 'seed', 'start-at', 'profile', 'rebase', 'param', 'substitution'],
  formats: ['pretty', 'json', 'history'],
  examples: [
    'aslx run template.yaml#OrderFlow --input \'{"orderId": "o-1"}\'',
    'aslx run template.yaml --fault oom@Resize.1',
    'aslx run machine.asl.json --format history',
  ],
  async run(args, io) {
    const { options } = args
    const source = sourceOperand(args, 'aslx run <source>')
    const machine = loadGiven(source, options)
    const { scenario, file } = givenScenario(source, options, io)
    const faults = [...options.texts('fault'), ...(scenario.faults ?? [])]
    const startedMs = io.realMs()
    const result = await machine.run(faults.length === 0 ? scenario : { ...scenario, faults })
    const realMs = io.realMs() - startedMs
    const format = options.text('format') ?? 'pretty'
    if (format === 'history') print(`${JSON.stringify(toApiHistory(result.history), null, 2)}\n`, options, io)
    else if (format === 'json') printJson({ run: result }, options, io)
    else if (!options.has('quiet') || result.status !== 'SUCCEEDED') {
      const replay = replayCommand(source, result, options, file)
      print(printTimeline(result, { colour: colourOf(options, io), replayCommand: replay, realMs }), options, io)
    }
    return result.status === 'SUCCEEDED' ? 0 : 1
  },
}
