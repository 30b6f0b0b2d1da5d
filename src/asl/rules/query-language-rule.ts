import { pointer } from '../json.js'
import { schemaError } from '../problem.js'
import { ownLanguageOf } from '../query-language.js'
import type { Report } from '../problem.js'
import type { StateSubject } from './subject.js'

/** A machine in JSONata has no states in JSONPath; the reverse is allowed. https://states-language.net/#query-languages */
export function queryLanguage({ state, pointer: at, definition }: StateSubject, report: Report): void {
  if (definition.language === 'JSONata' && ownLanguageOf(state) === 'JSONPath') {
    const message = "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine"
    report(schemaError(message, at, { focus: pointer(at, 'QueryLanguage') }))
  }
}
