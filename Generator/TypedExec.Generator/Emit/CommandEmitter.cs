namespace TypedExec.Generator.Emit;

/// <summary>Model to text: generates the file of one command class or group of options.</summary>
internal static class CommandEmitter
{
    // Files are written one after another on a thread; each reuses the buffer of the previous one.
    [ThreadStatic]
    private static SourceWriter? s_writer;

    public static string Emit(CommandModel command)
    {
        var writer = s_writer ??= new SourceWriter();
        writer.Clear();
        writer.HasShortNames = command.Has(CommandTraits.ShortNames);
        GeneratedFile.WriteHeader(writer, command.Namespace);
        WriteDeclarations(writer, command);
        if (command.Has(CommandTraits.OptionGroup))
        {
            ArgumentsWriter.WriteGroup(writer, command);
        }
        else
        {
            StaticForms.Write(writer, command);
            ForkForm.Write(writer, command);
        }

        if (!command.Has(CommandTraits.Static) && !command.Has(CommandTraits.OptionGroup))
        {
            InstanceForms.Write(writer, command);
            ArgumentsWriter.Write(writer, command);
            BuilderWriter.Write(writer, BuilderModel.From(command));
        }

        foreach (var _ in command.Declarations)
        {
            writer.Close();
        }

        return writer.ToString();
    }

    public static void WriteDeclarations(SourceWriter writer, CommandModel command)
    {
        for (var i = 0; i < command.Declarations.Count; i++)
        {
            if (i < command.Declarations.Count - 1)
            {
                writer.Line(command.Declarations[i]);
            }
            else
            {
                var contract = command.Has(CommandTraits.OptionGroup) ? " : global::TypedExec.Generated.IOptionGroup"
                    : command.Has(CommandTraits.Static) ? ""
                    : " : global::TypedExec.ICommand";
                GeneratedFile.WriteMark(writer);
                writer.Line($"{command.Declarations[i]}{contract}");
            }

            writer.Open();
        }
    }
}
