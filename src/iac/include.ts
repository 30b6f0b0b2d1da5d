import { isObject, type Json, member, pointer } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import { localPath } from './local-path.js'
import { asText, positionOf, type Resolution, spend } from './resolution.js'
import { isFile, readSourceFile } from './source-file.js'
import type { ResolveValue } from './template-conditions.js'
import { parseSource, section } from './template.js'
import { boundsAround, refuseOutside } from './within-project.js'

/** Files that may include each the next. */
const MAX_DEPTH = 10

/**
 * `Fn::Transform` with `AWS::Include`, where the snippet is a file of this machine, as before `aws cloudformation package`:
 * its content, functions resolved. Positions within it are that of the call. UserError for other macros, and for snippets in S3.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html
 */
export function include(argument: Json, at: string, resolution: Resolution, resolve: ResolveValue): Json | undefined {
  const where = positionOf(resolution, at)
  const macro = isObject(argument) ? asText(member(argument, 'Name')) : ''
  const parameters = pointer(at, 'Parameters', 'Location')
  const location = resolve(member(section(argument, 'Parameters'), 'Location') ?? null, parameters, resolution)
  const path = macro === 'AWS::Include' ? localPath(location, resolution.document.file) : undefined
  if (path === undefined) {
    const what = 'Fn::Transform is not supported within a state machine'
    const why = 'macros run only in CloudFormation, and AWS::Include is read only from a file on this machine'
    throw new UserError('unsupported', `${what}; ${why}; write the value in place`, { at: where })
  }
  if (!isFile(path)) {
    throw new UserError('definition', `there is no file ${path} to include`, {
      at: where,
      hint: 'correct the path, which starts at the template',
    })
  }
  if (at.split('/Fn::Transform').length > MAX_DEPTH + 1) {
    throw new UserError('definition', `more than ${MAX_DEPTH} files include each the next`, {
      at: where,
      hint: `does ${path} include itself?`,
    })
  }
  refuseOutside(path, boundsAround(resolution.document.file), where)
  const text = readSourceFile(path)
  spend(resolution, text.length)
  return resolve(parseSource(text, path).root, at, resolution)
}
