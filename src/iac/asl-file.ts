import { basename } from 'node:path'
import { member } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import { readDefinitionText } from './definition-text.js'
import type { LoadOptions } from './found-machines.js'
import type { MachineSource } from './machine-source.js'
import { substituteText } from './substitutions.js'
import { TracedText } from './traced-text.js'

/**
 * The machine of a plain ASL file, JSON or YAML. Placeholders get the values the user gave; others stay as they are
 * within strings, and become stand-ins where they stand outside quotes. Its type is STANDARD: the file cannot tell.
 */
export function aslFileMachine(text: string, file: string, options: LoadOptions): MachineSource {
  const [parameter] = Object.keys(options.parameters ?? {})
  if (parameter !== undefined) {
    throw new UserError('usage', `this is no template and has no parameter "${parameter}"`, {
      at: { file },
      hint: `give its \${...} as substitutions`,
    })
  }
  const values = options.substitutions ?? {}
  const substituted = substituteText(TracedText.ofFile(text, file), (name) => member(values, name))
  const { definition, locate, unresolved } = readDefinitionText(substituted, file)
  return {
    name: nameOf(file),
    file,
    definition,
    locate,
    type: 'STANDARD',
    unresolved,
    functions: {},
    declaredAt: { file, line: 1, column: 1 },
  }
}

/** The file's name without its extensions: `orders.asl.json` is `orders`. */
function nameOf(file: string): string {
  const name = basename(file)
  return name.replace(/\..*$/, '') || name
}
