// Counts the primes below job.limit. A job that says so makes the worker crash, once.
process.on('message', (job) => {
  if (job.crash) process.exit(70);
  let primes = 0;
  for (let n = 2; n < job.limit; n++) {
    let isPrime = true;
    for (let d = 2; d * d <= n; d++) {
      if (n % d === 0) { isPrime = false; break; }
    }
    if (isPrime) primes++;
  }
  process.send({ number: job.number, primes, by: `node ${process.pid}` });
});
