import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { lostPart } from '../../src/explore/findings/rules/lost-data.js'
import { rules } from '../../src/explore/findings/finding-rules.js'
import { aslx, type Told } from './fake-io.js'
import { idle, lambdaTask, template } from './machines.js'
import { folderWith } from './workspace.js'

const bare = { StartAt: 'Charge', States: { Charge: lambdaTask({ End: true }) } }

/** `Charge` with a Comment. */
function commented(Comment: string): object {
  return { StartAt: 'Charge', States: { Charge: lambdaTask({ Comment, End: true }) } }
}

interface Finding {
  readonly rule: string
  readonly severity: string
}

interface Machine {
  readonly findings: readonly Finding[]
  readonly known: number
  readonly waived: number
  readonly waiverProblems: readonly { readonly state: string; readonly message: string; readonly line: number }[]
}

function machineOf({ out }: Told): Machine {
  const { machines } = JSON.parse(out) as { readonly machines: readonly Machine[] }
  if (!machines[0]) throw new Error('no machine')
  return machines[0]
}

/** The rules that find something in the bare machine. */
async function bareRules(): Promise<readonly string[]> {
  const told = await aslx(['explore', join(folderWith({ 'm.asl.json': bare }), 'm.asl.json'), '--format', 'json'])
  return [...new Set(machineOf(told).findings.map(({ rule }) => rule))]
}

describe('an error of aslx itself', () => {
  it('is told of its machine, and the others are answered', async () => {
    vi.spyOn(lostPart, 'begin').mockImplementation((facts) => {
      if (facts.machine.name === 'b') throw new Error('nobody thought of this')
      return { places: () => [] }
    })
    const folder = folderWith({ 'a.asl.json': bare, 'b.asl.json': bare, 'c.asl.json': bare })
    const told = await aslx(['explore', folder])
    expect(told.code).toBe(70)
    expect(told.err).toBe(
      'aslx: internal error at b: nobody thought of this (ASLX_DEBUG=1 shows where; please report it)\n',
    )
    expect(told.out).toMatch(/^a  +1 of 1 states, 1 error.*\nc  +1 of 1 states, 1 error.*\nb  +internal error\n/)
    expect(told.out).toContain('in 2 machines, 1 not explored for an internal error')

    const json = JSON.parse((await aslx(['explore', folder, '--format', 'json'])).out) as {
      readonly machines: readonly unknown[]
      readonly errors: readonly unknown[]
    }
    expect(json.machines).toHaveLength(2)
    expect(json.errors).toEqual([expect.objectContaining({ kind: 'internal', what: 'nobody thought of this' })])
    vi.restoreAllMocks()
  })
})

describe('a budget', () => {
  it('stops after so much time, and says what was left out', async () => {
    const source = join(folderWith({ 'm.asl.json': bare }), 'm.asl.json')
    const told = await aslx(['explore', source, '--budget', '1ms'], { stepMs: 5 })
    expect(told.out).toMatch(/distinct; left out: [^;]*single\s+faults/)
    expect((await aslx(['explore', source, '--budget', '1h'])).out).not.toContain('left out')
  })

  it('is a length of time', async () => {
    const told = await aslx(['explore', join(folderWith({ 'm.asl.json': bare }), 'm.asl.json'), '--budget', 'soon'])
    expect([told.code, told.err]).toEqual([2, expect.stringContaining('not a duration: "soon"')])
  })
})

describe('a baseline', () => {
  it('lets pass what it knows, and fails for what is new', async () => {
    const folder = folderWith({ 'm.asl.json': bare })
    const [source, baseline] = [join(folder, 'm.asl.json'), join(folder, 'known.json')]
    expect((await aslx(['explore', source])).code).toBe(1)
    expect((await aslx(['explore', source, '--baseline', baseline, '--update-baseline'])).code).toBe(0)
    const known = await aslx(['explore', source, '--baseline', baseline, '--format', 'json'])
    expect(known.code).toBe(0)
    expect(machineOf(known).findings).toEqual([])
    expect(machineOf(known).known).toBeGreaterThan(0)

    const more = {
      StartAt: 'Charge',
      States: { Charge: lambdaTask({ Next: 'Ship' }), Ship: lambdaTask({ End: true }) },
    }
    writeFileSync(source, JSON.stringify(more))
    expect((await aslx(['explore', source, '--baseline', baseline])).code).toBe(1)
  })

  it('knows a finding after the file was renamed and reformatted', async () => {
    const folder = folderWith({ 'm.asl.json': bare })
    const baseline = join(folder, 'known.json')
    await aslx(['explore', join(folder, 'm.asl.json'), '--baseline', baseline, '--update-baseline'])
    renameSync(join(folder, 'm.asl.json'), join(folder, 'charging.asl.json'))
    writeFileSync(join(folder, 'charging.asl.json'), `\n\n${JSON.stringify(bare)}`)
    expect((await aslx(['explore', join(folder, 'charging.asl.json'), '--baseline', baseline])).code).toBe(0)
  })

  it('knows what is left when one of several places is mended', async () => {
    const two = { StartAt: 'A', States: { A: lambdaTask({ Next: 'B' }), B: lambdaTask({ End: true }) } }
    const folder = folderWith({ 'm.asl.json': two })
    const [source, baseline] = [join(folder, 'm.asl.json'), join(folder, 'known.json')]
    await aslx(['explore', source, '--baseline', baseline, '--update-baseline'])
    writeFileSync(source, JSON.stringify({ StartAt: 'A', States: { ...two.States, A: { Type: 'Pass', Next: 'B' } } }))
    expect((await aslx(['explore', source, '--baseline', baseline])).code).toBe(0)
  })

  it('knows what is left when one of several kinds of errors is handled', async () => {
    const Retry = [{ ErrorEquals: ['Lambda.TooManyRequestsException'] }]
    const folder = folderWith({ 'm.asl.json': bare })
    const [source, baseline] = [join(folder, 'm.asl.json'), join(folder, 'known.json')]
    await aslx(['explore', source, '--baseline', baseline, '--update-baseline'])
    writeFileSync(source, JSON.stringify({ StartAt: 'Charge', States: { Charge: lambdaTask({ Retry, End: true }) } }))
    const { out } = await aslx(['explore', source, '--baseline', baseline, '--class', 'unhandled', '--format', 'json'])
    expect(out).not.toContain('"severity": "error"')
  })

  it('does not let a copy of a machine pass', async () => {
    const folder = folderWith({ 'm.asl.json': bare })
    const baseline = join(folder, 'known.json')
    await aslx(['explore', folder, '--baseline', baseline, '--update-baseline'])
    writeFileSync(join(folder, 'copy.asl.json'), JSON.stringify(bare))
    expect((await aslx(['explore', folder, '--baseline', baseline])).code).toBe(1)
  })

  it('is refused where it is none, and is written by name only', async () => {
    const folder = folderWith({ 'm.asl.json': bare, 'other.json': {} })
    const source = join(folder, 'm.asl.json')
    const refused = async (...options: readonly string[]) => (await aslx(['explore', source, ...options])).err
    expect(await refused('--baseline', join(folder, 'no.json'))).toContain('--update-baseline')
    expect(await refused('--baseline', join(folder, 'other.json'))).toContain('other.json: this is no baseline')
    expect(await refused('--update-baseline')).toContain('needs --baseline')
    expect(await refused('--baseline', source, '--update-baseline')).toContain('it is what this command reads')
    expect(readFileSync(source, 'utf8')).toContain('Charge')
  })
})

describe('waivers and severities', () => {
  it('in a Comment hold until their day, and fail from then on', async () => {
    const found = await bareRules()
    const source = join(
      folderWith({ 'm.asl.json': commented(`Old. aslx-ignore ${found.join(', ')} until 2027-01-01: agreed`) }),
      'm.asl.json',
    )
    const before = await aslx(['explore', source, '--format', 'json'], { today: '2027-01-01' })
    expect(before.code).toBe(0)
    expect(machineOf(before)).toMatchObject({ findings: [], waiverProblems: [] })
    expect(machineOf(before).waived).toBeGreaterThan(0)

    const after = await aslx(['explore', source, '--format', 'json'], { today: '2027-01-02' })
    expect(after.code).toBe(1)
    expect(machineOf(after).findings.length).toBeGreaterThan(0)
    expect(machineOf(after).waiverProblems).toHaveLength(found.length)
    const { out } = await aslx(['explore', source, '--quiet', '--class', 'hangs'], { today: '2027-01-02' })
    expect(out).toContain('expired on 2027-01-01')
  })

  it.each(['aslx-ignore ASLX101', 'aslx-ignore ASLX101 until 2027-01-01', 'aslx-ignore until 2027-01-01: a'])(
    'in a Comment need rule, day and reason: %s',
    async (comment) => {
      const source = join(folderWith({ 'm.asl.json': commented(comment) }), 'm.asl.json')
      const told = await aslx(['explore', source, '--fail-on', 'error', '--format', 'json'])
      expect(told.code).toBe(1)
      expect(machineOf(told).waiverProblems).toMatchObject([{ state: 'Charge', line: expect.any(Number) as number }])
    },
  )

  it('in the configuration hold for a machine, a state, or everywhere', async () => {
    const found = await bareRules()
    const run = async (place: object) => {
      const waivers = found.map((rule) => ({ rule, until: '2027-01-01', reason: 'agreed', ...place }))
      const folder = folderWith({ 't.json': template({ Orders: bare }), 'aslx.config.json': { waivers } })
      const config = join(folder, 'aslx.config.json')
      const { code } = await aslx(['explore', join(folder, 't.json'), '--config', config], { today: '2026-12-01' })
      return code
    }
    expect(await run({})).toBe(0)
    expect(await run({ machine: 'Orders', state: 'Charge' })).toBe(0)
    expect(await run({ machine: 'Others' })).toBe(1)
    expect(await run({ state: 'Ship' })).toBe(1)
    expect(await run({ until: '2026-01-01' })).toBe(1)
  })

  it('set what findings of a rule are', async () => {
    const run = async (severity: string, ...options: readonly string[]) => {
      const config = { rules: Object.fromEntries(rules.map(({ id }) => [id, severity])) }
      const folder = folderWith({ 'm.asl.json': bare, 'aslx.config.json': config })
      const file = join(folder, 'aslx.config.json')
      return await aslx(['explore', join(folder, 'm.asl.json'), '--config', file, '--format', 'json', ...options])
    }
    expect(machineOf(await run('off')).findings).toEqual([])
    const warned = await run('warning')
    expect(warned.code).toBe(0)
    expect(new Set(machineOf(warned).findings.map(({ severity }) => severity))).toEqual(new Set(['warning']))
    expect((await run('warning', '--fail-on', 'warning')).code).toBe(1)
  })

  it('are refused for rules and classes that there are not', async () => {
    const folder = folderWith({ 'm.asl.json': bare, 'aslx.config.json': { rules: { ASLX999: 'off' } } })
    const source = join(folder, 'm.asl.json')
    const told = await aslx(['explore', source, '--config', join(folder, 'aslx.config.json')])
    expect(told).toMatchObject({ code: 2, err: expect.stringContaining('there is no rule "ASLX999"') as string })
    expect((await aslx(['explore', source, '--class', 'hang'])).err).toContain('did you mean "hangs"?')
  })
})

describe('what is explored', () => {
  it('is narrowed by class', async () => {
    const source = join(folderWith({ 'm.asl.json': bare }), 'm.asl.json')
    expect((await aslx(['explore', source, '--class', 'hangs'])).code).toBe(0)
    expect((await aslx(['explore', source, '--class', 'hangs', '--class', 'unhandled'])).code).toBe(1)
  })

  it('is nothing in a machine without a Task', async () => {
    const { code, out } = await aslx(['explore', join(folderWith({ 'm.asl.json': idle }), 'm.asl.json')])
    expect(code).toBe(0)
    expect(out).toContain('no Task: nothing to explore')
  })
})

describe('a machine that Step Functions refuses', () => {
  const lost = { StartAt: 'Lost', States: { Done: { Type: 'Pass', End: true } } }

  it('has an error even where no state is to blame and nothing is called', async () => {
    const folder = folderWith({ 'lost.asl.json': lost })
    const { code, out } = await aslx(['explore', join(folder, 'lost.asl.json')])
    expect(code).toBe(3)
    expect(out).toMatch(/error +invalid +lost +\d+:\d+\n +Missing 'StartAt' target: Lost/)
    expect(out).not.toContain('nothing to explore')
  })

  it('leaves the proof to the machines that were struck', async () => {
    const folder = folderWith({ 'a.asl.json': lost, 'm.asl.json': bare })
    expect((await aslx(['explore', folder])).out).toContain('proof: every <= 2 faults')
  })
})

describe('--k', () => {
  it('is refused where it is no number of faults that explore knows', async () => {
    const folder = folderWith({ 'm.asl.json': bare })
    const { code, err } = await aslx(['explore', join(folder, 'm.asl.json'), '--k', 'x'])
    expect(code).toBe(2)
    expect(err).toContain('--k is 1, 2 or 3')
  })
})

describe('--save', () => {
  it('writes what was inferred as a scenario, which is used from then on', async () => {
    const source = join(folderWith({ 'orders.asl.json': bare }), 'orders.asl.json')
    const first = await aslx(['explore', source, '--save'])
    const saved = source.replace(/\.json$/, '.aslx.yaml')
    expect(first.err).toContain(`wrote ${saved}`)
    expect(readFileSync(saved, 'utf8')).toMatch(/^input: .*\ntasks:\n {2}Charge:\n {4}returns: /m)

    const again = await aslx(['explore', source])
    expect(again.out).not.toContain('no scenario')
    expect(again.out.match(/^error .*$/gm)).toEqual(first.out.match(/^error .*$/gm))
    expect((await aslx(['run', source])).out).not.toContain('inferred')
  })

  it('writes over nothing', async () => {
    const folder = folderWith({ 'orders.asl.json': bare, 'orders.asl.aslx.yaml': 'input: {}\n' })
    const told = await aslx(['explore', join(folder, 'orders.asl.json'), '--save'])
    expect(told.err).toContain('orders.asl.aslx.yaml is there already')
    expect(readFileSync(join(folder, 'orders.asl.aslx.yaml'), 'utf8')).toBe('input: {}\n')
  })
})
