namespace TypedExec.Import.Help;

/// <summary>The kind of value of an option or argument.</summary>
internal enum HelpValueType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number, possibly with a fraction.</summary>
    Number,

    /// <summary>The path of a file.</summary>
    File,

    /// <summary>The path of a directory.</summary>
    Folder,
}
