/** What is known of a Lambda function that a machine calls. What nobody tells is left out. */
export interface FunctionFacts {
  readonly name?: string
  /** In the template that declares it: a logical id, or a Terraform address. */
  readonly logicalId?: string
  /** The function's own timeout, not the Task's. Lambda's default is 3. */
  readonly timeoutSeconds?: number
  readonly memoryMb?: number
  /** As the template has it, e.g. `nodejs22.x` or `python3.13`. Default: Node. */
  readonly runtime?: string
  /** Temporary storage. */
  readonly ephemeralStorageMb?: number
  /** Invocations that may run at once, where the function has a limit of its own; 0 allows none. */
  readonly reservedConcurrency?: number
  /** A durable function goes on after pauses of any length, and is invoked by a version or an alias. */
  readonly isDurable?: boolean
}

/** The facts that are known. A negative concurrency is Terraform's way to write that there is no limit. */
export function functionFacts(read: {
  readonly [Fact in keyof FunctionFacts]: FunctionFacts[Fact] | undefined
}): FunctionFacts {
  const known = Object.entries(read).filter(([name, value]) => {
    return value !== undefined && value !== '' && !(name === 'reservedConcurrency' && Number(value) < 0)
  })
  return Object.fromEntries(known)
}
