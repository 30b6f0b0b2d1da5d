import { printPosition } from '../../asl/positions.js'
import { walkStates } from '../../asl/walk.js'
import type { MachineSource } from '../../iac/machine-source.js'
import type { Colour } from '../../report/colour.js'
import { table } from '../../report/table.js'
import type { Command } from '../command.js'
import { findGiven, sourceOperand, splitSource } from '../given.js'
import { noteUnresolved } from '../notes.js'
import { colourOf, print, printJson, tell } from '../print.js'

/** `aslx extract`: the machines of a source, resolved. */
export const extract: Command = {
  name: 'extract',
  summary: 'list the machines in a template and print their resolved definitions',
  operands: '<source>',
  maxOperands: 1,
  options: ['list', 'param', 'substitution'],
  formats: ['pretty', 'json'],
  examples: ['aslx extract template.yaml --list', 'aslx extract template.yaml#OrderFlow > order.asl.json'],
  async run(args, io) {
    const { options } = args
    const source = sourceOperand(args, 'aslx extract <source>')
    const { machines, problems } = findGiven(source, options)
    const [problem] = problems
    if (machines.length === 0 && problem) throw problem.error
    const colour = colourOf(options, io)
    if (options.text('format') === 'json') printJson({ machines: machines.map(machineJson) }, options, io)
    else if (options.has('list')) print(printList(machines, colour), options, io)
    else print(printDefinitions(machines, splitSource(source).name !== undefined, colour), options, io)
    if (!options.has('list')) for (const machine of machines) noteUnresolved(machine, options, io)
    for (const { error } of problems) tell(io, `left out: ${error.message}`)
    return problems.length > 0 ? 3 : 0
  },
}

function machineJson({ name, file, type, declaredAt, definition, unresolved }: MachineSource): object {
  return { name, file, type, declaredAt, unresolved, definition }
}

function printList(machines: readonly MachineSource[], colour: Colour): string {
  const rows = machines.map((machine) => {
    const states = [...walkStates(machine.definition)].length
    const open = machine.unresolved.length === 0 ? '' : `${machine.unresolved.length} values known at deployment only`
    return [colour('bold', machine.name), machine.type, `${states} states`, printPosition(machine.declaredAt), open]
  })
  return `${table(rows).join('\n')}\n`
}

/** A machine that was picked by name prints as JSON alone, so that it can be piped; others get a heading. */
function printDefinitions(machines: readonly MachineSource[], bare: boolean, colour: Colour): string {
  return machines
    .map((machine) => {
      const json = `${JSON.stringify(machine.definition, null, 2)}\n`
      return bare ? json : `${colour('bold', machine.name)}  ${printPosition(machine.declaredAt)}\n${json}`
    })
    .join('\n')
}
