#!/usr/bin/env node
// Speaks as the `solc` program does (--version, --standard-json) on top of npm's soljson.js, for py-solc-x.
// npm's own solcjs reads pipes synchronously (EAGAIN), and its ccall copies the whole input onto the wasm
// stack, which overflows on a large one; here stdin is awaited and the input lies on the heap.
//
// A compiler just loaded is slow: what it is made of is translated while it runs. `--serve SOCKET` keeps two loaded,
// until its standard input ends; `--standard-json` lets them do the work when DPR_SOLC names their socket.
"use strict";
const net = require("node:net");
const path = require("node:path");
const { Worker, isMainThread, parentPort } = require("node:worker_threads");
const solc = path.resolve(__dirname, "../../contracts/node_modules/solc");
const SERVED = process.env.DPR_SOLC;

function compile(input) {
  const soljson = require(path.join(solc, "soljson.js"));
  const size = soljson.lengthBytesUTF8(input) + 1;
  const pointer = soljson._solidity_alloc(size);
  soljson.stringToUTF8(input, pointer, size);
  const noCallback = 0; // every source is in the input, nothing is read from disk
  const output = soljson.UTF8ToString(soljson._solidity_compile(pointer, noCallback, 0));
  soljson._solidity_reset(); // the next compilation knows nothing of this one
  return output;
}

function readAll(stream) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    stream.on("data", (chunk) => chunks.push(chunk));
    stream.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    stream.on("error", reject);
  });
}

function elsewhere(input) {
  const socket = net.connect(SERVED, () => socket.end(input));
  return readAll(socket);
}

function serve(socket) {
  const free = [];
  const waiting = [];
  const next = () => {
    while (free.length && waiting.length) free.pop()(waiting.shift());
  };
  for (let count = 0; count < 2; count++) {
    const worker = new Worker(__filename);
    const take = ({ input, connection }) => {
      worker.once("message", (output) => {
        connection.end(output);
        free.push(take);
        next();
      });
      worker.postMessage(input);
    };
    free.push(take);
  }
  const answer = async (connection) => {
    const input = await readAll(connection).catch(() => ""); // whoever asked is gone
    if (input) waiting.push({ input, connection });
    next();
  };
  net.createServer({ allowHalfOpen: true }, answer).listen(socket, () => process.stdout.write("ready\n"));
  process.stdin.on("end", () => process.exit()).resume();
}

async function main() {
  if (process.argv.includes("--version")) {
    // py-solc-x asks before every compilation, and wants a commit; to load the compiler takes as long as a small contract.
    const { version } = require(path.join(solc, "package.json"));
    process.stdout.write(`solc, the solidity compiler commandline interface\nVersion: ${version}+commit.0\n`);
  } else if (process.argv.includes("--standard-json")) {
    const input = await readAll(process.stdin);
    const output = SERVED && (await elsewhere(input).catch(() => "")); // they may be gone
    process.stdout.write(output || compile(input)); // no exit(): it would cut a pipe short
  } else if (process.argv.includes("--serve")) {
    serve(process.argv[process.argv.indexOf("--serve") + 1]);
  } else {
    process.stderr.write("solc.js: knows --version, --standard-json and --serve SOCKET\n");
    process.exitCode = 2;
  }
}

if (isMainThread) main();
else parentPort.on("message", (input) => parentPort.postMessage(compile(input)));
