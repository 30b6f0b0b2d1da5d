import { dirname } from 'node:path'
import { starterScenario } from '../explore/starter-scenario.js'
import { isAssembly } from '../iac/cdk/assembly.js'
import { newSiblingScenario, siblingScenario } from './command-scenario.js'
import { scenarioText } from './init-texts.js'
import type { Io } from './io.js'
import { tell } from './print.js'
import type { SourcedMachine } from './sourced-machines.js'
import { writeFile } from './write-file.js'

/** `--save`: writes what is inferred of each machine as a scenario beside its file, to be edited; never over one that is there. */
export async function saveScenarios(machines: readonly SourcedMachine[], io: Io): Promise<void> {
  for (const one of machines) {
    const { machine, file } = one
    if (!machine) continue
    const why = whyNotSaved(one, machines)
    if (why !== undefined) {
      tell(io, `not saved: ${machine.name}: ${why}`)
      continue
    }
    const path = newSiblingScenario(file)
    writeFile(path, scenarioText(machine.name, await starterScenario(machine)), { isNew: true })
    tell(io, `wrote ${path}: what was inferred of ${machine.name}; put in what your services answer`)
  }
}

function whyNotSaved({ file, source }: SourcedMachine, all: readonly SourcedMachine[]): string | undefined {
  const there = siblingScenario(file)
  if (there !== undefined) return `${there} is there already`
  if (isAssembly(dirname(file))) return 'CDK writes its folder anew; aslx init writes a scenario beside it'
  return all.filter((one) => one.file === file).length > 1
    ? `its file has several machines, and one scenario; name one, such as ${source}`
    : undefined
}
