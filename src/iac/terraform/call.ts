import type { SourcePosition } from '../../asl/positions.js'
import type { TracedText } from '../traced-text.js'
import { NoValue, type ObjectValue, type TerraformValue } from './terraform-values.js'

/** What a function may need besides its arguments. */
export interface TerraformCall {
  /** Where the call stands. */
  readonly place: () => SourcePosition
  /** Counts work, in characters or elements. UserError once it is more than any definition needs. */
  readonly spend: (count: number) => void
  /** The text of a file as `file` reads it. Throws UserError. */
  readonly readFile: (path: string) => TracedText
  /** Whether there is such a file within the project. */
  readonly hasFile: (path: string) => boolean
  /** The text of a template with its variables. */
  readonly render: (template: TracedText, variables: ObjectValue) => TerraformValue
}

export type TerraformFunction = (args: readonly TerraformValue[], call: TerraformCall) => TerraformValue

/** The functions of a file, by name. */
export type Functions = readonly (readonly [string, TerraformFunction])[]

/** An argument that must be there. */
export function argument(args: readonly TerraformValue[], index: number): TerraformValue {
  const value = args[index]
  if (value === undefined) throw new NoValue(`argument ${index + 1} is missing`)
  return value
}
