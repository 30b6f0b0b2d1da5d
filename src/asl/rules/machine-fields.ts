import { isObject, member, pointer } from '../json.js'
import { schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import type { WalkedMachine } from '../walk.js'
import type { FieldRule } from './state-field-table.js'
import { checkFields } from './state-fields.js'
import { isStateType, STATE_TYPES } from './subject.js'
import { anything, object, oneOf, text, whole } from './values.js'

const both = (check: FieldRule['JSONPath'] & {}): FieldRule => ({ JSONPath: check, JSONata: check })

const shared = {
  Comment: both(text),
  StartAt: both(text),
  States: both(object),
  Version: both(text),
  TimeoutSeconds: both(whole(1)),
}
const rootFields = { ...shared, QueryLanguage: both(oneOf('JSONPath', 'JSONata')) }
/** AWS refuses a QueryLanguage here (measured); whether it refuses Version and TimeoutSeconds is not known. */
const innerFields = { ...shared, ProcessorConfig: both(anything) }

/** A machine has its two required fields and no unknown ones; its states are objects of a known type. */
export function machineFields(machine: WalkedMachine, report: Report): void {
  const { definition, pointer: at, within } = machine
  const missing = ['States', 'StartAt'].filter((field) => !Object.hasOwn(definition, field))
  if (missing.length > 0) report(schemaError(`These fields are required: [${missing.join(', ')}]`, at))
  checkFields(definition, within ? innerFields : rootFields, 'JSONPath', at, report)

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
