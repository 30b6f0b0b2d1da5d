import { catalogue, findFault } from '../../faults/catalogue.js'
import { faultJson, printFault, printFaultList } from '../../report/fault-text.js'
import type { Command } from '../command.js'
import { colourOf, print, printJson } from '../print.js'

/** `aslx faults`: the catalogue, or one fault explained. */
export const faults: Command = {
  name: 'faults',
  summary: 'list the fault catalogue, or explain one fault',
  operands: '[fault]',
  maxOperands: 1,
  options: [],
  formats: ['pretty', 'json'],
  examples: ['aslx faults', 'aslx faults oom', 'aslx faults --format json'],
  async run({ operands, options }, io) {
    const [name] = operands
    const shown = name === undefined ? catalogue : [findFault(name)]
    const [only] = shown
    if (options.text('format') === 'json') printJson({ faults: shown.map(faultJson) }, options, io)
    else if (name !== undefined && only) print(printFault(only, colourOf(options, io)), options, io)
    else print(printFaultList(shown, colourOf(options, io)), options, io)
    return 0
  },
}
