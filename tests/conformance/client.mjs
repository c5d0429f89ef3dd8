// viem as any application would use it: deploys, sends, waits, reads blocks, logs, state and a proof.
// Arguments: URL, private key, creation code. Standard output: what it saw, as JSON.

import { createPublicClient, createWalletClient, defineChain, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'

const [url, key, bytecode] = process.argv.slice(2)
const account = privateKeyToAccount(key)
const transport = http(url)
const id = await createPublicClient({ transport }).getChainId()
const chain = defineChain({ id, name: 'embedded', nativeCurrency: { name: 'none', symbol: 'NONE', decimals: 18 }, rpcUrls: { default: { http: [url] } } })
const reading = createPublicClient({ chain, transport: http(url, { batch: true }), pollingInterval: 20 })
const writing = createWalletClient({ account, chain, transport })

// Nothing is given but what is meant: nonce, fees and gas are viem's to find out.
const created = await reading.waitForTransactionReceipt({ hash: await writing.sendTransaction({ data: bytecode }) })
const contract = created.contractAddress
const hashes = []
for (let each = 0; each < 3; each++) hashes.push(await writing.sendTransaction({ to: contract }))
const receipts = await Promise.all(hashes.map((hash) => reading.waitForTransactionReceipt({ hash })))
const last = receipts[2]

const [block, byHash, logs, storage, code, nonce, balance, fees, transaction, proof] = await Promise.all([
  reading.getBlock({ blockNumber: last.blockNumber, includeTransactions: true }),
  reading.getBlock({ blockHash: last.blockHash }),
  reading.getLogs({ address: contract, fromBlock: 0n, toBlock: 'latest' }),
  reading.getStorageAt({ address: contract, slot: '0x0' }),
  reading.getCode({ address: contract }),
  reading.getTransactionCount({ address: account.address }),
  reading.getBalance({ address: account.address }),
  reading.estimateFeesPerGas(),
  reading.getTransaction({ hash: hashes[2] }),
  reading.getProof({ address: contract, storageKeys: [`0x${'0'.repeat(64)}`], blockNumber: last.blockNumber }),
])
const call = await reading.call({ to: contract, account: account.address })
const revert = await reading.call({ to: contract, data: '0x', blockNumber: 10_000n }).then(
  () => 'none',
  (error) => error.details,
)

const seen = {
  chainId: id,
  contract,
  statuses: receipts.map((receipt) => receipt.status),
  effectiveGasPrice: last.effectiveGasPrice,
  block: { number: block.number, hash: block.hash, baseFeePerGas: block.baseFeePerGas, stateRoot: block.stateRoot },
  sameByHash: byHash.hash === block.hash,
  lastOfBlock: block.transactions.at(-1).hash,
  logs: logs.map((log) => ({ body: log.data, topics: log.topics, tx: log.transactionHash })),
  storage,
  code,
  nonce,
  balance,
  maxFeePerGas: fees.maxFeePerGas,
  type: transaction.type,
  from: transaction.from,
  slot: proof.storageProof[0].value,
  called: call.data ?? '0x',
  unknownBlock: revert,
  hashes,
}
console.log(JSON.stringify(seen, (_, value) => (typeof value === 'bigint' ? Number(value) : value)))
