import type { Command } from './command.js'
import { optionNames } from './with-config.js'
import { optionsOf } from './options.js'

export function overview(commands: readonly Command[]): string {
  const rows = commands.map((command) => `  ${command.name.padEnd(10)} ${command.summary}`)
  return `aslx: run AWS Step Functions state machines in process, and strike them with the faults production has

usage: aslx <command> <source> [options]

${rows.join('\n')}

<source> is a file you have: ASL (JSON, YAML), or a CloudFormation, SAM or CDK template; file#Name picks one machine.
aslx <command> --help tells more.
exit codes: 0 all well, 1 a finding, 2 usage, 3 definition or template, 4 not supported, 70 a bug of aslx
`
}

export function commandHelp(command: Command): string {
  const options = optionsOf(optionNames(command)).map(([name, spec]) => {
    const short = spec.short === undefined ? '' : `, -${spec.short}`
    const help = name === 'format' ? `${command.formats.join(', ')} (default ${command.formats[0]})` : spec.help
    return `  ${`--${name}${short} ${spec.value ?? ''}`.padEnd(32)} ${help}`
  })
  return `aslx ${command.name} ${command.operands}: ${command.summary}

${options.join('\n')}

examples:
${command.examples.map((example) => `  ${example}`).join('\n')}
`
}
