using TypedExec;

namespace Workers;

/// <summary>Node.js as a worker: <c>Fork</c> has the types of the messages.</summary>
[Command("node", Fork = true)]
[Messages(Send = typeof(Job), Receive = typeof(JobResult), Context = typeof(WorkersJson))]
public static partial class Node;

/// <summary>.NET as a worker: this very program, run by <c>dotnet</c>.</summary>
[Command("dotnet", Fork = true)]
[Messages(Send = typeof(Job), Receive = typeof(JobResult), Context = typeof(WorkersJson))]
public static partial class DotNet;
