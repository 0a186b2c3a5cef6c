// Echoes, or counts up to the number that it is given and then answers.
let left = 0;
process.on('message', message => {
  if (message.count) { left = message.count; return; }
  if (left === 0) { process.send(message); return; }
  if (--left === 0) process.send(message);
});
