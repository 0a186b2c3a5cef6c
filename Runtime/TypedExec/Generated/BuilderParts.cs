using System.ComponentModel;

namespace TypedExec.Generated;

/// <summary>Provides the parts that all generated builders share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BuilderParts
{
    /// <summary>Creates the exception that lists the required options that aren't set.</summary>
    /// <param name="command">The name of the command class.</param>
    /// <param name="names">The required properties that weren't set; null for those that were.</param>
    public static InvalidOperationException Missing(string command, params ReadOnlySpan<string?> names)
    {
        var missing = "";
        foreach (var name in names)
        {
            missing += name is null ? "" : missing.Length == 0 ? name : ", " + name;
        }

        return new InvalidOperationException(
            $"{command} can't be built because these required options aren't set: {missing}. Call the builder methods of these names first.");
    }

    /// <summary>Creates a dictionary from the pairs of a class, followed by those given to its builder.</summary>
    /// <param name="pairs">The pairs of the class itself, or null.</param>
    /// <param name="given">The pairs given to the builder.</param>
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

    /// <summary>Appends values to those that an option already has.</summary>
    /// <param name="values">The option's values.</param>
    /// <param name="added">The values to append.</param>
    public static OneOrMany<T> Append<T>(OneOrMany<T> values, OneOrMany<T> added)
        where T : notnull
        => values.Count == 0 ? added : added.Count == 0 ? values : [.. values, .. added];
}
