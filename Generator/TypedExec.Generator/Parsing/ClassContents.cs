
namespace TypedExec.Generator.Parsing;

/// <summary>What a command class holds. Read from its symbol, or, far cheaper, from its syntax where that says it all.</summary>
/// <param name="Properties">Its options and arguments.</param>
/// <param name="Declared">The generated members that it declares itself.</param>
/// <param name="Traits">What kind of class it is, as far as its own contents tell.</param>
/// <param name="BarsParent">Whether a member leaves no room for the outer command.</param>
internal sealed record ClassContents(CommandProperties Properties, MemberSet Declared, CommandTraits Traits, bool BarsParent);
