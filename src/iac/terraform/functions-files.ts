import { posix } from 'node:path'
import { argument, type Functions } from './call.js'
import { encodeText } from './functions-encoding.js'
import { needMembers, needText } from './terraform-values.js'

export const FILE_FUNCTIONS: Functions = [
  ['file', (args, call) => call.readFile(needText(argument(args, 0)))],
  ['fileexists', (args, call) => call.hasFile(needText(argument(args, 0)))],
  ['filebase64', (args, call) => encodeText(call.readFile(needText(argument(args, 0))).text)],
  [
    'templatefile',
    (args, call) => call.render(call.readFile(needText(argument(args, 0))), needMembers(args[1] ?? new Map())),
  ],
  ['basename', (args) => posix.basename(needText(argument(args, 0)))],
  ['dirname', (args) => posix.dirname(needText(argument(args, 0)))],
  // Everything here is relative to the folder of the root module; an absolute path would differ between machines.
  ['abspath', (args) => posix.normalize(needText(argument(args, 0)))],
]
