import { UserError } from '../../asl/user-error.js'
import { catalogue, findFault } from '../../faults/catalogue.js'
import type { ExampleTarget } from '../../faults/example-targets.js'
import { definitionAt, type FaultDefinition } from '../../faults/fault-definition.js'
import { shown } from '../../faults/shown-text.js'
import { faultJson, printFaultDefinition, printFaultList } from '../../report/fault-page.js'
import { familyOf } from '../asked-faults.js'
import type { Command } from '../command.js'
import { faultPlace } from '../fault-place.js'
import { colourOf, printJson, printText } from '../print.js'

/** `aslx faults`: the catalogue, what of it can happen somewhere, or one fault explained. */
export const faults: Command = {
  operands: '[fault]',
  maxOperands: 1,
  options: ['for', 'family', 'param', 'substitution', 'tfvars'],
  formats: ['pretty', 'json'],
  examples: [
    'aslx faults',
    'aslx faults oom',
    'aslx faults --family s3',
    'aslx faults --for arn:aws:states:::dynamodb:putItem',
    'aslx faults --for template.yaml#OrderFlow.Charge --format json',
  ],
  async run({ operands, options }, io) {
    const [name] = operands
    const family = options.text('family')
    const wanted = options.text('for')
    const place = wanted === undefined ? undefined : faultPlace(wanted, options)
    const rows = name !== undefined ? [findFault(name)] : family === undefined ? catalogue : familyOf(family)
    const here = place === undefined ? rows : rows.flatMap((row) => rowAt(row, place))
    if (here.length === 0)
      throw new UserError('usage', `no such fault strikes ${shown(wanted ?? '')} (aslx faults lists all)`)
    const [only] = here
    if (options.text('format') === 'json') {
      printJson({ faults: here.map((row) => faultJson(row, place)) }, options, io)
    } else if (name !== undefined && only) {
      printText(printFaultDefinition(only, colourOf(options, io), place), options, io)
    } else {
      printText(printFaultList(here, colourOf(options, io)), options, io)
    }
    return 0
  },
}

/** The row as it is at the place, which is named; none if it does not strike it. */
function rowAt(row: FaultDefinition, { target }: ExampleTarget): readonly FaultDefinition[] {
  if (row.effect.kind === 'outside') return []
  const found = definitionAt(row, target, true)
  return found ? [found] : []
}
