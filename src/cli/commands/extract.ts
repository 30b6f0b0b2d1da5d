import { isArray, member } from '../../asl/json.js'
import { printYaml } from '../../asl/parse.js'
import { languageOf } from '../../asl/query-language.js'
import { UserError } from '../../asl/user-error.js'
import { walkStates } from '../../asl/walk.js'
import { type FormName, formName } from '../../iac/form-name.js'
import type { FoundMachines } from '../../iac/found-machines.js'
import type { MachineSource } from '../../iac/machine-source.js'
import type { Colour } from '../../report/colour.js'
import { errorJson } from '../../report/error-json.js'
import { indentedJson } from '../../report/json-lines.js'
import { printMermaid } from '../../report/mermaid.js'
import { joinedTexts, screenText, type ScreenText } from '../../report/screen-text.js'
import { table } from '../../report/table.js'
import { placeText, printable } from '../../verify/printable.js'
import type { ExtractedMachineJson } from '../../report/json-output.js'
import type { Command, CommandArgs } from '../command.js'
import { sourcesOf } from '../command-source.js'
import { splitSource } from '../../iac/split-source.js'
import type { Io } from '../io.js'
import { isOfTheTemplate, noteUnresolved } from '../notes.js'
import type { OptionValues } from '../options.js'
import { colourOf, printData, printJson, printText, tell } from '../print.js'
import { foundMachines } from '../sourced-machines.js'

/** `aslx extract`: the machines of a source, resolved. */
export const extract: Command = {
  operands: '[sources...]',
  maxOperands: Infinity,
  options: ['list', 'check', 'param', 'substitution', 'tfvars'],
  formats: ['pretty', 'asl', 'yaml', 'mermaid', 'json'],
  examples: [
    'aslx extract template.yaml --list',
    'aslx extract template.yaml#OrderFlow --format asl > order.asl.json',
    'aslx extract template.yaml#OrderFlow --format mermaid',
    'aslx extract . --check',
  ],
  async run(args, io) {
    const { options } = args
    const found = foundMachines(args, 'aslx extract [sources...]')
    const { machines, problems } = found
    const [problem] = problems
    if (machines.length === 0 && problem) throw problem.error
    if (!options.has('check')) printMachines(found, args, io)
    for (const { error } of problems) tell(io, `left out: ${error.message}`)
    const open = options.has('check') ? printOpen(found, options, io) : 0
    return problems.length > 0 || open > 0 ? 3 : 0
  },
}

function printMachines({ machines, problems }: FoundMachines, args: CommandArgs, io: Io): void {
  const { options } = args
  const sources = sourcesOf(args)
  const colour = colourOf(options, io)
  const format = options.text('format') ?? 'pretty'
  if (format === 'json') {
    printJson(
      { machines: machines.map(machineJson), errors: problems.map(({ error }) => errorJson(error)) },
      options,
      io,
    )
  } else if (options.has('list')) printText(printList(machines, colour), options, io)
  else if (format === 'pretty' && sources.every((source) => splitSource(source).name === undefined)) {
    printText(printDefinitions(machines, colour), options, io)
  } else printData(definitionText(onlyOne(machines, format), format), options, io)
  if (!options.has('list')) for (const machine of machines) noteUnresolved(machine, options, io)
}

/** Formats that hold one machine each. */
function onlyOne(machines: readonly MachineSource[], format: string): MachineSource {
  const [machine, second] = machines
  if (machine && !second) return machine
  const names = machines.map(({ name }) => name).join(', ')
  throw new UserError(
    'usage',
    `--format ${format} prints one machine: name one of ${names}, e.g. ${machine?.file}#${machine?.name}`,
  )
}

function definitionText({ definition }: MachineSource, format: string): string {
  if (format === 'yaml') return printYaml(definition)
  return format === 'mermaid' ? printMermaid(definition) : `${indentedJson(definition)}\n`
}

/** Tells every value that is known at deployment only and that nobody gave; how many there are. */
function printOpen({ machines, problems }: FoundMachines, options: OptionValues, io: Io): number {
  const open = machines.flatMap((machine) =>
    machine.unresolved.filter(({ token }) => !isOfTheTemplate(token)).map(({ token }) => ({ machine, token })),
  )
  const lines = open.map(
    ({ machine, token }) =>
      `${placeText(machine.declaredAt)}: ${printable(machine.name)}: no value is known for ${printable(token)}`,
  )
  if (lines.length === 0 && problems.length === 0 && !options.has('quiet'))
    lines.push(`${machines.length} ${machines.length === 1 ? 'machine' : 'machines'}: everything resolves`)
  printText(screenText([...lines, '']), options, io)
  return open.length
}

/** What `--list` tells of a machine besides where it is. */
interface Counts {
  readonly states: number
  readonly tasks: number
  readonly retries: number
  readonly catches: number
}

function countsOf(machine: MachineSource): Counts {
  const states = [...walkStates(machine.definition)].map(({ state }) => state)
  const count = (field: string): number =>
    states.reduce((sum, state) => {
      const list = member(state, field)
      return sum + (isArray(list) ? list.length : 0)
    }, 0)
  const tasks = states.filter((state) => member(state, 'Type') === 'Task').length
  return { states: states.length, tasks, retries: count('Retry'), catches: count('Catch') }
}

/** `mixed` where states differ from their machine. */
function languagesOf({ definition }: MachineSource): string {
  const machine = languageOf(definition)
  const isMixed = [...walkStates(definition)].some(({ state }) => languageOf(state, definition) !== machine)
  return isMixed ? 'mixed' : machine
}

function machineJson(machine: MachineSource): ExtractedMachineJson {
  const { name, file, type, declaredAt, definition, unresolved } = machine
  const described = { form: formName(machine), queryLanguage: languagesOf(machine), ...countsOf(machine) }
  return { name, file, type, ...described, declaredAt, unresolved, definition }
}

function printList(machines: readonly MachineSource[], colour: Colour): ScreenText {
  const forms = new Map<string, FormName>()
  const rows = machines.map((machine) => {
    const form = forms.get(machine.declaredAt.file) ?? formName(machine)
    forms.set(machine.declaredAt.file, form)
    const { states, tasks, retries, catches } = countsOf(machine)
    const open = machine.unresolved.length === 0 ? '' : `${machine.unresolved.length} values known at deployment only`
    const counts = `${states} states, ${tasks} Tasks, ${retries} Retries, ${catches} Catches`
    const at = placeText(machine.declaredAt)
    return [colour('bold', printable(machine.name)), form, machine.type, languagesOf(machine), counts, at, open]
  })
  return screenText([...table(rows), ''], colour)
}

/** Each machine under a heading; one that was picked by name prints as JSON alone, so that it can be piped. */
function printDefinitions(machines: readonly MachineSource[], colour: Colour): ScreenText {
  const texts = machines.map(({ name, declaredAt, definition }) => {
    const head = `${colour('bold', printable(name))}  ${placeText(declaredAt)}`
    return screenText([head, ...indentedJson(definition).split('\n'), ''], colour)
  })
  return joinedTexts(texts)
}
