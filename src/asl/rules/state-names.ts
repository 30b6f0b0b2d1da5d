import { LIMITS } from '../limits.js'
import { problem, schemaError } from '../problem.js'
import type { Report } from '../problem.js'
import type { DefinitionSubject } from './subject.js'

/** State names are short and unique in the whole definition, inner machines included. https://states-language.net/#states-fields */
export function stateNames({ states }: DefinitionSubject, report: Report): void {
  const max = LIMITS.stateNameCharacters.value
  const seen = new Set<string>()
  for (const { name, pointer } of states) {
    if (name.length > max && Array.from(name).length > max) {
      report(schemaError(`State names must be at most ${max} characters long`, pointer))
    }
    if (seen.has(name)) report(problem('DUPLICATE_STATE_NAME', 'error', `Duplicate State name: ${name}`, pointer))
    seen.add(name)
  }
}
