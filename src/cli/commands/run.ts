import { printableJsonText } from '../../asl/unprintable.js'
import type { HistoryEvent } from '../../engine/event-types.js'
import { parseFault } from '../../faults/fault.js'
import { mockedErrorNotes } from '../../harness/machines/mocked-errors.js'
import { machineFromSource } from '../../harness/machines/machine.js'
import { mergeScenarios } from '../../harness/scenarios/scenario.js'
import { printTimeline } from '../../report/timeline-text.js'
import { inferredStates } from '../../report/inferred.js'
import { toJsonText } from '../../wire/wire-json.js'
import { toApiHistory } from '../../wire/history-json.js'
import type { Command } from '../command.js'
import { commandScenario } from '../command-scenario.js'
import { loadSource, sourceOperand } from '../command-source.js'
import { commandMocks } from '../command-mocks.js'
import type { ExitCode, Io } from '../io.js'
import { machineScenario } from '../machine-scenario.js'
import { noteUnresolved } from '../notes.js'
import type { OptionValues } from '../options.js'
import { colourOf, printData, printLargeJson, printText, tell } from '../print.js'
import { replayCommand } from '../replay-command.js'

/** `aslx run`: one scenario, and what happened. */
export const run: Command = {
  operands: '<source>',
  maxOperands: 1,
  options: [
    'input',
    'scenario',
    'fault',
    'seed',
    'start-at',
    'profile',
    'rebase',
    'mock-config',
    'case',
    'force',
    'param',
    'substitution',
    'tfvars',
  ],
  formats: ['pretty', 'json', 'history'],
  examples: [
    'aslx run template.yaml#OrderFlow --input \'{"orderId": "o-1"}\'',
    'aslx run template.yaml --fault oom@Resize.1',
    'aslx run machine.asl.json --format history',
  ],
  async run(args, io) {
    return await runSource(sourceOperand(args, 'aslx run <source>'), args.options, io)
  },
}

/** Runs the one machine of a source and prints how it went; `replayed` is the scenario string that it is to repeat. */
export async function runSource(source: string, options: OptionValues, io: Io, replayed?: string): Promise<ExitCode> {
  const loaded = loadSource(source, options)
  const machine = machineFromSource(loaded)
  const given = commandScenario(source, options, io, { replayed })
  const mocks = commandMocks(machine, options)
  const asked = options.texts('fault')
  const { scenario: own, inferredInput: made, note } = machineScenario(machine, given, struckState(asked))
  if (note !== undefined && !options.has('quiet')) tell(io, note)
  const scenario = mergeScenarios(own, mocks?.scenario ?? {})
  const faults = [...asked, ...(scenario.faults ?? [])]
  const startedMs = io.realMs()
  const result = await machine.run(faults.length === 0 ? scenario : { ...scenario, faults })
  const realMs = io.realMs() - startedMs
  noteUnresolved(loaded, options, io)
  const told = [...(mocks?.unused(result) ?? []), ...mockedErrorNotes(result)]
  if (!options.has('quiet')) for (const one of told) tell(io, `note: ${one}`)
  const format = options.text('format') ?? 'pretty'
  if (format === 'history') {
    printData(historyText(result.history), options, io)
    // AWS's shape has no place to say so.
    const inferred = inferredStates([result])
    if (inferred.length > 0 && !options.has('quiet')) tell(io, `note: answers were inferred for ${inferred.join(', ')}`)
    if (made !== undefined && !options.has('quiet')) tell(io, 'note: the input was inferred: give one with --input')
  } else if (format === 'json') {
    printLargeJson({ run: result, inferredInput: made ?? null, unresolved: loaded.unresolved }, options, io)
  } else if (!options.has('quiet') || result.status !== 'SUCCEEDED') {
    const replay = replayCommand({ ...given, scenario, source }, result, options)
    printText(
      printTimeline(result, { colour: colourOf(options, io), inferredInput: made, replayCommand: replay, realMs }),
      options,
      io,
    )
  }
  return result.status === 'SUCCEEDED' ? 0 : 1
}

/** The state that the first fault names: the run has to come by there. */
function struckState([first]: readonly string[]): string | undefined {
  const state = first === undefined ? undefined : parseFault(first).site.state
  return typeof state === 'string' ? state : undefined
}

/** The history as AWS gives it, an event on a line: one at a time, as all payloads together may be longer than a string can be. */
function* historyText(history: readonly HistoryEvent[]): Generator<string> {
  let before = '{"events": ['
  for (const event of history) {
    yield before
    for (const written of toApiHistory([event]).events) yield `\n  ${printableJsonText(toJsonText({ ...written }))}`
    before = ','
  }
  yield '\n]}\n'
}
