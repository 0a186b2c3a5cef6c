using System.Text.Json;
using System.Text.Json.Serialization;

namespace TypedExec.Benchmarks.Ipc;

[JsonSerializable(typeof(JsonElement))]
internal sealed partial class IpcJson : JsonSerializerContext;
