import { INNER_MACHINE_FIELDS, MACHINE_FIELDS } from '../fields/machine-table.js'
import { STATE_TYPES, isStateType } from '../fields/state-table.js'
import { isObject, member, pointer } from '../json.js'
import { schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import type { WalkedMachine } from '../walk.js'
import { checkFields } from './check-fields.js'

/** A machine has its two required fields and no unknown ones; its states are objects of a known type. */
export function machineFields(machine: WalkedMachine, report: Report): void {
  const { definition, pointer: at, within } = machine
  const missing = ['States', 'StartAt'].filter((field) => !Object.hasOwn(definition, field))
  if (missing.length > 0) report(schemaError(`These fields are required: [${missing.join(', ')}]`, at))
  const fields = within ? INNER_MACHINE_FIELDS : MACHINE_FIELDS
  checkFields(definition, { fields, language: 'JSONPath', pointer: at }, report)

  const states = member(definition, 'States')
  if (!isObject(states)) return
  for (const name of Object.keys(states)) {
    const state = states[name]
    const place = pointer(at, 'States', name)
    if (!isObject(state)) {
      report(schemaError('A state must be an object', place))
    } else if (!Object.hasOwn(state, 'Type')) {
      report(schemaError('These fields are required: [Type]', place))
    } else if (!isStateType(state['Type'])) {
      const message = `The field 'Type' should have one of these values: [${STATE_TYPES.join(', ')}]`
      report(schemaError(message, pointer(place, 'Type')))
    }
  }
}
