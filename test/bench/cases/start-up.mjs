import { ASLX_URL } from '../sides.mjs'
import { timesBareNode } from '../start-up.mjs'

export const title = 'Start-up: user CPU of a process, as a ratio to bare node'
export const unit = 'times bare node'
export const better = 'less'
export const target = { version: 1.5, import: 1.6, inject: 3.5 }
/** How far above its target a row may be before the bench fails. */
export const tolerance = 0.15

const MODULE = ['--input-type=module', '-e']
const NOTHING = ['-e', '0']
const PROGRAM = 'dist/cli/bin.js'
const TEMPLATE = 'machines/01-pdf-pipeline/template.yaml'

export const sides = {
  version: () => timesBareNode([PROGRAM, '--version'], NOTHING),
  import: () => timesBareNode([...MODULE, `import(${JSON.stringify(ASLX_URL)})`], [...MODULE, '0']),
  inject: () => timesBareNode([PROGRAM, 'inject', TEMPLATE, '--fault', 'oom'], NOTHING),
}
