using TypedExec.Requests;
using TypedExec.Shells;

namespace TypedExec.Generated;

// Commands that are part of another command line, and groups of options.
public sealed partial class CommandArguments
{
    /// <summary>Adds a command that this one runs, or nothing if it is null.</summary>
    /// <param name="property">The property that holds the command, named in errors.</param>
    /// <param name="command">The command. Its secrets stay masked.</param>
    /// <param name="after">A marker, such as <c>--</c>, that comes before it.</param>
    /// <param name="quoting">How the command is rendered.</param>
    /// <param name="allowLeadingDash">True if the program's name may start with <c>-</c>.</param>
    /// <param name="secret">True to mask all of it wherever it is displayed.</param>
    /// <exception cref="ArgumentException">The program's name starts with <c>-</c>, which isn't allowed.</exception>
    public void AddCommand(
        string property,
        ICommand? command,
        string? after = null,
        ShellQuoting quoting = ShellQuoting.None,
        bool allowLeadingDash = false,
        bool secret = false)
    {
        if (command is null)
        {
            return;
        }

        var invocation = Invocation.From(command);
        AddInnerSecrets(SecretTexts.Find(invocation));
        if (quoting == ShellQuoting.Posix)
        {
            AddLine(
                property,
                PosixQuoting.Join(invocation.File, invocation.Arguments),
                PosixQuoting.Join(invocation.File, invocation.MaskedArguments),
                after,
                allowLeadingDash,
                secret);
            return;
        }

        AddMarker(after);
        AddPositional(property, invocation.File, allowLeadingDash, secret);
        for (var i = 0; i < invocation.Arguments.Count; i++)
        {
            AddShown(invocation.Arguments[i], secret ? Mask : invocation.MaskedArguments[i]);
        }
    }

    /// <summary>Adds a pipeline that this command runs in a shell, or nothing if it is null.</summary>
    /// <param name="property">The property that holds the pipeline, named in errors.</param>
    /// <param name="pipeline">The pipeline. Its secrets stay masked.</param>
    /// <param name="after">A marker, such as <c>--</c>, that comes before it.</param>
    /// <param name="quoting">How the pipeline is rendered.</param>
    /// <param name="allowLeadingDash">True if the first program's name may start with <c>-</c>.</param>
    /// <param name="secret">True to mask all of it wherever it is displayed.</param>
    /// <exception cref="ArgumentException">The pipeline has several commands and <paramref name="quoting"/> isn't set, it reads
    /// or writes a stream, or the first program's name starts with <c>-</c>.</exception>
    public void AddCommand(
        string property,
        Pipeline? pipeline,
        string? after = null,
        ShellQuoting quoting = ShellQuoting.None,
        bool allowLeadingDash = false,
        bool secret = false)
    {
        if (pipeline is null)
        {
            return;
        }

        if (quoting == ShellQuoting.Posix)
        {
            foreach (var stage in pipeline.Stages)
            {
                AddInnerSecrets(SecretTexts.Find(Invocation.From(stage)));
            }

            AddLine(property, pipeline.ToText(property, masked: false), pipeline.ToText(property, masked: true), after, allowLeadingDash, secret);
            return;
        }

        if (pipeline.Stages.Count > 1 || pipeline.Source is not null || pipeline.Target is not null)
        {
            throw new ArgumentException(
                $"{property} is a pipeline, which only a shell can run. Set Quoting = ShellQuoting.Posix on its [Argument] to make it one  "
                + "argument for the shell that the program starts.",
                property);
        }

        AddCommand(property, pipeline.Stages[0], after, quoting, allowLeadingDash, secret);
    }

    /// <summary>Adds a group of options, or nothing if it is null.</summary>
    /// <param name="group">The group.</param>
    public void AddGroup(IOptionGroup? group)
    {
        var wasBehind = _isAfterMarker;
        group?.AddTo(this);
        _isAfterMarker = wasBehind || _isAfterDashes;
    }

    /// <summary>Adds groups of options in order. A null list and null items add nothing.</summary>
    /// <param name="groups">The groups.</param>
    public void AddGroups(IEnumerable<IOptionGroup?>? groups)
    {
        foreach (var group in groups ?? [])
        {
            AddGroup(group);
        }
    }

    private void AddLine(string property, string line, string shown, string? after, bool allowLeadingDash, bool secret)
    {
        AddMarker(after);
        if (secret || shown == line)
        {
            AddPositional(property, line, allowLeadingDash, secret);
            return;
        }

        ThrowIfNul(property, line);
        RefuseDash(property, line, allowLeadingDash, shown);
        AddSecret(line, shown);
    }

    private void AddShown(string argument, string shown)
    {
        if (shown == argument)
        {
            Add(argument);
        }
        else
        {
            AddSecret(argument, shown);
        }
    }
}
