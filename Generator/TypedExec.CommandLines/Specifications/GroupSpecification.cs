using TypedExec.CommandLines.Model;

namespace TypedExec.CommandLines.Specifications;

/// <summary>
/// Options and arguments that belong together, as described in the specification: ffmpeg has options for each input and output.
/// </summary>
/// <param name="Name">The name of the property.</param>
/// <param name="Description">Its description.</param>
/// <param name="Options">The options of one group, in the order of the file.</param>
/// <param name="Arguments">The arguments that come after these options.</param>
/// <param name="IsRepeatable">True if there can be several of them.</param>
/// <param name="IsAfterArguments">True if they come after the arguments of the command.</param>
internal sealed record GroupSpecification(
    string Name,
    string? Description,
    EquatableArray<OptionSpecification> Options,
    EquatableArray<ArgumentSpecification> Arguments,
    bool IsRepeatable,
    bool IsAfterArguments);
