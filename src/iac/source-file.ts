import { readFileSync, statSync } from 'node:fs'
import { UserError } from '../asl/user-error.js'
import { noteRead } from './read-files.js'

/** No file is read beyond this size, in bytes: 16 MiB. Definitions end at 1 MiB, templates at 1 MB. */
const MAX_FILE_BYTES = 16 * 1024 * 1024

const SUPPORTED = 'an ASL file (JSON or YAML) or a CloudFormation, SAM or CDK template'

/** Reads a text file that is part of what a user named. Whatever goes wrong is a UserError of one line; `expected` says there what to name. */
export function readSourceFile(path: string, expected: string = SUPPORTED): string {
  const text = peekSourceFile(path, expected)
  noteRead(path)
  return text
}

/** As `readSourceFile`, to see whether the file matters at all. */
export function peekSourceFile(path: string, expected: string = SUPPORTED): string {
  if (path === '') throw new UserError('usage', `the name of the file is empty; name ${expected}`)
  const size = regularFileSize(path, expected)
  if (size > MAX_FILE_BYTES) {
    const mebibytes = Math.ceil(size / (1024 * 1024))
    throw new UserError('definition', `${mebibytes} MiB is too large to be read (the limit is 16 MiB)`, {
      at: { file: path },
    })
  }
  try {
    return decode(readFileSync(path), path, expected)
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** Whether there is something to read at this path. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Whether there is a folder at this path. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

function regularFileSize(path: string, expected: string): number {
  try {
    const stats = statSync(path)
    if (stats.isDirectory()) {
      throw new UserError('usage', `${path} is a directory; name ${expected}`)
    }
    if (!stats.isFile()) throw new UserError('usage', `${path} is not a regular file; name ${expected}`)
    return stats.size
  } catch (error) {
    throw unreadable(path, error)
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'permission to read it is denied',
  EPERM: 'permission to read it is denied',
  ELOOP: 'its symbolic links go round in circles',
  ENAMETOOLONG: 'the name is too long',
  ERR_INVALID_ARG_VALUE: 'the name has a null character in it',
}

function unreadable(path: string, error: unknown): UserError {
  if (error instanceof UserError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
  const reason = Object.hasOwn(REASONS, code) ? REASONS[code] : `it cannot be read (${code})`
  return new UserError('definition', `${path.replaceAll('\0', '\\0')}: ${reason}`)
}

/** UTF-8 with or without a mark, or UTF-16 with one (as some Windows shells write it). */
function decode(bytes: Buffer, path: string, expected: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  let text: string | undefined
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    // told below
  }
  if (text === undefined || text.includes('\0')) {
    throw new UserError('definition', 'this is not a text file', { at: { file: path }, hint: `expected ${expected}` })
  }
  return text
}
