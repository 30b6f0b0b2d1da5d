import { dirname } from 'node:path'
import { UserError } from '../../asl/user-error.js'
import type { FoundMachines, LoadOptions, MachineProblem } from '../found-machines.js'
import type { MachineSource } from '../machine-source.js'
import { isFolder } from '../source-file.js'
import { functionFacts } from './function-facts.js'
import { instanceStep } from './instances.js'
import { type Declared, declaredAt, readMachine } from './machine.js'
import { Project } from './project.js'
import { Runtime } from './runtime.js'
import { Scope } from './scope.js'
import type { Block } from './syntax.js'
import type { Value } from './values.js'
import { checkGiven, givenValue, readVariableFiles } from './variables.js'

const MACHINE = 'aws_sfn_state_machine'

/**
 * The machines of a folder of Terraform and of the modules beside it that it calls; a `.tf` file stands for its folder.
 * Throws UserError if the folder cannot be read.
 */
export function terraformMachines(path: string, options: LoadOptions): FoundMachines {
  const folder = isFolder(path) ? path : dirname(path)
  const scope = rootScope(folder, options)
  const machines: MachineSource[] = []
  const problems: MachineProblem[] = []
  const declared = declaredIn(scope, problems)
  const load = { file: path, substitutions: options.substitutions ?? {}, functions: functionFacts(scope) }
  for (const machine of declared) {
    scope.runtime.next()
    collect(machine.name, machine.block, problems, () => machines.push(readMachine(machine, load)))
  }
  return { machines, problems }
}

function rootScope(folder: string, options: LoadOptions): Scope {
  const project = new Project(folder)
  const runtime = new Runtime(project, options.substitutions ?? {})
  const given = new Map<string, Value>()
  const scope = new Scope({ runtime, folder, where: folder, given: (name) => given.get(name) })
  const parameters = options.parameters ?? {}
  checkGiven(Object.keys(parameters), scope.variables, folder)
  const files = [...project.variableFiles(), ...(options.tfvars ?? [])]
  for (const [name, value] of readVariableFiles(files, scope.environment())) given.set(name, value)
  for (const [name, text] of Object.entries(parameters))
    given.set(name, givenValue(text, scope.variables.get(name), scope.environment()))
  return scope
}

/** Runs something for a machine or module; a mistake there is a problem of it, and not of the others. */
function collect(name: string, block: Block, problems: MachineProblem[], run: () => void): void {
  try {
    run()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    problems.push({ name, declaredAt: declaredAt(block), error })
  }
}

function declaredIn(scope: Scope, problems: MachineProblem[]): readonly Declared[] {
  const all: Declared[] = []
  for (const [name, block] of scope.resources) {
    if (!name.startsWith(`${MACHINE}.`)) continue
    const address = scope.prefix + name
    collect(address, block, problems, () => {
      const { form, all: instances } = scope.instances(block)
      for (const instance of instances) {
        // `count = var.create ? 1 : 0` is a switch, and no list.
        const step = form === 'list' && instances.length === 1 ? '' : instanceStep(instance.key)
        all.push({ name: address + step, scope, block, instance })
      }
    })
  }
  for (const [name, call] of scope.calls) {
    const address = `${scope.prefix}module.${name}`
    collect(address, call, problems, () => {
      for (const { instance, scope: inner } of scope.modules(name, call)) {
        if (inner) all.push(...declaredIn(inner, problems))
        else if (call.body.attributes.has('definition'))
          all.push({ name: address + instanceStep(instance.key), scope, block: call, instance })
      }
    })
  }
  return all
}
