import type { MachineSource } from '../../iac/machine-source.js'
import { type LocatedProblem, problemsOf } from '../../harness/checks/problems.js'
import { unhandledStates } from '../../harness/checks/unhandled-states.js'
import type { Colour } from '../../report/colour.js'
import { errorJson } from '../../report/error-json.js'
import { screenText } from '../../report/screen-text.js'
import { placeText, printable } from '../../verify/printable.js'
import type { Command } from '../command.js'
import { noteUnresolved } from '../notes.js'
import { colourOf, printJson, printText, tell } from '../print.js'
import { foundMachines } from '../sourced-machines.js'

/** Characters of a problem that are shown. */
const SHOWN_MESSAGE = 1000
/** States without error handling that are named before the rest is counted. */
const SHOWN_STATES = 3

/** `aslx validate`: what Step Functions would refuse, and what will not do what its author meant. */
export const validate: Command = {
  operands: '[sources...]',
  maxOperands: Infinity,
  options: ['param', 'substitution', 'tfvars'],
  formats: ['pretty', 'json'],
  examples: [
    'aslx validate template.yaml',
    'aslx validate infra services',
    'aslx validate machine.asl.json --format json',
  ],
  async run(args, io) {
    const { options } = args
    const { machines, problems } = foundMachines(args, 'aslx validate [sources...]')
    for (const { error } of problems) tell(io, error.message)
    for (const machine of machines) noteUnresolved(machine, options, io)
    const checked = machines.map((machine) => ({ machine, found: problemsOf(machine) }))
    const failed =
      problems.length > 0 || checked.some(({ found }) => found.some(({ severity }) => severity === 'error'))
    if (options.text('format') === 'json') {
      const all = checked.map(({ machine, found }) => ({
        machine: machine.name,
        source: machine.file,
        problems: found,
        unhandled: unhandledStates(machine.definition).map(({ name, pointer }) => ({ state: name, pointer })),
      }))
      printJson({ machines: all, errors: problems.map(({ error }) => errorJson(error)) }, options, io)
    } else {
      const colour = colourOf(options, io)
      const shown = checked.map(({ machine, found }) => printMachine(machine, found, options.has('quiet'), colour))
      printText(screenText([...shown.flat(), ''], colour), options, io)
    }
    return failed ? 3 : 0
  },
}

function printMachine(
  machine: MachineSource,
  found: readonly LocatedProblem[],
  quiet: boolean,
  colour: Colour,
): readonly string[] {
  const lines = found.map(({ at, severity, code, message, hint, pointer }) => {
    const style = severity === 'error' ? 'red' : 'yellow'
    const advice = hint === undefined ? '' : ` (${hint})`
    const told = printable(`${message}${advice}`, SHOWN_MESSAGE)
    return `${placeText(at)}: ${colour(style, severity)}: ${told} ${colour('dim', printable(`${code} ${pointer}`))}`
  })
  if (quiet) return lines
  const all = [...lines, ...noteUnhandled(machine, colour)]
  return all.length > 0 ? all : [`${placeText(machine.declaredAt)}: ${printable(machine.name)}: nothing to report`]
}

/** One line for all states without error handling: no mistake by itself, and no machine reads cleaner for having less of it. */
function noteUnhandled({ definition, locate, declaredAt }: MachineSource, colour: Colour): readonly string[] {
  const states = unhandledStates(definition)
  const [first] = states
  if (!first) return []
  const names = states.slice(0, SHOWN_STATES).map(({ name }) => name)
  const others = states.length - names.length
  const more = others === 0 ? '' : ` and ${others} ${others === 1 ? 'other' : 'others'}`
  const told = printable(`no Retry and no Catch: ${names.join(', ')}${more}`, SHOWN_MESSAGE)
  const at = placeText(locate(first.pointer) ?? declaredAt)
  return [`${at}: ${colour('cyan', 'note')}: ${told}; aslx explore tells what that costs`]
}
