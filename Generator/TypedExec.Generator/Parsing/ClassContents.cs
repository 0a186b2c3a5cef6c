namespace TypedExec.Generator.Parsing;

/// <summary>
/// The contents of a command class. They are read from its symbol or, far cheaper, from its syntax if that is sufficient.
/// </summary>
/// <param name="Properties">Its options and arguments.</param>
/// <param name="Declared">The generated members that it declares itself.</param>
/// <param name="Traits">The kind of class, as far as its own contents show.</param>
/// <param name="BarsParent">True if a member conflicts with the outer command's property.</param>
internal sealed record ClassContents(CommandProperties Properties, MemberSet Declared, CommandTraits Traits, bool BarsParent);
