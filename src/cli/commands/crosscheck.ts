import { parseDuration } from '../../asl/duration.js'
import { type Crosscheck, crosscheckRun } from '../../crosscheck/compare-engines.js'
import { SFN_LOCAL_IMAGE } from '../../crosscheck/sfn-local.js'
import { readTarget } from '../../crosscheck/target.js'
import { machineFromSource } from '../../harness/machines/machine.js'
import type { Run } from '../../harness/machines/run.js'
import { mergeScenarios } from '../../harness/scenarios/scenario.js'
import { screenText, type ScreenText } from '../../report/screen-text.js'
import type { ComparableEvent } from '../../verify/comparable-history.js'
import { countText, printable, printableJson } from '../../verify/printable.js'
import type { CrosscheckJson } from '../../report/json-output.js'
import type { Command } from '../command.js'
import { commandMocks } from '../command-mocks.js'
import { commandScenario } from '../command-scenario.js'
import { loadSource, sourceOperand } from '../command-source.js'
import { machineScenario } from '../machine-scenario.js'
import { noteUnresolved } from '../notes.js'
import { printJson, printText } from '../print.js'
import { writeFile } from '../write-file.js'

/** `aslx crosscheck`: the same scenario on another engine, and the first event in which the two differ. */
export const crosscheck: Command = {
  operands: '<source>',
  maxOperands: 1,
  options: [
    'against',
    'image',
    'mock-file',
    'role-arn',
    'within',
    'ignore',
    'input',
    'scenario',
    'fault',
    'seed',
    'start-at',
    'profile',
    'rebase',
    'mock-config',
    'case',
    'param',
    'substitution',
    'tfvars',
  ],
  formats: ['pretty', 'json'],
  examples: [
    'aslx crosscheck template.yaml#OrderFlow --against sfn-local',
    'aslx crosscheck machine.asl.json --scenario day.aslx.yaml --against http://localhost:8083 --mock-file mocks.json',
  ],
  async run(args, io) {
    const { options } = args
    const source = sourceOperand(args, 'aslx crosscheck <source> --against <url|sfn-local>')
    const target = readTarget(options.text('against'))
    const mockFile = options.text('mock-file')
    const withinMs = parseDuration(options.text('within') ?? '5m')
    const loaded = loadSource(source, options)
    const machine = machineFromSource(loaded)
    const mocks = commandMocks(machine, options)
    const scenario = mergeScenarios(
      machineScenario(machine, commandScenario(source, options, io)).scenario,
      mocks?.scenario ?? {},
    )
    const faults = [...options.texts('fault'), ...(scenario.faults ?? [])]
    const run = await machine.run(faults.length === 0 ? scenario : { ...scenario, faults })
    noteUnresolved(loaded, options, io)
    const checked = await crosscheckRun(
      machine,
      run,
      {
        target,
        image: options.text('image') ?? SFN_LOCAL_IMAGE,
        writeMocks:
          mockFile === undefined
            ? undefined
            : (text) => writeFile(mockFile, text, { named: `--mock-file ${mockFile}` }),
        roleArn: options.text('role-arn'),
        withinMs,
        ignore: options.texts('ignore'),
      },
      { realMs: io.realMs, pause: io.pause ?? (() => Promise.resolve()) },
    )
    if (options.text('format') === 'json') printJson({ crosscheck: asJson(checked, run) }, options, io)
    else if (!options.has('quiet') || checked.difference) printText(textOf(checked, run), options, io)
    return checked.difference ? 1 : 0
  },
}

function textOf({ against, difference, state, events }: Crosscheck, { machine, scenario, history }: Run): ScreenText {
  const name = printable(machine)
  const there = printable(against)
  if (!difference) {
    return screenText([`${name} goes the same way on ${there}: ${countText(history.length, 'event')} agree`, ''])
  }
  const { expected, actual, at } = difference
  const where = state === undefined ? '' : ` in ${printable(state)}`
  const what = at === '' ? '' : ` (${printable(at)})`
  return screenText([
    `${name} goes another way on ${there}${where}${what}`,
    `  here   ${eventText(actual)}`,
    `  there  ${eventText(expected)}`,
    `  ${countText(history.length, 'event')} here, ${events.length} there`,
    `  scenario: ${scenario}`,
    '',
  ])
}

function eventText(event: ComparableEvent | undefined): string {
  return event ? `${event.id} ${printable(event.type)} ${printableJson(event.details, 300)}` : '(no more events)'
}

function asJson(
  { against, machineName, difference, state, events }: Crosscheck,
  { machine, scenario }: Run,
): CrosscheckJson {
  return {
    machine,
    scenario,
    against,
    machineName,
    agrees: difference === undefined,
    ...(difference && {
      state: state ?? null,
      at: difference.at,
      here: difference.actual ?? null,
      there: difference.expected ?? null,
    }),
    events,
  }
}
