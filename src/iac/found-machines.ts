import type { Json } from '../asl/json.js'
import type { SourcePosition } from '../asl/positions.js'
import type { UserError } from '../asl/user-error.js'
import type { MachineSource } from './machine-source.js'

/** What the user may say about values a file leaves open. */
export interface LoadOptions {
  /** Values of template parameters, instead of their defaults; also of pseudo parameters such as `AWS::Region`. */
  readonly parameters?: Readonly<Record<string, string>>
  /** Values of `${name}` placeholders; they go before the template's own `DefinitionSubstitutions`. */
  readonly substitutions?: Readonly<Record<string, Json>>
  /** Files with values of Terraform's variables (`.tfvars`), besides those that Terraform reads by itself. */
  readonly tfvars?: readonly string[]
}

/** A machine that a template declares but whose definition cannot be had from here, e.g. because it is kept in S3. */
export interface MachineProblem {
  /** The machine's logical id. */
  readonly name: string
  readonly declaredAt: SourcePosition
  /** Why, in one line; thrown when this machine is asked for. */
  readonly error: UserError
}

/** Everything a file holds: one machine out of reach does not keep the others from loading. */
export interface FoundMachines {
  readonly machines: readonly MachineSource[]
  readonly problems: readonly MachineProblem[]
}
