// Talks to programs that expect a person at a terminal: passes ssh-keygen its passphrase, and evaluates expressions in Python.
using Conversation;

var folder = Directory.CreateTempSubdirectory("typedexec-conversation-");
try
{
    Console.WriteLine(await KeyMaker.CreateAsync(Path.Combine(folder.FullName, "key"), "correct horse", "made by a conversation"));
}
finally
{
    folder.Delete(recursive: true);
}

await using var python = await PythonSession.StartAsync();
await python.AskAsync("from fractions import Fraction");
Console.WriteLine($"1/3 + 1/4 = {await python.AskAsync("str(Fraction(1, 3) + Fraction(1, 4))")}");
Console.WriteLine($"2 ** 100 = {await python.AskAsync("2 ** 100")}");
Console.WriteLine();
Console.WriteLine(python.Screen);
