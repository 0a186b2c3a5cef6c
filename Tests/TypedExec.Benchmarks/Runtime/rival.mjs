// The works of the runtime benchmarks by Node's child_process. Prints one line of JSON, as every rival does.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const CannotDo = 3;
const execFileAsync = promisify(execFile);
const [, , cRival, warmUp, work, countText] = process.argv;
const count = Number(countText);
const now = () => Number(process.hrtime.bigint()) / 1e9;

function check(actual, expected) {
  if (actual !== expected) throw new Error(`${actual} came instead of ${expected}.`);
}

const closed = child => new Promise((resolve, reject) => {
  child.once('error', reject);
  child.once('close', code => code === 0 ? resolve() : reject(new Error(`A child ended with ${code}.`)));
});

const captureTrue = () => execFileAsync('/bin/true');

async function captured(megabytes, encoding) {
  const { stdout } = await execFileAsync(
    '/usr/bin/head', ['-c', `${megabytes}M`, '/dev/zero'], { encoding, maxBuffer: Infinity });
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

const works = {
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
    const child = spawn('/usr/bin/head', ['-c', `${n}M`, '/dev/zero']);
    let total = 0;
    child.stdout.on('data', chunk => { total += chunk.length; });
    await closed(child);
    check(total, n * 1048576);
  },
  'capture-string': n => captured(n, 'utf8'),
  'capture-bytes': n => captured(n, 'buffer'),
  async lines(n) {
    const child = spawn('/bin/sh', ['-c', `yes ${'x'.repeat(40)} | head -n ${n}000`]);
    let total = 0;
    for await (const _ of createInterface({ input: child.stdout })) total++;
    check(total, n * 1000);
  },
  'exit-latency': medianLatency,
};

if (!works[work]) process.exit(CannotDo);

const warmUpEnd = now() + Number(warmUp) / 1000;
do await works[work](work === 'at-once' ? 1 : 10); while (work !== 'at-once' && now() < warmUpEnd);

const begin = now();
const cpu = process.cpuUsage();
const measured = await works[work](count);
const seconds = measured ?? now() - begin;
const used = process.cpuUsage(cpu);
const peakKb = Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
console.log(JSON.stringify({ seconds, cpu: (used.user + used.system) / 1e6, peakKb, allocated: 0, threads: 0 }));
