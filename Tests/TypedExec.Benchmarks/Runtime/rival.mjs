// The works of the runtime benchmarks by Node's child_process.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { cRival, check, lines, measure, now, zeros } from './harness.mjs';

const execFileAsync = promisify(execFile);

const closed = child => new Promise((resolve, reject) => {
  child.once('error', reject);
  child.once('close', code => code === 0 ? resolve() : reject(new Error(`A child ended with ${code}.`)));
});

const captureTrue = () => execFileAsync('/bin/true');

async function captured(megabytes, encoding) {
  const { stdout } = await execFileAsync('/usr/bin/head', zeros(megabytes), { encoding, maxBuffer: Infinity });
  check(stdout.length, megabytes * 1048576);
}

async function medianLatency(times) {
  const latencies = [];
  for (let i = 0; i < times; i++) {
    const child = spawn(cRival, ['exit-now']);
    let bytes;
    child.stdout.on('data', chunk => { bytes = chunk; });
    const end = await new Promise(resolve => child.once('exit', () => resolve(now())));
    if (!bytes) await closed(child);
    latencies.push(end - bytes.readDoubleLE(0));
  }
  return latencies.sort((a, b) => a - b)[times >> 1];
}

await measure({
  async sequential(n) {
    for (let i = 0; i < n; i++) await captureTrue();
  },
  async sync(n) {
    for (let i = 0; i < n; i++) check(spawnSync('/bin/true').status, 0);
  },
  async 'at-once'(n) {
    await Promise.all(Array.from({ length: n }, () => execFileAsync('/bin/sh', ['-c', 'sleep 1; echo x'])));
  },
  async drop(n) {
    const child = spawn('/usr/bin/head', zeros(n));
    let total = 0;
    child.stdout.on('data', chunk => { total += chunk.length; });
    await closed(child);
    check(total, n * 1048576);
  },
  'capture-string': n => captured(n, 'utf8'),
  'capture-bytes': n => captured(n, 'buffer'),
  async lines(n) {
    const child = spawn('/bin/sh', lines(n));
    let total = 0;
    for await (const _ of createInterface({ input: child.stdout })) total++;
    check(total, n * 1000);
  },
  'exit-latency': medianLatency,
});
