// Node beside Node: prints round trips and one-way messages a second.
const { fork } = require('child_process');
const [roundTrips, oneWay] = process.argv.slice(2).map(Number);
const child = fork(require('path').join(__dirname, 'child.js'));
const message = { number: 1, name: 'job' };
const trips = count => new Promise(resolve => {
  const start = process.hrtime.bigint();
  const onMessage = () => {
    if (--count > 0) { child.send(message); return; }
    child.off('message', onMessage);
    resolve(Number(process.hrtime.bigint() - start) / 1e9);
  };
  child.on('message', onMessage);
  child.send(message);
});
const flood = count => new Promise(resolve => {
  const start = process.hrtime.bigint();
  child.once('message', () => resolve(Number(process.hrtime.bigint() - start) / 1e9));
  child.send({ count });
  let sent = 0;
  const more = () => {
    while (sent < count) {
      sent++;
      if (!child.send(message) && sent < count) { child.send(message, more); sent++; return; }
    }
  };
  more();
});
(async () => {
  await trips(2000);
  const tripTime = await trips(roundTrips);
  await flood(2000);
  const floodTime = await flood(oneWay);
  child.disconnect();
  console.log(JSON.stringify({ roundTrips: roundTrips / tripTime, oneWay: oneWay / floodTime }));
})();
