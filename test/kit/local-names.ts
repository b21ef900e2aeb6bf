// Stands in for what every phone has and a bare network namespace has not: a resolver that asks the local network.
// Run inside the namespace as `node local-names.ts ADDRESS`: plain questions in, multicast questions out.

import multicastDns from 'multicast-dns'

const WAIT_MS = 1_000
const [own = '127.0.0.1'] = process.argv.slice(2)
const inside = multicastDns({ port: 53, interface: '127.0.0.1', multicast: false })
const outside = multicastDns({ interface: own, bind: '0.0.0.0' })

type Asked = { readonly name: string; readonly tell: (addresses: readonly string[]) => void }
const waiting = new Set<Asked>()

outside.on('response', ({ answers }) => {
  for (const asked of [...waiting]) {
    const found = (answers ?? []).flatMap((one) =>
      one.type === 'A' && one.name === asked.name ? [one.data] : [],
    )
    if (found.length > 0) asked.tell(found)
  }
})

inside.on('query', (packet, from) => {
  const [question] = packet.questions ?? []
  if (question === undefined) return
  const { name, type } = question
  const tell = (addresses: readonly string[]) => {
    if (!waiting.delete(asked)) return
    const answers = addresses.map((data) => ({ name, type: 'A', ttl: 1, data }) as const)
    const NO_SUCH_NAME = 3
    const flags = answers.length > 0 || type !== 'A' ? 0 : NO_SUCH_NAME
    inside.respond(
      { id: packet.id, flags, questions: packet.questions, answers: type === 'A' ? answers : [] },
      from,
    )
  }
  const asked: Asked = { name, tell }
  waiting.add(asked)
  if (type === 'A' && name.endsWith('.local')) outside.query({ questions: [{ name, type }] })
  setTimeout(() => tell([]), type === 'A' ? WAIT_MS : 0)
})
