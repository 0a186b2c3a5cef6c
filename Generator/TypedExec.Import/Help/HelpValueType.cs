namespace TypedExec.Import.Help;

/// <summary>What kind of value an option or argument takes.</summary>
internal enum HelpValueType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number, perhaps with a fraction.</summary>
    Number,

    /// <summary>The path of a file.</summary>
    File,

    /// <summary>The path of a directory.</summary>
    Folder,
}
