using SharpFuzz;
using TypedExec.Fuzz;

// afl-fuzz starts this once and feeds it inputs; see .ci/fuzz. With a file as the second argument, only that input is run.
Action<ReadOnlyMemory<byte>> target = args is ["v8", ..] ? Targets.V8 : args is ["json", ..] ? Targets.Json : throw new ArgumentException("usage: v8|json [FILE]");
if (args is [_, var file])
{
    target(File.ReadAllBytes(file));
    return;
}

Fuzzer.OutOfProcess.Run(stream =>
{
    using var bytes = new MemoryStream();
    stream.CopyTo(bytes);
    target(bytes.ToArray());
});
