using System.ComponentModel;

namespace TypedExec.Generated;

/// <summary>What the constructors that builders call have in common.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BuilderParts
{
    /// <summary>The exception that names what is missing.</summary>
    /// <param name="command">The command class's name.</param>
    /// <param name="names">The required properties that were not set; null for those that were.</param>
    public static InvalidOperationException Missing(string command, params ReadOnlySpan<string?> names)
    {
        var missing = "";
        foreach (var name in names)
        {
            missing += name is null ? "" : missing.Length == 0 ? name : ", " + name;
        }

        return new InvalidOperationException(
            $"{command} cannot be built without its required {missing}. Call the builder's method of that name first.");
    }

    /// <summary>A new dictionary with the pairs of one and then those of another.</summary>
    /// <param name="pairs">The pairs that the class has itself; null: none.</param>
    /// <param name="given">The pairs that the builder was given.</param>
    public static Dictionary<TKey, TValue> Merge<TKey, TValue>(
        IEnumerable<KeyValuePair<TKey, TValue>>? pairs, IEnumerable<KeyValuePair<TKey, TValue>> given)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(given);
        var all = pairs is null ? [] : new Dictionary<TKey, TValue>(pairs);
        foreach (var (key, value) in given)
        {
            all[key] = value;
        }

        return all;
    }
}
