using TypedExec.CommandLines.Model;
using TypedExec.CommandLines.Declared;
using TypedExec.CommandLines.Specifications;
using TypedExec.CommandLines.Planning;

namespace TypedExec.Import.Source;

/// <summary>
/// The classes of a specification, with the names that the generator would give them, so that code for one of the two ways
/// works with the other.
/// </summary>
internal static class SourcePlan
{
    public static PlannedClass Of(CommandSpecification specification, string @namespace, string className)
    {
        var reference = $"global::{@namespace}.{className}";
        var declared = new UserClass(
            className, $"partial class {className}", null, true, true, true, default, default, default, default, MemberSet.None, default);
        var command = new CommandModel(
            $"{@namespace}.{className}", reference, @namespace, default, specification.Name, default, 0, CommandTraits.None, null, false, null, default, default, default, MemberSet.None);
        return ClassPlanner.Plan(new SpecificationTarget(command, "", "", declared), specification);
    }
}
