import { UserError } from '../asl/user-error.js'
import { importCode } from '../harness/answering/handlers/import-code.js'

/**
 * What a configuration in code exports by default. It is the user's own code, and runs with all that the user may do: of what aslx reads,
 * only it and the handlers and commands of a scenario are ever run. TypeScript is left to Node (from 22.18 on), or to `tsx` where the project has it.
 */
export async function importConfig(path: string, shown: string): Promise<unknown> {
  const loaded: unknown = await load(path, shown)
  const exported = typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : undefined
  if (exported === undefined) {
    throw new UserError(
      'usage',
      `${shown}: it has no configuration as its default export, such as defineConfig({ ... })`,
    )
  }
  return exported
}

async function load(path: string, shown: string): Promise<unknown> {
  try {
    return await importCode(path, shown)
  } catch (error) {
    throw failed(error, shown)
  }
}

function failed(error: unknown, shown: string): unknown {
  if (error instanceof UserError) return error
  return new UserError('usage', `${shown}: it cannot be run: ${error instanceof Error ? error.message : String(error)}`)
}
