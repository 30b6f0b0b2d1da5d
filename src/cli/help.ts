import { COMMANDS, type CommandEntry } from './commands.js'
import { optionNames } from './with-config.js'
import { optionsOf } from './options.js'

/** What `aslx --help` prints. */
export function overview(): string {
  const rows = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`)
  return `aslx: run AWS Step Functions state machines in process, and strike them with the faults production has

usage: aslx <command> <source> [options]

${rows.join('\n')}

<source> is a file you have: ASL (JSON, YAML), or a CloudFormation, SAM or CDK template; file#Name picks one machine.
aslx <command> --help tells more.
exit codes: 0 all well, 1 a finding, 2 usage, 3 definition or template, 4 not supported, 70 a bug of aslx
`
}

/** What `aslx <name> --help` prints. */
export async function commandHelp(entry: CommandEntry): Promise<string> {
  const command = await entry.load()
  const options = optionsOf(optionNames(command)).map(([name, spec]) => {
    const short = spec.short === undefined ? '' : `, -${spec.short}`
    const help = name === 'format' ? `${command.formats.join(', ')} (default ${command.formats[0]})` : spec.help
    return `  ${`--${name}${short} ${spec.value ?? ''}`.padEnd(32)} ${help}`
  })
  return `aslx ${entry.name} ${command.operands}: ${entry.summary}

${options.join('\n')}

examples:
${command.examples.map((example) => `  ${example}`).join('\n')}
`
}
