// What the rivals under Node share: the arguments, the warm-up, and the line of JSON that every rival prints.
import { readFileSync } from 'node:fs';

const CannotDo = 3;
const [, , cRivalPath, warmUp, modulePath, work, countText] = process.argv;

/** The compiled rival.c, which can also be a child. */
export const cRival = cRivalPath;

/** The library to load, for a rival that is one. */
export const module = modulePath;

export const now = () => Number(process.hrtime.bigint()) / 1e9;

export const zeros = megabytes => ['-c', `${megabytes}M`, '/dev/zero'];

export const lines = thousands => ['-c', `yes ${'x'.repeat(40)} | head -n ${thousands}000`];

export function check(actual, expected) {
  if (actual !== expected) throw new Error(`${actual} came instead of ${expected}.`);
}

/** Runs the chosen work; a work may return its own measurement in seconds. */
export async function measure(works) {
  if (!works[work]) process.exit(CannotDo);
  const count = Number(countText);
  const warmUpEnd = now() + Number(warmUp) / 1000;
  do await works[work](work === 'at-once' ? 1 : 10);
  while (work !== 'at-once' && !work.startsWith('capture') && now() < warmUpEnd);

  const begin = now();
  const cpu = process.cpuUsage();
  const measured = await works[work](count);
  const seconds = measured ?? now() - begin;
  const used = process.cpuUsage(cpu);
  const peakKb = Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  console.log(JSON.stringify({ seconds, cpu: (used.user + used.system) / 1e6, peakKb, allocated: 0, threads: 0 }));
}
